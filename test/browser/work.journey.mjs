// A teacher's first screens: what is theirs, a child's own words, a note, and finding it again; with script and
// without.
import { signIn } from './people.mjs'

export const needs = { pack: 'packs/nottingham', demo: true }

const submit = (visitor, name) => Promise.all([
  visitor.page.waitForNavigation(),
  visitor.page.locator('main').getByRole('button', { name }).first().click()
])
const follow = (visitor, name) => Promise.all([
  visitor.page.waitForNavigation(),
  visitor.page.locator('main a').filter({ hasText: name }).first().click()
])

async function teacher (visitor) {
  await signIn(visitor, 'teacher@demo.example')
  await visitor.visit('/work')
  await visitor.see('My work')
  await visitor.shoot('my-work')
  await follow(visitor, 'Zofia Kowalska')
  await visitor.check()
  await visitor.see('In their own words')
  await visitor.shoot('record')
}

async function note (visitor, words) {
  await follow(visitor, 'Add a note or visit')
  await visitor.check()
  await submit(visitor, /Go on|Write it down/)
  await visitor.check()
  await visitor.see('Say in one line what happened')
  await visitor.page.getByLabel('In one line').fill('Seen at breakfast club')
  await visitor.page.getByLabel('What happened').fill(`${words} came with her.\n\nHer brother was ill.`)
  await visitor.shoot('note')
  await submit(visitor, /Go on|Write it down/)
  await visitor.check()
  await visitor.see('It is written down')
  await visitor.see(words)
  await visitor.shoot('chronology')
}

async function words (visitor) {
  await visitor.visit('/work')
  await follow(visitor, 'Zofia Kowalska')
  await follow(visitor, 'Record their words')
  await visitor.check()
  await visitor.page.getByLabel('Their own words').fill('I would like to play the drums')
  await visitor.page.getByLabel('Said it', { exact: true }).check()
  await submit(visitor, 'Save their words')
  await visitor.check()
  await visitor.see('I would like to play the drums')
  await follow(visitor, 'Everything they said')
  await visitor.check()
  await visitor.shoot('their-words')
  await follow(visitor, /Say what came of it/)
  await visitor.check()
  await visitor.page.getByLabel('What was done because of what they said').fill('Drumming starts on Monday')
  await submit(visitor, 'Save')
  await visitor.check()
  await visitor.see('They have not been told yet')
}

async function find (visitor, word) {
  await visitor.visit('/work/search')
  await submit(visitor, 'Search')
  await visitor.check()
  await visitor.see('Enter at least one word')
  await visitor.page.getByLabel('Words').fill(word.toLowerCase())
  await submit(visitor, 'Search')
  await visitor.check()
  await visitor.see('1 found')
  await visitor.shoot('search')
  if (/drumkit|tomtom/i.test(visitor.page.url())) throw new Error('what was searched for stands in the address')
}

export async function a_teacher_sees_what_is_theirs_writes_hears_and_finds (visitor) {
  await teacher(visitor)
  await note(visitor, 'Drumkit')
  await words(visitor)
  await find(visitor, 'Drumkit')
}

export async function the_same_goes_without_script (visitor) {
  const plain = await visitor.another({ script: false })
  await teacher(plain)
  await note(plain, 'Tomtom')
  await find(plain, 'Tomtom')
}

export async function a_manager_sees_what_the_team_holds (visitor) {
  await signIn(visitor, 'team-manager')
  await visitor.visit('/work/team')
  await visitor.see('Who holds how much')
  await visitor.shoot('my-team')
  await visitor.visit('/work/steps')
  await visitor.shoot('steps-counted')
}
