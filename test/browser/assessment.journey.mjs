// An early help assessment, from the eleven questions to a manager's signature, with script and without.
import { aChild, begin } from './assessments.mjs'
import { signIn } from './people.mjs'

export const needs = { pack: 'packs/nottingham', demo: true }

const saved = page => page.waitForFunction(() => /^Saved \d/.test(document.querySelector('[data-drafts-say]').textContent))

export async function a_sign_of_danger_stops_an_assessment_and_offers_the_referral (visitor) { // W36 W38
  await signIn(visitor, 'family-worker@demo.example')
  const child = await aChild(visitor)
  await visitor.visit(`${child}/assessments/new`)
  await visitor.shoot('assessment-gate')
  await visitor.page.getByLabel('One or more is so: they are ticked').check()
  await visitor.page.getByRole('button', { name: 'Go on' }).click()
  await visitor.check()
  await visitor.see('Refer this child instead')
  await visitor.shoot('assessment-refused')
}

export async function an_assessment_is_written_as_one_types_and_is_there_on_another_device (visitor) { // P3 W46 W182
  await signIn(visitor, 'family-worker@demo.example')
  const assessment = await begin(visitor, await aChild(visitor))
  await visitor.shoot('assessment-overview')
  await visitor.visit(`${assessment}/safety`)
  await visitor.tabTo('What are we worried about?')
  await visitor.type('The nights are loud, and she does not sleep.')
  await saved(visitor.page)
  await visitor.shoot('assessment-safety')

  const phone = await visitor.another({ script: false })
  await signIn(phone, 'family-worker@demo.example')
  await phone.visit(`${assessment}/safety`)
  if (!(await phone.page.getByLabel('What are we worried about?').inputValue()).startsWith('The nights are loud')) throw new Error('not there')
  await phone.page.getByLabel('What is going well?').fill('Gran is near.')
  await phone.page.getByRole('button', { name: 'Add another: Voice' }).click()
  await phone.check()
  await phone.see('Voice 2')
  await phone.visit(`${assessment}/safety?check=1`)
  await phone.see('Still needed')

  await visitor.visit(`${assessment}/voice`)
  if (await visitor.page.getByLabel('What did the child say?').isVisible()) throw new Error('asked before it is known')
  await visitor.page.locator('[data-question="heard"]').getByLabel('Yes').check()
  await visitor.page.getByLabel('What did the child say?').fill('I like it when Gran comes.')
  await saved(visitor.page)
  await visitor.check()
  await visitor.shoot('assessment-voice')
  await phone.visit(`${assessment}/voice`)
  await phone.see('Answer this only if “Has the child said or shown what they think?” is “No”')
  await visitor.visit(assessment)
  await visitor.see('I like it when Gran comes.')
  await visitor.see('What is missing, by name')
  await visitor.visit(`${assessment}/print`)
  await visitor.shoot('assessment-whole')
  await visitor.print('assessment-whole')
  await visitor.visit(`${assessment}/history`)
  await visitor.shoot('assessment-history')
}

export async function an_assessment_that_is_not_complete_says_so_as_an_error_with_the_way_there (visitor) { // W46 W183
  await signIn(visitor, 'family-worker@demo.example')
  await visitor.visit(await begin(visitor, await aChild(visitor)))
  await visitor.page.getByRole('button', { name: 'It is complete' }).click()
  await visitor.check()
  await visitor.see('There is a problem')
  if (await visitor.page.getByText('Success').count()) throw new Error('a refusal is called a success')
  if (!await visitor.page.getByText(/what goes well/).first().isVisible()) throw new Error('what is missing is folded away')
  await visitor.shoot('assessment-not-complete')
  await visitor.page.locator('.govuk-error-summary a').first().click()
  await visitor.check()
  await visitor.see('Still needed')
}

export async function what_is_typed_without_a_connection_is_saved_when_it_is_back (visitor) { // P3
  await signIn(visitor, 'family-worker@demo.example')
  const assessment = await begin(visitor, await aChild(visitor))
  await visitor.visit(`${assessment}/analysis`)
  await visitor.page.evaluate(() => { window.connected = window.fetch; window.fetch = () => Promise.reject(new TypeError('offline')) })
  await visitor.page.getByLabel('What does the family want to change?').fill('A bigger flat.')
  await visitor.page.waitForFunction(() => /Not saved: Kith cannot be reached/.test(document.querySelector('[data-drafts-say]').textContent))
  await visitor.page.evaluate(() => { window.fetch = window.connected; window.dispatchEvent(new Event('online')) })
  await saved(visitor.page)
  await visitor.visit(`${assessment}/print`)
  await visitor.see('A bigger flat.')
}

export async function a_questionnaire_is_looked_at_in_the_office_and_a_fault_is_said_with_its_line (visitor) { // W15
  await signIn(visitor, 'administrator')
  await visitor.visit('/office/forms')
  await visitor.page.getByRole('link', { name: 'Early help assessment (CAF)', exact: true }).click()
  await visitor.check()
  await visitor.page.getByRole('link', { name: 'Its text, for those who know how it is written' }).click()
  await visitor.check()
  await visitor.see('Preview')
  await visitor.page.getByLabel('Its wording').fill('{"key": "caf",\n oops}')
  await visitor.page.getByRole('button', { name: 'Show the preview' }).click()
  await visitor.check()
  await visitor.see('Line 2:')
  await visitor.shoot('form-fault')
}
