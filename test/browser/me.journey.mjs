// A young person's own page: in by a code on paper, a plan in plain words, something said, and a quick way out.
import { begin, signIn } from './people.mjs'

export const needs = { demo: true }

async function codeFor (worker, child, whom) {
  await worker.page.goto('/work')
  await worker.page.getByRole('link', { name: child }).first().click()
  await worker.page.getByRole('link', { name: 'Their own page' }).click()
  await worker.page.getByLabel(whom).check()
  await worker.page.getByLabel('It is safe').check()
  await worker.page.getByRole('button', { name: 'Make a code' }).click()
  await worker.check()
  return (await worker.page.locator('.govuk-panel__body strong').innerText()).trim()
}

export async function a_child_opens_their_page_with_a_code_and_says_something (visitor) {    // W167 W168 W169
  const worker = await visitor.another()
  await signIn(worker, 'teacher@demo.example')
  const code = await codeFor(worker, 'Zofia', 'Zofia')
  const child = await visitor.another({ viewport: { width: 360, height: 740 } })
  await child.page.goto('/me/begin')
  await child.check()
  await child.page.getByLabel('Your code').fill(code)
  await child.page.getByLabel('A name to sign in with').fill('bluefox27')
  await child.page.getByLabel('A password').fill('plum orbit lantern 42')
  await child.page.getByRole('button', { name: 'Open my page' }).click()
  await child.page.getByLabel('Email address').fill('bluefox27')
  await child.page.getByLabel('Password', { exact: true }).fill('plum orbit lantern 42')
  await child.page.locator('main').getByRole('button', { name: 'Sign in' }).click()
  await child.see('My plan')
  await child.check()
  await child.page.getByRole('link', { name: 'Say something' }).click()
  await child.check()
  await child.page.getByLabel('What do you want to say?').fill('The new bed squeaks.')
  await child.page.getByRole('button', { name: 'Send it' }).click()
  await child.see('The new bed squeaks.')
  await child.page.getByRole('link', { name: 'Who looked at my record' }).click()
  await child.see('Tomasz')
  await child.check()
  await worker.page.goto('/work')
  await worker.page.getByRole('link', { name: 'Zofia' }).first().click()
  await worker.see('The new bed squeaks.')
}

export async function a_young_person_of_the_demonstration_sees_only_their_own_page (visitor) {    // P5
  await begin(visitor, 'family')
  await visitor.page.goto('/me')
  await visitor.see('My page')
  await visitor.check()
  const answer = await visitor.page.request.get('/work')
  if (answer.status() !== 403) throw new Error(`a young person's /work answered ${answer.status()}`)
}
