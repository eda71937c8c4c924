// A young person leads their meeting and adds to their plan; their worker answers each of it, and they read the answers.
import { begin, signIn } from './people.mjs'

export const needs = { demo: true }

async function fillDay (page, name, days) {
  const day = new Date(Date.now() + days * 86400000)
  await page.locator(`[name="${name}-day"]`).fill(String(day.getDate()))
  await page.locator(`[name="${name}-month"]`).fill(String(day.getMonth() + 1))
  await page.locator(`[name="${name}-year"]`).fill(String(day.getFullYear()))
}

async function press (person, button) {
  await person.page.locator('main').getByRole('button', { name: button }).first().click()
  await person.check()
}

async function follow (person, link) {
  await person.page.locator('main').getByRole('link', { name: link }).first().click()
  await person.check()
}

// The worker calls a meeting that the child is asked to; its address.
async function call (worker, purpose) {
  await worker.visit('/work')
  await follow(worker, 'Answer what a child asks of a meeting')
  await follow(worker, 'Meetings and reviews')
  await follow(worker, 'Call a meeting')
  await worker.page.getByLabel('The team around the child').check()
  await worker.page.getByLabel('What is it for?').fill(purpose)
  await fillDay(worker.page, 'on', 20)
  await worker.page.getByLabel('At what time?').fill('16:00')
  await worker.page.getByLabel('How many minutes?').fill('60')
  await worker.page.getByLabel('Where?').fill('At the kitchen table')
  await worker.page.getByRole('group', { name: 'Does the child come?' }).getByLabel('Yes').check()
  await press(worker, 'Call it and invite')
  await worker.see('Not asked yet: what the child wants of this meeting')
  return new URL(worker.page.url()).pathname
}

async function asks (child, purpose, shot) {
  await child.visit('/me')
  if (shot) await child.shoot('me-own')
  await follow(child, purpose)
  if (shot) await child.tabTo('I want to lead this meeting')
  if (shot) await child.press('Enter'); else await press(child, 'I want to lead this meeting')
  await child.page.getByText('You said that you want to lead this meeting.').waitFor()
  await press(child, 'Put it down')
  await child.see('Write what you want to talk about, even one word')
  for (const point of ['The noise at night', 'Football']) {
    await child.page.getByLabel('What do you want to talk about?').fill(point)
    await press(child, 'Put it down')
  }
  await press(child, /Take it back\s*: Football/)
  if (await child.page.getByText('Football', { exact: true }).count()) throw new Error('it was not taken back')
  await press(child, 'Send it')
  await child.see('Write who it is')
  await child.page.getByLabel('Who?').fill('My uncle')
  await child.page.getByLabel('I do not want them to be there').check()
  await press(child, 'Send it')
  await child.see('has not answered yet')
  if (shot) await child.shoot('me-meeting')
}

async function answers (worker, meeting, shot) {
  await worker.visit(meeting)
  await worker.see('The noise at night')
  await press(worker, 'Send the answers')
  await worker.see('Answer at least one of the things the child asks')
  const forms = worker.page.locator('#child')
  for (const [question, answer] of [['Do you agree that the child leads?', 'Yes'], ['Do you agree to talk about it?', 'Yes'], ['Do you agree that they are not there?', 'No']]) {
    await forms.getByRole('group', { name: question }).getByLabel(answer).check()
  }
  if (shot) await worker.shoot('child-asks')
  await press(worker, 'Send the answers')
  await worker.see('Say why not, in words the child can read')
  await forms.getByLabel('will read').last().fill('He is asked to come for the first ten minutes only.')
  await press(worker, 'Send the answers')
  await worker.see('Your answers are on the child’s own page')
  await worker.page.locator('dd', { hasText: 'Bilal' }).first().waitFor()
  if (shot) await worker.shoot('child-leads')
}

async function reads (child, purpose, shot) {
  await child.visit('/me')
  await child.see('You lead it.')
  await follow(child, purpose)
  await child.see('You lead this meeting.')
  await child.see('He is asked to come for the first ten minutes only.')
  if (shot) await child.shoot('me-answered')
  await press(child, 'I do not want to lead it any more')
  await child.see('You took it back')
  await child.page.getByRole('button', { name: 'I want to lead this meeting' }).waitFor()
}

async function leads (visitor, purpose, scripts) {
  const worker = await visitor.another({ script: scripts.worker })
  const child = await visitor.another({ script: scripts.child })
  await signIn(worker, 'family-worker@demo.example')
  await begin(child, 'family')
  const meeting = await call(worker, purpose)
  await asks(child, purpose, scripts.child)
  await answers(worker, meeting, scripts.worker)
  await reads(child, purpose, scripts.child)
  await worker.visit(meeting)
  if (await worker.page.locator('dd', { hasText: 'Bilal' }).count()) throw new Error('the child still leads')
}

export async function a_child_leads_their_meeting (visitor) {    // W169 P8
  await leads(visitor, 'Plan the summer', { child: true, worker: false })
}

export async function a_child_without_script_leads_their_meeting (visitor) {    // W169 P8
  await leads(visitor, 'Plan the autumn', { child: false, worker: true })
}

// What became of it, once as an action and once as a no.
async function adds (child, words) {
  await child.visit('/me')
  await follow(child, 'Add to my plan')
  await press(child, 'Send it')
  await child.see('Write what you want, even one word')
  await child.page.getByLabel('What do you want in your plan?').fill(words)
  await press(child, 'Send it')
  await child.see(words)
  await child.see('There is no answer yet.')
}

async function toAnswer (worker, words) {
  await worker.visit('/work')
  await worker.see(words)
  await worker.page.getByRole('row', { name: words }).or(worker.page.getByRole('listitem').filter({ hasText: words }))
    .getByRole('link', { name: 'Answer what a child wants in the plan' }).first().click()
  await worker.check()
  await worker.see(words)
}

export async function what_a_child_adds_to_their_plan_is_answered (visitor) {    // W169 P1 P8
  const worker = await visitor.another()
  const child = await visitor.another({ script: false })
  await signIn(worker, 'family-worker@demo.example')
  await begin(child, 'family')
  await adds(child, 'I want a lock on the bathroom.')
  await adds(child, 'I want to stay up later.')
  await toAnswer(worker, 'I want a lock on the bathroom.')
  await worker.shoot('proposal')
  await follow(worker, 'As something that is done')
  await worker.see('I want a lock on the bathroom.')
  await worker.page.getByLabel('What is to be done?').fill('Fit a lock with Dad')
  await worker.page.getByLabel('What does it change for the child?').fill('He has a door he can close')
  await worker.page.getByLabel('How will we know?').fill('It is there, and he uses it')
  await worker.page.getByLabel('Who does it?').selectOption('owner')
  await fillDay(worker.page, 'due', 14)
  await press(worker, 'Add the action')
  await worker.see('The child asked: “I want a lock on the bathroom.”')
  await worker.shoot('plan-child')
  await toAnswer(worker, 'I want to stay up later.')
  await press(worker, 'Send it to the child')
  await worker.see('Say why not, in words the child can read')
  await worker.page.getByLabel('Why is it not taken in?').fill('School begins at eight. We look again in the holidays.')
  await press(worker, 'Send it to the child')
  await child.visit('/me')
  await child.see('Fit a lock with Dad')
  await child.see('You asked: “I want a lock on the bathroom.”')
  await child.see('We look again in the holidays.')
}
