// Somebody new: invited, let in by the link in their mail, made to set up two-step sign-in because their role asks for
// it, out and in again with the app, then with a recovery code; and the other browser signed out. With script and without.
import { code, mailed } from '../attack/client.mjs'
import { signIn } from './people.mjs'

export const needs = { demo: true }
const password = 'plum orbit lantern'
let lastLink

const press = async (visitor, name) => {
  await visitor.page.locator('main').getByRole('button', { name, exact: true }).click()
  await visitor.check()
}

async function invite (admin, email, name) {
  await admin.visit('/office/accounts')
  await admin.visit('/office/accounts/invite')
  await press(admin, 'Send the invitation')
  await admin.see('Enter an email address')
  await admin.page.getByLabel('Email address').fill(email)
  await admin.page.getByLabel('Name', { exact: true }).fill(name)
  await admin.page.getByLabel('Agency').selectOption({ label: 'Example Police' })
  await admin.page.getByLabel('Performance officer').check()
  await press(admin, 'Send the invitation')
  await admin.see(name)
}

async function takeUp (guest, link) {
  await guest.visit(link)
  await guest.page.getByLabel('Password', { exact: true }).fill('password1234')
  await press(guest, 'Save and sign in')
  await guest.see('Choose a password that is harder to guess')
  await guest.page.getByLabel('Password', { exact: true }).fill(password)
  await press(guest, 'Save and sign in')
  await guest.see('Your role needs two-step sign-in')
  await guest.visit(link, { status: 410 })
}

// The key as it is shown beside the picture, and the recovery codes that come once.
async function setUp (guest) {
  await guest.visit('/office')
  await guest.see('Your role needs two-step sign-in')
  await press(guest, 'Set up two-step sign-in')
  const key = await guest.page.locator('.kith-key').innerText()
  await guest.page.getByLabel('Code').fill('000000')
  await press(guest, 'Turn it on')
  await guest.see('That code is not right')
  await guest.page.getByLabel('Code').fill(code(key))
  await press(guest, 'Turn it on')
  await guest.see('They are shown this once')
  const recovery = await guest.page.locator('main code').allInnerTexts()
  if (recovery.length !== 10) throw new Error(`${recovery.length} recovery codes`)
  await guest.visit('/office')
  await guest.see('Enter figures')
  return { key, recovery }
}

async function enter (guest, email, typed) {
  await guest.visit('/sign-in?next=/account')
  await guest.page.getByLabel('Email address').fill(email)
  await guest.page.getByLabel('Password', { exact: true }).fill(password)
  await press(guest, 'Sign in')
  await guest.see('Six digits from your app, or one of your recovery codes')
  await guest.page.getByLabel('Code').fill(typed)
  await press(guest, 'Continue')
}

async function signOut (guest) {
  await guest.visit('/sign-out')
  await press(guest, 'Sign out')
  await guest.see('You are signed out')
}

async function firstDays (admin, site, script, email, name) {
  site.kith('setting', 'two_step.roles', 'performance-officer')
  await signIn(admin, 'administrator')
  await invite(admin, email, name)
  const guest = await admin.another({ script })
  await takeUp(guest, lastLink = await mailed(site, '/invitation/', lastLink))
  const { key, recovery } = await setUp(guest)
  await signOut(guest)
  await enter(guest, email, code(key, 1))
  await guest.see(email)
  const elsewhere = await admin.another({ script })
  await enter(elsewhere, email, recovery[0])
  await elsewhere.see('That recovery code is used up')
  await elsewhere.see('9 recovery codes left')
  await elsewhere.visit('/account/sessions')
  await elsewhere.see('(this one)')
  await press(elsewhere, 'Sign out everywhere but here')
  await elsewhere.see('You are signed out everywhere but here')
  await guest.page.goto('/account')
  await guest.see('Accounts are by invitation')
  await admin.visit('/office/outbox')
  await admin.see('A recovery code was used to sign in')
  await admin.visit('/office/audit')
  await admin.see(name)
}

export async function somebody_new_is_invited_and_comes_in_by_two_steps (visitor, site) {
  await firstDays(visitor, site, true, 'nora@demo.example', 'Nora Newcomer')
}

export async function somebody_new_does_it_all_without_script (visitor, site) {
  await firstDays(visitor, site, false, 'noel@demo.example', 'Noel Newcomer')
}
