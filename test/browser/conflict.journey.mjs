// Two people write in the same place of one assessment, each in a browser of their own. Neither text is lost.
import { signIn } from './people.mjs'
import { aChild, begin } from './assessments.mjs'

export const needs = { pack: 'packs/nottingham', demo: true }

const wants = page => page.getByLabel('What does the family want to change?')

export async function two_browsers_write_in_one_place_and_both_texts_survive (first) { // P3 W64
  await signIn(first, 'family-worker@demo.example')
  const assessment = await begin(first, await aChild(first))
  const second = await first.another()
  await signIn(second, 'family-worker@demo.example')
  await first.visit(`${assessment}/analysis`)
  await second.visit(`${assessment}/analysis`)
  await wants(first.page).fill('Peace at night.')
  await first.page.waitForFunction(() => /^Saved \d/.test(document.querySelector('[data-drafts-say]').textContent))
  await wants(second.page).fill('A bigger flat.')
  await second.page.waitForFunction(() => /Both texts are kept/.test(document.querySelector('[data-drafts-say]').textContent))
  await second.page.getByRole('link', { name: 'See both and choose' }).click()
  await second.page.waitForURL('**/clashes')
  await second.check()
  await second.see('Peace at night.')
  await second.see('A bigger flat.')
  await second.shoot('assessment-clash')
  await second.page.getByLabel('Put together from both').fill('Peace at night, and a bigger flat.')
  await second.page.getByRole('button', { name: 'Keep this text' }).click()
  await second.page.waitForURL(`**${assessment}`)
  await second.check()
  await first.visit(`${assessment}/print`)
  await first.see('Peace at night, and a bigger flat.')
  await first.visit(`${assessment}/history`)
  await first.see('Peace at night.')
}
