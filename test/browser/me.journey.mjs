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
  await child.page.getByRole('link', { name: 'Say something', exact: true }).click()
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

// Runs in the page: what of it is larger than its text, headings and the child's own words apart.
function tooLarge () {
  const size = e => parseFloat(getComputedStyle(e).fontSize)
  const body = size(document.querySelector('main .govuk-body'))
  return [...document.querySelectorAll('main *')].filter(e => size(e) > body + 0.1 && e.checkVisibility() &&
    [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && !e.closest('h1, h2, h3, caption, blockquote, .govuk-body-l, .kith-record__name'))
    .map(e => `${e.className} “${e.textContent.trim().slice(0, 40)}”`)
}

export async function on_paper_stands_what_was_written_and_not_the_ways_about (worker) {
  await begin(worker, 'family-worker@demo.example')
  await worker.page.goto('/work')
  await worker.page.getByRole('link', { name: 'Bilal' }).first().click()
  await worker.page.emulateMedia({ media: 'print' })
  for (const hidden of ['.kith-tabs', '.kith-record__why', '.moj-sub-navigation']) {
    if (await worker.page.locator(hidden).first().isVisible()) throw new Error(`${hidden} is printed`)
  }
  const large = await worker.page.evaluate(tooLarge)
  if (large.length) throw new Error(`larger than the text:\n${large.join('\n')}`)
  await worker.print('record')
  const child = await worker.another()
  await begin(child, 'family')
  await child.page.goto('/me')
  await child.page.emulateMedia({ media: 'print' })
  const [wide, room, ground] = await child.page.evaluate(() => [document.body.getBoundingClientRect().width, window.innerWidth,
    getComputedStyle(document.documentElement).backgroundColor])
  if (wide < room || ground !== 'rgba(0, 0, 0, 0)') throw new Error(`the page is ${wide} of ${room} wide, on ${ground}`)
  await child.print('me')
}

export async function a_young_person_of_the_demonstration_sees_only_their_own_page (visitor) {    // P5
  await begin(visitor, 'family')
  await visitor.page.goto('/me')
  await visitor.see('My page')
  await visitor.check()
  const answer = await visitor.page.request.get('/work')
  if (answer.status() !== 403) throw new Error(`a young person's /work answered ${answer.status()}`)
}

async function comesIn (visitor, code, name, options) {
  const person = await visitor.another(options)
  if (!options.script) await person.page.setViewportSize({ width: 360, height: 740 })
  await person.page.goto('/me/begin')
  await person.page.getByLabel('Your code').fill(code)
  await person.page.getByLabel('A name to sign in with').fill(name)
  await person.page.getByLabel('A password').fill('plum orbit lantern 42')
  await person.page.getByRole('button', { name: 'Open my page' }).click()
  await person.page.getByLabel('Email address').fill(name)
  await person.page.getByLabel('Password', { exact: true }).fill('plum orbit lantern 42')
  await person.page.locator('main').getByRole('button', { name: 'Sign in' }).click()
  await person.page.waitForLoadState()
  return person
}

async function writes (person, words) {
  await person.page.getByRole('link', { name: 'Write to the team' }).click()
  await person.check()
  await person.see('Another parent does not see it either.')
  await person.page.getByRole('button', { name: 'Send it' }).click()
  await person.check()
  await person.see('Write something, even one word')
  await person.page.getByLabel('What do you want to say?').fill(words)
  await person.page.getByRole('button', { name: 'Send it' }).click()
  await person.check()
  await person.see(words)
}

export async function a_parent_writes_to_the_team_and_is_answered_and_the_other_parent_reads_none_of_it (visitor) {    // W168 W169 P1 P5 P8
  const worker = await visitor.another()
  await signIn(worker, 'teacher@demo.example')
  const mother = await comesIn(visitor, await codeFor(worker, 'Zofia', 'Agnieszka'), 'quietowl', { script: true })
  const father = await comesIn(visitor, await codeFor(worker, 'Zofia', 'Piotr'), 'loudowl', { script: false })
  await mother.page.setViewportSize({ width: 360, height: 740 })
  await writes(mother, 'I work nights until March. Can somebody ring in the mornings?')
  await writes(father, 'I can take her on Fridays.')
  await mother.shoot('me-parent')
  await worker.visit('/work')
  await worker.see('what their mother wrote')
  await worker.page.getByRole('link', { name: 'Bring back word to the child or the family' }).first().click()
  await worker.check()
  await worker.see('What the family wrote')
  await worker.see('Agnieszka Kowalska, mother, not the child:')
  await worker.shoot('family-words')
  await worker.page.getByRole('link', { name: /Say what came of it\s*:\s*what their mother wrote/ }).click()
  await worker.check()
  await worker.page.getByLabel('What was done because of what they said').fill('The breakfast club rings at eight.')
  await worker.page.getByRole('button', { name: 'Save' }).click()
  await worker.check()
  await mother.visit('/me')
  await mother.see('The breakfast club rings at eight.')
  await father.visit('/me')
  for (const word of ['I work nights', 'breakfast club rings']) {
    if (await father.page.getByText(word).count()) throw new Error(`the father reads “${word}”`)
  }
}
