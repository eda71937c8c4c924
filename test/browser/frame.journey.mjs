// Head, navigation, forms and notices, as somebody sees them who is signed in.
import { signIn } from './people.mjs'

export const needs = { demo: true }

export async function the_office_offers_an_administrator_its_pages (visitor) {
  await signIn(visitor, 'administrator')
  await visitor.visit('/office')
  await visitor.shoot('office')
  for (const link of await visitor.page.locator('.moj-sub-navigation__link').all()) {
    const answer = await visitor.context.request.get(await link.getAttribute('href'))
    if (!answer.ok()) throw new Error(`${await link.innerText()} leads to ${answer.status()}`)
  }
}

export async function a_form_with_errors_takes_the_focus_to_what_is_wrong (visitor) {
  await signIn(visitor, 'administrator')
  await visitor.visit('/office/agencies/add')
  await visitor.page.locator('main').getByRole('button').last().click()
  await visitor.check()
  await visitor.see('There is a problem')
  const title = await visitor.page.title()
  if (!title.startsWith('Error: ')) throw new Error(`the title is “${title}”`)
  const focus = await visitor.page.evaluate(() => document.activeElement.className)
  if (!focus.includes('govuk-error-summary')) throw new Error(`the focus is on “${focus}”`)
  await visitor.press('Tab')
  await visitor.press('Enter')
  const id = await visitor.page.evaluate(() => document.activeElement.id)
  if (id !== 'name') throw new Error(`the error leads to “${id}”`)
  await visitor.shoot('form-errors')
}
