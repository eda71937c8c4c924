// What the acts of the whole story share: who plays, how a page's button or link is pressed as its words are read, and
// the look at the front of the record that ends each stage.
import { signIn } from './people.mjs'

// Five accounts of four agencies.
const roles = {
  teacher: 'teacher@demo.example',              // Example Academy
  adviser: 'adviser@demo.example',              // Example City Council, the front door
  worker: 'family-worker@demo.example',         // Example Volunteers
  nurse: 'nurse@demo.example',                  // the pack’s health agency
  social: 'social-worker@demo.example'          // Example City Council, social care
}

// Each at a browser of their own, signed in by themselves.
export async function cast (visitor, options) {
  const players = {}
  for (const [role, address] of Object.entries(roles)) {
    players[role] = await visitor.another(options)
    players[role].page.setDefaultTimeout(20000)
    await signIn(players[role], address)
  }
  return players
}

const begins = words => new RegExp(`^\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)

// Follows the link or presses the button of the page that begins with these words, and looks the next page over.
export async function go (visitor, words) {
  const at = visitor.page.locator('main').locator('a, button').filter({ hasText: begins(words) }).filter({ visible: true }).first()
  await Promise.all([visitor.page.waitForNavigation(), at.click()])
  await visitor.check()
}

// The same in the navigation above the page.
export async function door (visitor, words) {
  const at = visitor.page.locator('nav').getByRole('link', { name: words, exact: true }).first()
  await Promise.all([visitor.page.waitForNavigation(), at.click()])
  await visitor.check()
}

export const fill = (visitor, label, text) => visitor.page.getByLabel(label, { exact: true }).fill(text)

export const tick = (visitor, question, answer) =>
  visitor.page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check()

export async function pick (visitor, label, text) {
  const select = visitor.page.getByLabel(label, { exact: true })
  await select.selectOption(await select.locator('option', { hasText: begins(text) }).first().getAttribute('value'))
}

// A date some days from today, of the field of this name.
export async function day (visitor, name, days) {
  const date = new Date(Date.now() + days * 86400000)
  const parts = { day: date.getDate(), month: date.getMonth() + 1, year: date.getFullYear() }
  for (const [part, value] of Object.entries(parts)) await visitor.page.fill(`[name="${name}-${part}"]`, String(value))
}

// A line of my work, of that child: others wait there too.
export async function item (visitor, child, words) {
  await door(visitor, 'Work')
  const at = visitor.page.locator('tr', { hasText: child }).getByRole('link', { name: begins(words) }).first()
  await Promise.all([visitor.page.waitForNavigation(), at.click()])
  await visitor.check()
}

// The record of the child, found as its worker finds it: from my work.
export async function openRecord (visitor, child) {
  await visitor.page.goto('/work')                     // looked over where it is first come to
  await go(visitor, child)
}

// The front of the record says, to whoever looks, who holds the child, what is next, and what the child said.
export async function front (visitor, { child, words, says = [] }) {
  await openRecord(visitor, child)
  const said = (await visitor.page.locator('.kith-said__words').first().innerText()).trim()
  if (said !== words) throw new Error(`${visitor.page.url()}: the front of the record says “${said}”, not “${words}”`)
  for (const text of says) await visitor.see(text)
}

// Pictures of the first walk alone: with script.
export const picture = (visitor, story, name) => story.pictures && visitor.shoot(`story-${name}`)
