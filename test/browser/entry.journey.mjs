// A quarter from due to published, by the people who do it, with the keyboard alone; and with no script.
export const needs = { pack: 'packs/nottingham', demo: true }

const password = (site, role) => site.said.split('\n').find(line => line.trim().endsWith(role)).split(/\s+/)[1]
const email = role => `${{ 'performance-officer': 'performance', 'responsible-officer': 'responsible' }[role]}@demo.example`

async function signIn (visitor, role) {
  await visitor.visit('/sign-in')
  await visitor.tabTo('Email address')
  await visitor.type(email(role))
  await visitor.tabTo('Password')
  await visitor.type(password(visitor.site, role))
  await visitor.press('Enter')
  await visitor.page.waitForURL('**/office')
  await visitor.check()
}

// Presses what has the focus and looks the next page over.
async function go (visitor, url) {
  await Promise.all([visitor.page.waitForNavigation({ url }), visitor.press('Enter')])
  await visitor.check()
}

const officer = 'Service manager, referral and assessment'

async function openTheYear (visitor) {
  await visitor.visit('/office/figures')
  await visitor.tabTo('Open 2014/15')
  await go(visitor, '**/office/figures')
  await visitor.see('2014/15 is open')
  await visitor.see('Quarter 1 of 2014/15')
}

export async function a_quarter_is_entered_mended_signed_off_and_published_with_the_keyboard_alone (lead, site) {
  await signIn(lead, 'performance-officer')
  await openTheYear(lead)
  await lead.shoot('figures')
  await lead.visit('/office/who')
  await lead.see(officer)
  await lead.shoot('who')

  const worker = await lead.another()
  await signIn(worker, 'responsible-officer')
  await worker.visit('/office/figures')
  await worker.tabTo('Quarter 1 of 2014/15')
  await go(worker, '**/office/figures/2014-15/q1')
  await worker.see('CIN-8')
  await worker.tabTo('Figure')
  await worker.type('71.2%')
  await worker.page.waitForFunction(() => /Saved at/.test(document.querySelector('[data-autosave-says]').textContent))
  await worker.tabTo('Figure')
  await worker.type('2.8.1')
  await worker.tabTo('Check and hand in')
  await go(worker, '**/q1?check=1')
  await worker.see('1 figure was handed in. 1 line needs mending')
  await worker.see('“2.8.1” is not a figure'.replace(/[“”]/g, '"'))
  await worker.shoot('figures-to-mend')
  await worker.tabTo('CIN-11: "2.8.1" is not a figure. Enter a number such as 21.6%, or ~ if there is none')
  await worker.press('Enter')
  await worker.press('Control+A')
  await worker.type('86.0%')
  await worker.tabTo('Check and hand in')
  await go(worker, '**/office/figures/2014-15/q1')
  await worker.see('1 figure was handed in')

  await lead.visit('/office/sign-off/2014-15/q1')
  await lead.shoot('sign-off')
  await lead.tabTo('CIN-8')
  await lead.press('Space')
  await lead.tabTo('CIN-11')
  await lead.press('Space')
  await lead.tabTo('Sign off what is ticked')
  await go(lead, '**/office/sign-off/2014-15/q1')
  await lead.see('2 figures signed off')

  await lead.visit('/office/publish/2014-15/q1')
  await lead.shoot('publish')
  await lead.tabTo('Publish')
  for (let i = 0; i < 3 && !(await lead.page.evaluate(() => document.activeElement.type === 'submit')); i++) await lead.tabTo('Publish')
  await go(lead, '**/reports/2014-15/q1')
  await lead.see('71.2%')
}

export async function a_sheet_is_pasted_looked_at_and_handed_in_without_script (visitor) {
  await signIn(visitor, 'performance-officer')
  await visitor.visit('/office/figures')
  if (await visitor.page.getByText('Open 2014/15').count()) await visitor.page.click('button:has-text("Open 2014/15")')
  const plain = await visitor.another({ script: false })
  await signIn(plain, 'responsible-officer')
  await plain.visit('/office/figures/import?quarter=2014-15-q2')
  await plain.shoot('import')
  await plain.page.fill('#pasted', 'measure\tfigure\nCIN-8\t69.0%\nCIN-11\t8.0.1\nXYZ\t4')
  await plain.page.click('button:has-text("See what would change")')
  await plain.page.waitForURL('**/office/figures/import/*')
  await plain.check()
  await plain.see('2 rows need mending')
  await plain.shoot('import-preview')
  await plain.page.click('button:has-text("Hand in 1 figure")')
  await plain.check()
  await plain.see('The rows that need mending wait here')
  await plain.page.fill('#rows', 'line,measure,figure\n3,CIN-11,80%')
  await plain.page.click('button:has-text("Check again")')
  await plain.check()
  await plain.page.click('button:has-text("Hand in 1 figure")')
  await plain.page.waitForURL('**/office/figures/2014-15/q2')
  await plain.check()
}
