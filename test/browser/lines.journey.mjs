// From an early help assessment to what is made of it: a specialist's report, a written referral, social care's own
// assessment, a look at its quality; and what schools and partners' systems send. Each with script and without.
import { execFileSync } from 'node:child_process'
import { aChild, begin } from './assessments.mjs'
import { signIn } from './people.mjs'

export const needs = { pack: 'packs/nottingham', demo: true }

function sql (site, text) {
  return site.database.startsWith('sqlite:')
    ? execFileSync('sqlite3', [site.database.slice(7), '.timeout 5000', text], { encoding: 'utf8' })
    : execFileSync('psql', ['-qAt', site.database, '-c', text], { encoding: 'utf8' })
}

async function press (visitor, name) {
  await Promise.all([visitor.page.waitForNavigation(), visitor.page.locator('main').getByRole('button', { name, exact: true }).click()])
  await visitor.check()
}

async function fillDay (page, name, days) {
  const day = new Date(Date.now() + days * 86400000)
  for (const [part, value] of [['day', day.getDate()], ['month', day.getMonth() + 1], ['year', day.getFullYear()]]) {
    await page.locator(`[name="${name}-${part}"]`).fill(String(value))
  }
}

async function person (visitor, who, options) {
  const other = await visitor.another(options)
  await signIn(other, who)
  return other
}

// ---- a specialist's assessment (W53) ----

async function attach (visitor, assessment, file) {
  const { page } = visitor
  await visitor.visit(`${assessment}/evidence/new`)
  await page.getByLabel('Asset (youth offending)').check()
  await page.getByLabel('What is it called?').fill('Asset core profile')
  await page.getByLabel('Who wrote it, and where do they work?').fill('Lee Park, youth offending team')
  await fillDay(page, 'on', -10)
  await page.getByLabel('What does it say that matters to the plan?').fill('Sleeps badly since the move.')
  await page.getByLabel('The whole of it, as a file').setInputFiles(file)
  await press(visitor, 'Attach it')
}

async function reported (visitor, assessment, plain) {
  await attach(visitor, assessment, { name: 'report.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html><script>1</script>') })
  await visitor.see('The file is none that Kith keeps')
  await visitor.shoot(`lines-evidence${plain}`)
  await attach(visitor, assessment, { name: 'report.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\nfound\n') })
  await visitor.see('It is attached to the assessment')
  const link = await visitor.page.locator('a[href^="/work/evidence/"]').first().getAttribute('href')
  const answer = await visitor.context.request.get(link)
  if (await answer.text() !== '%PDF-1.4\nfound\n') throw new Error('the file came back as another')
  if (!/^attachment/.test(answer.headers()['content-disposition'])) throw new Error('the file would be shown as a page')
}

// ---- the referral, the decision, social care's assessment (W80, W180, W81) ----

