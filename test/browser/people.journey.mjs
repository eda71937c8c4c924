// What is known of a child and of its family, written down by who works with it: with script, by keyboard where it
// matters, and with no script at all.
import { signIn } from './people.mjs'

export const needs = { demo: true }
const worker = 'teacher@demo.example'

// The address of the first child of one's own work whom one's team holds, and of whom the record says that: /work/people/5.
async function myChild (visitor, says = 'your team holds this record') {
  await visitor.visit('/work')
  const links = visitor.page.locator('main a[href^="/work/people/"]')
  const hrefs = await links.evaluateAll(all => all.map(a => a.getAttribute('href').match(/^\/work\/people\/\d+/)[0]))
  for (const href of new Set(hrefs)) {
    await visitor.page.goto(href)
    if (await visitor.page.getByText('your team holds this record').count() && await visitor.page.getByText(says).count()) return href
  }
  throw new Error(`no record of ${hrefs} says “${says}”`)
}

async function send (visitor, button) {
  await visitor.page.getByRole('button', { name: button, exact: true }).click()
  await visitor.check()
}

const fill = (visitor, label, text) => visitor.page.getByLabel(label, { exact: true }).fill(text)
const choose = (visitor, question, answer) =>
  visitor.page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check()
async function day (visitor, question, [d, m, y]) {
  const group = visitor.page.getByRole('group', { name: question })
  for (const [part, value] of [['Day', d], ['Month', m], ['Year', y]]) await group.getByLabel(part).fill(`${value}`)
}

async function addBrother (visitor, child, given) {
  await visitor.visit(`${child}/family/add`)
  await fill(visitor, 'First and middle names', given)
  await fill(visitor, 'Family name', 'Quarterstone')
  await choose(visitor, 'Gender, as they say it', 'Male')
  await visitor.page.getByLabel('How they belong together').selectOption('sibling')
  await choose(visitor, 'Do they live together now?', 'Yes')
  await send(visitor, 'Look and add')
}

export async function a_number_is_checked_at_the_keyboard_and_a_fact_is_ended_not_lost (visitor) {
  await signIn(visitor, 'social-worker@demo.example')
  const child = await myChild(visitor, 'nobody has written down an NHS number')
  await visitor.visit(`${child}/edit`)
  await visitor.see('Missing basic information')
  await visitor.see('Not held: nobody has written down an NHS number')
  await visitor.visit(`${child}/identifiers`)
  await visitor.tabTo('NHS number')
  await visitor.type('943 476 5918')
  await visitor.see('The number does not add up')
  await visitor.press('Backspace')
  await visitor.type('9')
  await visitor.see('The number adds up')
  await visitor.tabTo('Save')
  await Promise.all([visitor.page.waitForURL('**/edit'), visitor.press('Enter')])
  await visitor.check()
  await visitor.see('NHS number 943 476 5919')
  await visitor.shoot('people-about')
  await visitor.page.getByRole('link', { name: /Change.*NHS number 943 476 5919/ }).click()
  await visitor.check()
  await choose(visitor, 'What has happened?', 'It was never so')
  await send(visitor, 'Save')
  await visitor.see('Never so: marked as wrong')
}

export async function a_family_is_drawn_and_what_cannot_be_is_refused (visitor) {
  await signIn(visitor, worker)
  const child = await myChild(visitor)
  await addBrother(visitor, child, 'Jonas')
  await visitor.see('They have a record, and belong to the family')
  await visitor.see('Jonas Quarterstone is a brother of')
  await visitor.page.getByRole('img', { name: /^The family of/ }).waitFor()
  await visitor.shoot('people-family')
  await visitor.print('people-family')
  await addBrother(visitor, child, 'Jonas')
  await visitor.see('Is it one of these?')
  await visitor.page.getByRole('link', { name: 'Add Jonas Quarterstone' }).click()
  await visitor.check()
  await visitor.page.getByLabel('How they belong together').selectOption('sibling')
  await send(visitor, 'Save')
  await visitor.see('That is written down already')
  await visitor.visit(`${child}/groups/young-carer`)
  await choose(visitor, 'What was said?', 'Yes, and agrees that it is recorded')
  await send(visitor, 'Save the answer')
  await visitor.see('Choose who agreed')
  await choose(visitor, 'If yes, who agreed that it is recorded?', 'The child or young person')
  await choose(visitor, 'If yes, how did they agree?', 'In person, spoken')
  await fill(visitor, 'In their own words', 'I cook on Mondays')
  await send(visitor, 'Save the answer')
  await visitor.see('I cook on Mondays')
  await visitor.see('Young carer')
}

export async function without_script_a_child_is_expected_moves_house_and_is_born (visitor) {
  const plain = await visitor.another({ script: false })
  await signIn(plain, worker)
  const child = await myChild(plain)
  await plain.visit(`${child}/identifiers`)
  await fill(plain, 'Unique pupil number', 'B823432112342')
  await send(plain, 'Save')
  await plain.see('The pupil number does not add up')
  await plain.visit(`${child}/family`)
  const mother = await plain.page.locator('th a[href^="/work/people/"]').first().getAttribute('href')
  const due = new Date(Date.now() + 20 * 86400000)
  await plain.visit(`${mother}/family/unborn`)
  await day(plain, 'When is the child due?', [due.getDate(), due.getMonth() + 1, due.getFullYear()])
  await fill(plain, 'Family name', 'Quarterstone')
  await send(plain, 'Make the child’s record')
  await plain.see('Unborn Quarterstone')
  const unborn = await plain.page.getByRole('link', { name: 'Unborn Quarterstone', exact: true }).getAttribute('href')
  await plain.visit(`${unborn}/addresses`)
  await fill(plain, 'House, street and town', '1 New Street, Nottingham')
  await fill(plain, 'Postcode', 'ng1')
  await choose(plain, 'How they live there', 'Home')
  await choose(plain, 'Do they still live where they lived before?', 'No')
  await choose(plain, 'Must this address be kept from anybody of the family?', 'No')
  await send(plain, 'Save the address')
  await plain.see('This is not a whole postcode')
  await fill(plain, 'Postcode', 'ng1 5dt')
  await send(plain, 'Save the address')
  await plain.see('NG1 5DT')
  await plain.visit(`${unborn}/born`)
  await choose(plain, 'What has happened?', 'The child is born')
  const now = new Date()
  await day(plain, 'On which day?', [now.getDate(), now.getMonth() + 1, now.getFullYear()])
  await fill(plain, 'First and middle names', 'Ida')
  await send(plain, 'Save')
  await plain.see('Saved: it is the same record as before')
  await plain.see('is the mother of Ida Quarterstone')
}
