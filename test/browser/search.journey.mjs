// Somebody is looked for as a caller says the name, and a record is made when nobody is found; two records of one
// child are joined and come apart.
import { signIn } from './people.mjs'

export const needs = { demo: true }

async function go (visitor, name) {
  await visitor.page.locator('main').getByRole('button', { name }).first().click()
  await visitor.page.waitForLoadState()
}

async function press (visitor, name) {
  await go(visitor, name)
  await visitor.check()
}

async function search (visitor, fields) {
  await visitor.visit('/work/people')
  for (const [label, value] of Object.entries(fields)) await visitor.page.locator('main').getByLabel(label).fill(value)
  await press(visitor, 'Search')
}

async function makeOne (visitor, given, family, day) {
  await search(visitor, { Name: `${given} ${family}`, 'Date of birth': `${day} 5 2009` })
  await press(visitor, 'Make a new record')
  await visitor.page.getByLabel('A child or young person').check()
  await go(visitor, 'Make the record')
  if (await visitor.page.getByText('likely somebody who has a record already').count()) {
    await visitor.page.getByLabel('I have looked: it is none of these').check()
    await visitor.check()
    await visitor.shoot('new-likely')
    await go(visitor, 'Make the record')
  }
  await visitor.see('The record is made')
  return new URL(visitor.page.url()).pathname
}

// Somebody whom no other journey has made: `misspelt` is how they are asked for before there is a record, and after.
async function found (visitor, { given, family, misspelt }) {
  await signIn(visitor, 'team-manager')
  await search(visitor, { Name: misspelt[0] })
  await visitor.see('Nobody found')
  await makeOne(visitor, given, family, 4)
  await search(visitor, { Name: misspelt[1], 'Date of birth': '5 4 2009' })
  await visitor.see(`${given} ${family}`)
  await visitor.see('day and month of birth swapped')
  if (misspelt[1].split(' ').some(word => visitor.page.url().includes(word))) throw new Error('a name stands in the address')
  await visitor.shoot('search')
}

export async function somebody_is_found_by_a_misspelt_name_and_made_when_nobody_is (visitor) {    // W182
  await found(visitor, { given: 'Karolina', family: 'Zylbersztajn', misspelt: ['zylberstajn qarolina', 'zilberstein carolina'] })
}

export async function somebody_is_found_and_made_without_script (visitor) {    // W182
  const name = { given: 'Maqsood', family: 'Bhattacharyya', misspelt: ['batacharya maqsoud', 'bhatacharia maksud'] }
  await found(await visitor.another({ script: false }), name)
}

export async function two_records_of_one_child_are_joined_and_come_apart (visitor) {    // P13
  await signIn(visitor, 'team-manager')
  const first = await makeOne(visitor, 'Szymon', 'Wojtasik', 7)
  await makeOne(visitor, 'Shimon', 'Wojtashik', 7)
  await visitor.visit(`${first}/join`)
  await press(visitor, 'Search')
  await visitor.shoot('join')
  await press(visitor, 'See what joining changes')
  await visitor.see('Who sees more, or less')
  await visitor.page.getByLabel('How do you know that they are one person?').fill('The same mother brought both certificates')
  await visitor.shoot('join-look')
  await go(visitor, 'Join the two records')
  await visitor.see('shown as one')
  await visitor.visit(`${first}/join`)
  await visitor.page.getByRole('link', { name: 'Take apart' }).click()
  await visitor.page.waitForLoadState()
  await visitor.check()
  await visitor.shoot('part')
  await visitor.page.getByLabel('What showed that they are two people?').fill('Two birth certificates')
  await go(visitor, 'Take them apart')
  await visitor.see('shown by themselves again')
}
