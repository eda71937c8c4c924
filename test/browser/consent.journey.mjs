// A parent agrees that the school may see something, and half-way withdraws it: the teacher's page goes dark at
// once. And the glass is broken, is seen by who leads, and is reviewed.
import { begin, signIn } from './people.mjs'
import { day, fill, go, tick } from './story.mjs'

export const needs = { pack: 'packs/nottingham', demo: true }

async function press (visitor, name) {
  await visitor.page.locator('main').getByRole('button', { name, exact: true }).click()
  await visitor.check()
}

async function status (visitor, path) {
  return (await visitor.context.request.get(path, { maxRedirects: 0 })).status()
}

// A child of whoever leads, whom the other, if there is one, may not see.
async function childOf (lead, other) {
  const hrefs = []
  for (const list of ['/work', '/work/register', '/work/contacts']) {
    await lead.page.goto(list)
    const links = lead.page.locator('main a[href^="/work/people/"]')
    hrefs.push(...await links.evaluateAll(all => all.map(a => a.getAttribute('href'))))
  }
  for (const href of new Set(hrefs.map(at => at.match(/^\/work\/people\/\d+/)?.[0]).filter(Boolean))) {
    if (await status(lead, href) === 200 && (!other || await status(other, href) === 403)) return href
  }
  throw new Error(`there is no child of theirs that the other may not see among ${hrefs}`)
}

async function fillConsent (lead, child, kinds) {
  await lead.visit(`${child}/consent/new`)
  const page = lead.page
  await page.check('input[name=answer][value=given]')
  await page.fill('#purpose', 'So that school can plan the mornings with us')
  for (const kind of kinds) await page.check(`input[name=kinds][value=${kind}]`)
  await page.getByRole('checkbox', { name: 'Example Academy' }).check()
  await page.fill('#giver_name', 'The mother')
  await page.check('input[name=capacity][value=parent]')
  await page.check('input[name=how][value=signed]')
}

// The teacher has a seat in the team around the child on what was agreed, and an action of the plan, with a word in it that
// is searched for.
async function sits (lead, child, secret) {
  await lead.visit(child)
  await go(lead, 'Plan, team, meetings and reviews')
  const episode = new URL(lead.page.url()).pathname
  await go(lead, 'Add somebody to the team')
  await tick(lead, 'Who joins the team?', 'A worker')
  const pick = async (box, name) => box.selectOption({ label: (await box.locator('option').allTextContents()).find(text => text.startsWith(name)) })
  await pick(lead.page.locator('#account'), 'Tomasz')
  await fill(lead, 'Their role, in the family’s words', 'Class teacher')
  await lead.page.getByLabel(/Consent of The mother to Example Academy/).first().check()
  await go(lead, 'Add them')
  await go(lead, 'Plan')
  await go(lead, 'Add an action')
  await fill(lead, 'What is to be done?', `Buy a ${secret}`)
  await fill(lead, 'What does it change for the child?', 'Something nice to look at')
  await fill(lead, 'How will we know?', 'It is in the child’s hands')
  await pick(lead.page.locator('#seat'), 'Tomasz')
  await day(lead, 'due', 9)
  await go(lead, 'Add the action')
  const action = await lead.page.getByRole('link', { name: `Buy a ${secret}` }).first().getAttribute('href')
  return [child, `${child}/chronology`, `${child}/consent`, episode, `${episode}/plan`, action]
}

async function search (teacher, secret, says) {
  await teacher.visit('/work/search')
  await fill(teacher, 'Words', secret.toLowerCase())
  await go(teacher, 'Search')
  await teacher.see(says)
}

// What is open to the partner before; each in a window of its own that stays open.
async function windows (teacher, pages, secret) {
  const open = []
  for (const path of pages) {
    const page = await teacher.context.newPage()
    const answer = await page.goto(path)
    if (answer.status() !== 200) throw new Error(`${path} answered ${answer.status()} while the consent stands`)
    open.push(page)
  }
  await search(teacher, secret, secret)
  await teacher.visit('/work')
  await teacher.see(`Buy a ${secret}`)
  await teacher.see('Children in whose team you are')
  return open
}

// And after: every window, what is searched for, my work and every link.
async function allDark (teacher, open, name, secret) {
  for (const page of open) {
    const answer = await page.reload()
    if (answer.status() !== 403) throw new Error(`after the withdrawal ${page.url()} answered ${answer.status()}`)
    const body = await page.locator('main').innerText()
    if (body.includes(secret) || body.includes(name)) throw new Error(`${page.url()} still tells something`)
    await page.close()
  }
  await search(teacher, secret, 'Nothing that you may see has these words')
  await teacher.visit('/work')
  const work = await teacher.page.locator('main').innerText()
  if (work.includes(secret) || work.includes(name)) throw new Error('My work still tells whom it is about')
}

