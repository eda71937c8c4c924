// The levels of need: anybody reads them, on a phone and without script; a worker ticks what is seen and decides.
export const needs = { pack: 'packs/nottingham', demo: true }

const password = (site, email) => site.said.split('\n').find(line => line.startsWith(email)).split(/\s+/)[1]

async function signIn (visitor, email) {
  const { page } = visitor
  await visitor.visit('/sign-in')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password(visitor.site, email))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(url => !url.pathname.startsWith('/sign-in'))
}

// W1 W4 W7 W11 W14 W32
export async function anybody_finds_the_level_the_examples_and_who_can_help (visitor) {
  const { page } = visitor
  for (const [width, height] of [[1280, 900], [360, 740]]) {
    await page.setViewportSize({ width, height })
    await visitor.visit('/need')
    await visitor.check()
    await page.getByRole('link', { name: 'Extensive' }).click()
    await visitor.see('Multiple temporary exclusions')
    await visitor.see('And from Additional:')
    await visitor.see('Multi-Agency Forum')
    await visitor.check()
    await page.getByRole('link', { name: 'Paediatricians' }).click()
    await visitor.see('Doctors for children')
    await visitor.check()
    await visitor.visit('/need')
    await page.getByLabel('Find in the levels of need').fill('young carer')
    await page.getByRole('button', { name: 'Search' }).click()
    await visitor.see('Action for Young Carers')
    await visitor.check()
    await visitor.visit('/help-for-families')
    await page.getByLabel('Age in years').fill('3')
    await page.getByLabel('Level of need', { exact: true }).selectOption('Universal')
    await page.getByRole('button', { name: 'Show' }).click()
    await visitor.see('Health visitors')
    await visitor.check()
    await visitor.shoot(`help-for-families-${width}`)
  }
}

async function ticks (visitor, texts, script) {
  const { page } = visitor
  for (const text of texts) {
    if (script) await page.getByLabel('Show only examples with these words').fill(text)
    await page.getByRole('checkbox', { name: text }).first().check()
  }
  await page.getByRole('button', { name: 'Keep these and go on' }).click()
}

async function tickAndDecide (visitor, script) {
  const { page } = visitor
  await signIn(visitor, 'family-worker@demo.example')
  await visitor.visit('/work')
  const child = await page.evaluate(() => [...document.querySelectorAll('a[href*="/work/people/"]')]
    .map(a => new URL(a.href).pathname).find(path => /^\/work\/people\/\d+/.test(path)))
  const record = child.match(/^\/work\/people\/\d+/)[0]
  await visitor.visit(`${record}/need`)
  await visitor.check()
  await page.locator('main .govuk-button').click()
  await visitor.check()
  await ticks(visitor, ['Persistent absenteeism', 'Young carers'], script)
  await visitor.see('They suggest looking at Extensive first')
  await visitor.see('Nothing is added up')
  await visitor.check()
  await page.getByRole('button', { name: 'Decide' }).click()
  await visitor.see('Choose the level of need')
  await visitor.see('Say why it is at that level')
  await visitor.check()
  await visitor.shoot('need-decide')
  await page.getByRole('group', { name: /stands at 2 levels/ }).getByLabel('Additional').check()
  await page.getByLabel('Why at that level?').fill('She helps before school, and a neighbour does too')
  await page.getByRole('group', { name: 'The level of need' }).getByLabel('Additional').check()
  await page.getByLabel('Why this level?').fill('School and family want to try together first')
  await page.getByRole('button', { name: 'Decide' }).click()
  await visitor.see('The level of need is decided')
  await visitor.see('School and family want to try together first')
  await visitor.see('Draft of 2 July 2014')
  await visitor.check()
  await visitor.shoot('need-decided')
  await visitor.visit(record)
  await visitor.see('Universal services stay open')
  await visitor.visit('/work/need?level=additional')
  await visitor.see('Levels of need of your people')
  await visitor.check()
}

// W3 W4 W5 W6 W8 W12
export async function a_worker_ticks_what_is_seen_decides_and_gives_a_reason (visitor) { await tickAndDecide(visitor, true) }

export async function it_is_decided_without_script_too (visitor) { await tickAndDecide(await visitor.another({ script: false }), false) }
