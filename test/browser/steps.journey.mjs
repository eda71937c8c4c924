// A step up is asked for, declined, disputed and settled, by two people of two agencies; with script and without.
import { signIn } from './people.mjs'

export const needs = { pack: 'packs/nottingham', demo: true }

const submit = (visitor, name) => Promise.all([
  visitor.page.waitForNavigation(),
  visitor.page.locator('main').getByRole('button', { name, exact: true }).first().click()
])
const follow = (visitor, name) => Promise.all([
  visitor.page.waitForNavigation(),
  visitor.page.locator('main a').filter({ hasText: name }).first().click()
])
const choose = async (visitor, label, text) => {
  const select = visitor.page.getByLabel(label)
  const value = await select.locator('option', { hasText: text }).first().getAttribute('value')
  await select.selectOption(value)
}

async function ask (teacher) {
  await signIn(teacher, 'teacher@demo.example')
  await teacher.visit('/work')
  await follow(teacher, 'Zofia Kowalska')
  await follow(teacher, 'Step up to social care')
  await teacher.check()
  await submit(teacher, 'Ask for the step')
  await teacher.check()
  await teacher.see('Say why')
  await choose(teacher, 'Who is to take the child over', 'Neighbourhood Fieldwork: Sofia')
  await teacher.page.getByLabel('Child in need').check()
  await teacher.page.getByLabel('Why', { exact: true }).fill('Her mother has lost the flat')
  await teacher.page.getByLabel('What the child says about it, in their words').fill('I am scared at night')
  await teacher.shoot('step-asked')
  await submit(teacher, 'Ask for the step')
  await teacher.check()
  await teacher.see('Your team holds the child until it is accepted')
  return teacher.page.url()
}

async function decline (worker) {
  await signIn(worker, 'social-worker')
  await worker.visit('/work')
  await follow(worker, /Accept or decline a step/)
  await worker.check()
  await worker.see('I am scared at night')
  await worker.shoot('step-answer')
  await submit(worker, 'Decline the step')
  await worker.check()
  await worker.see('Give your reasons')
  await worker.page.getByLabel('Why not').fill('The housing team can help first')
  await submit(worker, 'Decline the step')
  await worker.check()
}

async function dispute (teacher, step) {
  await teacher.visit(new URL(step).pathname)
  await teacher.see('The housing team can help first')
  await follow(teacher, 'Say that you do not agree')
  await teacher.check()
  await teacher.page.getByLabel('What it means for the child').fill('She sleeps in a car tonight')
  await teacher.page.getByLabel('What you ask for, and why').fill('An assessment now')
  await teacher.page.getByLabel('Yes').check()
  await choose(teacher, 'Who answers', 'Neighbourhood Fieldwork: Sofia')
  await submit(teacher, 'Raise it')
  await teacher.check()
  await teacher.see('She sleeps in a car tonight')
  await teacher.shoot('dispute')
}

async function settle (worker) {
  await worker.visit('/work')
  await follow(worker, /Answer a disagreement/)
  await worker.check()
  await worker.page.getByLabel('The referral or step is accepted').check()
  await worker.page.getByLabel('Why, and what happens for the child now').fill('We visit today')
  await submit(worker, 'Settle it')
  await worker.check()
  await worker.see('It is settled')
}

async function story (teacher, worker) {
  const step = await ask(teacher)
  await decline(worker)
  await dispute(teacher, step)
  await settle(worker)
}

export async function a_step_is_declined_disputed_and_settled (teacher) {
  await story(teacher, await teacher.another())
}

export async function and_so_without_script (visitor) {
  await story(await visitor.another({ script: false }), await visitor.another({ script: false }))
}
