// A teacher makes a chronology for a conference: picks, remarks, keeps back, finishes, and prints it; with script and
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

async function begin (visitor, title) {
  await signIn(visitor, 'teacher@demo.example')
  await visitor.visit('/work')
  await follow(visitor, 'Zofia Kowalska')
  await follow(visitor, /^\s*Chronology\s*$/)
  await follow(visitor, 'For court or conference')
  await visitor.check()
  await follow(visitor, 'Make a chronology')
  await visitor.check()
  await submit(visitor, 'Go on and pick')
  await visitor.check()
  await visitor.see('Enter what it is called')
  await visitor.page.getByLabel('What is it called?').fill(title)
  await visitor.page.getByLabel('A conference').check()
  const by = visitor.page.locator('[id="by-day"], [name="by-day"]').first()
  await by.fill('1')
  await visitor.page.locator('[name="by-month"]').fill('12')
  await visitor.page.locator('[name="by-year"]').fill(String(new Date().getFullYear() + 1))
  await submit(visitor, 'Go on and pick')
  await visitor.check()
  await visitor.see('Pick what goes in')
}

async function pick (visitor) {
  for (const box of await visitor.page.locator('main input[type=checkbox]').all()) await box.check({ force: true })
  await visitor.shoot('curated-pick')
  await submit(visitor, 'Keep these')
  await visitor.check()
  await visitor.see('What you picked is kept')
  await follow(visitor, /Remark or keep back/)
  await visitor.check()
  await visitor.page.getByLabel('Your remark').fill('See also the letter of the school nurse')
  await submit(visitor, 'Save')
  await visitor.check()
  const rows = visitor.page.locator('main a').filter({ hasText: /Remark or keep back/ })
  await Promise.all([visitor.page.waitForNavigation(), rows.last().click()])
  await visitor.page.getByLabel('Keep the words of this row back').check({ force: true })
  await submit(visitor, 'Save')
  await visitor.check()
  await visitor.see('Say why the words are kept back')
  await visitor.page.getByLabel('Why they are kept back').fill('About another child')
  await submit(visitor, 'Save')
  await visitor.check()
  await visitor.shoot('curated-draft')
}

async function finish (visitor) {
  await submit(visitor, 'Finish it')
  await visitor.check()
  await visitor.see('It is finished')
  await visitor.see('Kept back: About another child')
  await visitor.see('See also the letter of the school nurse')
  await visitor.shoot('curated')
}

export async function a_chronology_for_a_conference_is_picked_finished_and_printed (visitor) {
  await begin(visitor, 'Chronology for the conference')
  await pick(visitor)
  await finish(visitor)
  await visitor.print('curated')
  await submit(visitor, 'Make the next version')
  await visitor.check()
  await visitor.see('Pick what goes in')
}

export async function the_same_without_script (visitor) {
  const plain = await visitor.another({ script: false })
  await begin(plain, 'Chronology without script')
  await pick(plain)
  await finish(plain)
}