async function agreeAndWithdraw (lead, teacher, child, secret) {
  await teacher.visit(child, { status: 403 })
  await teacher.see('You cannot open this record')
  await fillConsent(lead, child, ['who', 'plan'])
  await lead.shoot('consent-new')
  await press(lead, 'What will they see?')
  await lead.see('What they will see, if you record it')
  await lead.see('Example Academy')
  await lead.shoot('consent-preview')
  await teacher.visit(child, { status: 403 })            // a preview shares nothing
  await press(lead, 'Record it')
  await lead.see('Those named can see it from now')
  await lead.shoot('consent')

  await teacher.visit(`${child}/consent`)
  await teacher.see('You may see this because the family agreed to share with your agency')
  await teacher.see('So that school can plan the mornings with us')
  const name = (await teacher.page.locator('.kith-record__name').innerText()).trim()
  const open = await windows(teacher, await sits(lead, child, secret), secret)

  await lead.visit(`${child}/consent`)
  await lead.page.locator('main a[href$="/withdraw"]').first().click()
  await lead.check()
  await lead.see('Whose access ends')
  await lead.see('Example Academy')
  await lead.see('Tomasz Demonstration')
  await lead.see('Class teacher in the team around the child')
  await lead.see('has opened the record')
  await lead.page.fill('#why', 'The mother rang and said that she no longer wants this')
  await lead.shoot('consent-withdraw')
  await press(lead, 'End it now')
  await lead.see('Whoever saw by it alone sees nothing now')

  await allDark(teacher, open, name, secret)
  await teacher.visit(child, { status: 403 })
  await teacher.see('You cannot open this record')
  await teacher.shoot('consent-dark')
  await lead.visit(`${child}/looked`)
  await lead.see('Tried, and was turned away')
  await lead.shoot('looked')
  await lead.visit(`${child}/looked/family`)
  await lead.shoot('looked-family')
}

export async function a_parent_withdraws_consent_half_way_and_the_partners_page_goes_dark_at_once (lead) {
  await signIn(lead, 'social-worker')
  const teacher = await lead.another()
  await begin(teacher, 'practitioner')
  await agreeAndWithdraw(lead, teacher, await childOf(lead, teacher), 'Kaleidoscope')
}

export async function the_same_without_script (visitor) {
  const lead = await visitor.another({ script: false })
  const teacher = await visitor.another({ script: false })
  await begin(lead, 'nurse@demo.example')
  await begin(teacher, 'practitioner')
  await agreeAndWithdraw(lead, teacher, await childOf(lead, teacher), 'Abacus')
}

export async function the_glass_is_broken_for_a_reason_and_a_manager_reviews_it (lead) {
  await begin(lead, 'social-worker')
  const teacher = await lead.another()
  await begin(teacher, 'practitioner')
  const child = await childOf(lead, teacher)
  await teacher.visit(`${child}/glass`)
  await teacher.shoot('glass')
  await press(teacher, 'Open it')
  await teacher.see('Say why it cannot wait')
  await teacher.page.fill('#reason', 'She says her father is waiting at the gate and has threatened to take her')
  await press(teacher, 'Open it')
  await teacher.see('reviews why, by ')
  await lead.visit(`${child}/looked`)
  await lead.see('to be reviewed')
  const manager = await lead.another()
  await begin(manager, 'team-manager')
  await lead.page.locator('main a[href^="/work/glass/"]').first().click()
  const review = new URL(lead.page.url()).pathname
  await lead.check()
  await manager.visit(review)
  await manager.see('has threatened to take her')
  await manager.shoot('glass-review')
  await manager.page.check('input[name=right][value=yes]')
  await manager.page.fill('#text', 'It was right: the police were called')
  await press(manager, 'Finish the review')
  await manager.see('It was right.')
}

export async function what_is_shared_without_consent_has_its_reasons_and_a_record_is_sealed (lead) {
  await begin(lead, 'social-worker')
  const child = await childOf(lead)
  await lead.visit(`${child}/share`)
  await lead.shoot('share')
  await press(lead, 'Share it now')
  await lead.see('Choose what lets you share without consent')
  await lead.visit(`${child}/withhold`)
  await lead.visit(`${child}/conflict`)
  await lead.shoot('conflict')
  await lead.visit(`${child}/preview`)
  await lead.shoot('preview')
  const manager = await lead.another()
  await begin(manager, 'team-manager')
  await manager.visit(`${child}/seal`)
  await manager.shoot('seal')
}