async function referred (visitor, child, assessment, plain) {
  const { page } = visitor
  await visitor.visit(`${assessment}/safety`)
  await page.getByLabel('What are we worried about?').fill('The nights are loud.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.waitForLoadState()
  await visitor.visit(`${child}/chronology/new`)
  await page.locator('summary', { hasText: 'In danger now?' }).click()
  await page.getByRole('button', { name: 'Danger now: refer at once' }).click()
  await page.waitForURL('**/work/referrals/*')
  await visitor.check()
  const part = page.getByLabel('Signs of Safety')
  if (!(await part.inputValue()).includes('The nights are loud.')) throw new Error('the assessment gave no words')
  await visitor.see('From the early help assessment')
  await part.fill('The nights are loud, and now she is hurt.')
  await page.getByLabel('The referral in writing').fill('A bruise on her arm that nobody explains.')
  await page.getByLabel('Yes', { exact: true }).check()
  await page.getByLabel('They agree').check()
  await visitor.shoot(`lines-referral${plain}`)
  await press(visitor, 'Send it')
  await visitor.see('changed by the referrer')
  return new URL(page.url()).pathname
}

async function decided (social, referral) {
  await social.visit(referral)
  await social.page.getByLabel('Accepted: an assessment begins').check()
  await social.page.getByLabel('Reasons').fill('She may be suffering harm.')
  await press(social, 'Decide')
  await social.see('Decided under')
  await social.page.getByRole('link', { name: 'What was in force on' }).click()
  await social.check()
  await social.see('A decision is to be read beside the rules of its day')
  await social.shoot('lines-policy')
}

async function assessedBySocialCare (social, child, plain) {
  await social.visit(`${child}/assessments/children`)
  await fillDay(social.page, 'by', 20)
  await press(social, 'Begin it')
  const at = new URL(social.page.url()).pathname
  await social.visit(`${at}/safety`)
  await social.see('From the early help assessment')
  const worried = social.page.getByLabel('What are we worried about?')
  if (!(await worried.inputValue()).includes('The nights are loud')) throw new Error('nothing was carried over')
  await social.shoot(`lines-children${plain}`)
  await social.visit(`${at}/referral`)
  await social.see('From the referral of')
}

async function story (visitor, options, plain) {
  const worker = await person(visitor, 'family-worker@demo.example', options)
  const child = await aChild(worker)
  const assessment = await begin(worker, child)
  await reported(worker, assessment, plain)
  const referral = await referred(worker, child, assessment, plain)
  const social = await person(visitor, 'social-worker@demo.example', options)
  await decided(social, referral)
  await assessedBySocialCare(social, child, plain)
}

export const an_assessment_goes_on_into_referral_and_social_cares_own = visitor => story(visitor, {}, '') // W53 W80 W81 W180
export const an_assessment_goes_on_also_without_script = visitor => story(visitor, { script: false }, '-plain') // W53 W80 W81 W180

// ---- quality (W65) ----

async function looked (visitor, options, plain) {
  const worker = await person(visitor, 'family-worker@demo.example', options)
  const assessment = await begin(worker, await aChild(worker))
  const id = assessment.match(/\d+$/)[0]
  sql(visitor.site, `update assessment set state = 'complete', completed_at = ${Date.now()} where id = ${id};
    insert into hold (person_id, team_id, subject, subject_id, starts_at) select a.person_id, t.id, 'referral', 0, 1
      from assessment a, team t where a.id = ${id} and t.name = 'Screening and Duty';
    update assessment set state = 'ended' where id < ${id} and completed_at is not null`)
  const manager = await person(visitor, 'team-manager', options)
  await manager.visit('/work/quality')
  await manager.page.locator('#quarter').selectOption({ index: 1 })
  await manager.page.getByLabel('How many?').fill('1')
  await fillDay(manager.page, 'by', 20)
  await press(manager, 'Draw it')
  await manager.see('the same seed draws the same again')
  await manager.shoot(`lines-sample${plain}`)
  await manager.page.locator('main table a').first().click()
  await manager.check()
  await manager.page.getByRole('link', { name: 'How good is the assessment?' }).first().click()
  await manager.check()
  for (const key of ['basics', 'agreement', 'voice', 'strengths', 'known', 'analysis', 'current']) {
    await manager.page.locator(`[data-question="${key}"]`).getByLabel('Partly').check()
  }
  await manager.page.getByLabel('What did you find, and what would make it better?').fill('Write down her own words.')
  await manager.page.locator('[data-question="grade"]').getByLabel('Good enough', { exact: true }).check()
  await manager.shoot(`lines-look${plain}`)
  await manager.page.getByRole('button', { name: 'Save and go on' }).click()
  await manager.page.waitForURL(/\/audits\/\d+$/)
  await press(manager, 'Give it back to the worker')
  await worker.visit('/work/assessments')
  await worker.see('something was found for you')
  await worker.visit(assessment)
  await worker.see('Write down her own words.')
  await worker.shoot(`lines-found${plain}`)
  await press(worker, 'I have read this')
  await manager.visit('/work/quality')
  await manager.see('What samples found')
  await manager.shoot(`lines-quality${plain}`)
}

export const a_sample_is_drawn_looked_at_and_given_back = visitor => looked(visitor, {}, '') // W65
export const a_sample_is_looked_at_also_without_script = visitor => looked(visitor, { script: false }, '-plain') // W65

// ---- absent from school (W61) ----

async function absent (visitor, options, plain) {
  const worker = await person(visitor, 'family-worker@demo.example', options)
  const child = await aChild(worker)
  const id = child.match(/\d+$/)[0]
  sql(visitor.site, `update assessment set state = 'ended', next_on = null, next_what = null where person_id = ${id} and kind = 'caf'`)
  const [name, born] = sql(visitor.site, `select name, born_on from person where id = ${id}`).trim().split('|')
  const teacher = await person(visitor, 'teacher@demo.example', options)
  await teacher.visit('/work/absences/new')
  await teacher.page.getByLabel('What is the list?').fill(`Autumn term${plain}`)
  await teacher.page.locator('#team').selectOption({ label: (await teacher.page.locator('#team option').allTextContents()).find(text => text.includes('North')) })
  await teacher.page.getByLabel('Or paste the rows here').fill(`upn,name,born,missed\nA823432112342,${name},${born},many\nD823432112344,Nobody Known,2007-01-02,11`)
  await press(teacher, 'See what it holds')
  await teacher.see('missed is no share')
  await teacher.shoot(`lines-absences-wrong${plain}`)
  const rows = teacher.page.getByLabel('Or paste the rows here')
  await rows.fill((await rows.inputValue()).replace('many', '14.2'))
  await press(teacher, 'Check again')
  await teacher.see('1 with a record')
  await press(teacher, 'Take the list in')
  await teacher.shoot(`lines-absences-school${plain}`)

  await worker.visit('/work/absences')
  await worker.page.getByRole('link', { name: `Autumn term${plain}, Example Academy` }).click()
  await worker.check()
  await worker.see('No assessment')
  await worker.shoot(`lines-absences${plain}`)
  await worker.page.getByRole('link', { name: 'Nobody Known' }).click()
  await worker.check()
  await worker.page.getByLabel('Why is no early help assessment needed?').fill('The family has moved away.')
  await press(worker, 'Keep it')
  await worker.see('None needed')
  await begin(worker, child)
  await worker.visit('/work/absences')
  await worker.page.getByRole('link', { name: `Autumn term${plain}, Example Academy` }).click()
  await worker.see('Has one')
}

export const pupils_without_an_assessment_are_flagged_to_the_team = visitor => absent(visitor, {}, '') // W61
export const pupils_are_flagged_also_without_script = visitor => absent(visitor, { script: false }, '-plain') // W61

// ---- partners' systems (W186) ----

async function sent (visitor, options, plain) {
  const nurse = await person(visitor, 'nurse@demo.example', options)
  await nurse.visit('/work/exchange')
  const rows = nurse.page.getByLabel('Or paste the rows here')
  const head = 'reference,child,born,role,concern,family_told'
  await rows.fill(`${head}\nHV${plain}-1,Maya Example,2012-05-04,Health visitor,Missed three visits,perhaps`)
  await press(nurse, 'See what it holds')
  await nurse.see('family_told is neither yes nor no')
  await nurse.shoot(`lines-exchange-wrong${plain}`)
  await rows.fill(`${head}\nHV${plain}-1,Maya Example,2012-05-04,Health visitor,Missed three visits,yes`)
  await press(nurse, 'Check again')
  await press(nurse, 'Send to the front door')
  await nurse.see('Waits at the front door')
  await nurse.shoot(`lines-exchange${plain}`)
  const outcomes = await (await nurse.context.request.get('/work/exchange/outcomes.json')).json()
  if (!outcomes.outcomes.some(o => o.reference === `HV${plain}-1` && o.state === 'waiting')) throw new Error('no outcome for the system')
  const adviser = await person(visitor, 'adviser', options)
  await adviser.visit('/work/contacts')
  await adviser.see('Maya Example, born 4 May 2012')
}

export const a_partners_system_sends_and_fetches = visitor => sent(visitor, {}, '') // W186
export const a_partner_sends_also_without_script = visitor => sent(visitor, { script: false }, '-plain') // W186
