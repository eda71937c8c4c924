// A school's worry and a neighbour's call at the front door: with the keyboard alone, and with no script.
import { signIn } from './people.mjs'

export const needs = { pack: 'packs/nottingham', demo: true }

// Presses what has the focus and looks the next page over.
async function go (visitor, url) {
  await Promise.all([visitor.page.waitForNavigation({ url }), visitor.press('Enter')])
  await visitor.check()
}

const button = (visitor, name) => visitor.page.locator('main').getByRole('button', { name, exact: true })

async function press (visitor, name) {
  await button(visitor, name).click()
  await visitor.page.waitForLoadState()
  await visitor.check()
}

export async function an_adviser_takes_a_call_with_the_keyboard_alone_and_puts_it_through_at_once (adviser) { // W16 W20 W25 W33
  await signIn(adviser, 'adviser')
  await adviser.visit('/work/contacts')
  await adviser.shoot('front-door')
  await adviser.tabTo('Take a call')
  await go(adviser, '**/work/contacts/*')
  const address = adviser.page.url()
  await adviser.tabTo('What was said')
  await adviser.type('A neighbour hears a small boy crying at night, alone.')
  await adviser.page.waitForFunction(() => /Saved at/.test(document.querySelector('[data-draft-says]').textContent))
  await adviser.page.keyboard.press('Alt+f')
  await adviser.type('Yusuf')
  await adviser.page.waitForFunction(() => document.querySelector('[data-find-says]').textContent !== '')
  await adviser.shoot('contact-typing')
  await Promise.all([adviser.page.waitForNavigation(), adviser.page.keyboard.press('Alt+9')])
  await adviser.check()
  await adviser.see('Put through to the duty team. No CAF is needed')
  await adviser.see('Sign of immediate danger')
  if (!/crying at night, alone/.test(await adviser.page.inputValue('#said'))) throw new Error('what was typed is gone')
  await adviser.shoot('contact-put-through')
  const duty = await adviser.another()
  await signIn(duty, 'social-worker')
  await duty.visit('/work/contacts')
  await duty.see('Put through')
  await duty.visit(new URL(address).pathname)
  await duty.see('Marked')
}

export async function what_is_offered_while_one_types_answers_what_stands_in_the_box (adviser) { // W16 P3
  await signIn(adviser, 'adviser')
  await adviser.visit('/work/contacts')
  await press(adviser, 'Take a call')
  const { page } = adviser
  const found = /^\d+ found/.source
  const hits = page.locator('[data-find-hits] li')
  const says = page.locator('[data-find-says]')
  const offers = async (typed, words) => {
    await page.fill('#find-name', typed)
    await page.waitForFunction(w => new RegExp(w).test(document.querySelector('[data-find-says]').textContent), words)
  }
  const nobody = async when => {
    if (await hits.count()) throw new Error(`${when}, a child found before is still on offer`)
  }
  await offers('Bilal', found)
  await hits.first().waitFor()
  await page.screenshot({ path: `${process.env.KITH_BUILD ?? 'build'}/shots/contact-offered.png` })
  const box = await hits.first().getByRole('button').boundingBox()
  if (box.y < 0 || box.y + box.height > 900) throw new Error(`who was found is off the screen: ${box.y}`)
  await adviser.check()
  for (const typed of ['', 'Bi']) {
    await page.fill('#find-name', typed)
    await nobody(`With “${typed}” in the box`)
    if (await says.textContent()) throw new Error(`“${await says.textContent()}” answers nothing that was asked`)
    await offers('Bilal', found)
  }
  let late                                // the answer to Bilal comes when the box is empty again
  await page.route('**/find.json', route => { late = route })
  await page.fill('#find-name', 'Bilal ')
  while (!late) await page.waitForTimeout(50)
  await page.fill('#find-name', '')
  await Promise.all([page.waitForResponse('**/find.json'), late.continue()])
  await page.waitForTimeout(200)
  await nobody('After a late answer')
  await page.unroute('**/find.json')
  await offers('Bilal', found)
  await page.route('**/find.json', route => route.fulfill({ status: 429 }))
  await offers('Bilal A', 'does not work now')
  await nobody('When the search failed')
  await page.unroute('**/find.json')
  await offers('Bilal', found)
  await hits.first().getByRole('button').click()
  await page.waitForLoadState()
  await adviser.see('Not this child')
}

export async function two_who_write_on_one_contact_lose_nothing (adviser) { // P3
  await signIn(adviser, 'adviser')
  await adviser.visit('/work/contacts')
  await press(adviser, 'Take a call')
  const address = new URL(adviser.page.url()).pathname
  const other = await adviser.another()
  await signIn(other, 'social-worker')
  await other.visit(address)
  await other.page.fill('#said', 'What the second heard')
  await press(other, 'Save the log')
  await adviser.page.fill('#said', 'What the first heard')
  await adviser.page.waitForFunction(() => /colleague changed/.test(document.querySelector('[data-draft-says]').textContent))
  await adviser.page.locator('main').getByRole('button', { name: 'Save the log' }).click()
  await adviser.page.waitForLoadState()
  await adviser.check()
  await adviser.see('Somebody else saved this contact meanwhile')
  await adviser.see('What the second heard')
  await adviser.shoot('contact-clash')
  if (await adviser.page.inputValue('#said') !== 'What the first heard') throw new Error('the first text is gone')
}

export async function a_teacher_tells_the_door_and_hears_what_became_of_it_without_script (visitor) { // W22 W18 W19 W27 P2
  const teacher = await visitor.another({ script: false })
  await signIn(teacher, 'practitioner')
  await teacher.visit('/worried/professional')
  await teacher.shoot('worried-professional')
  await teacher.page.fill('#said', 'He falls asleep in class and has no coat')
  await teacher.page.fill('#children', 'A boy in year 2')
  await teacher.page.fill('#role', 'Class teacher')
  await teacher.page.getByLabel('Yes').check()
  await press(teacher, 'Send')
  await teacher.see('Being looked at')
  await teacher.shoot('contacts-mine')

  const adviser = await visitor.another({ script: false })
  await signIn(adviser, 'adviser')
  await adviser.visit('/work/contacts')
  await adviser.page.locator('tr', { hasText: 'A boy in year 2' }).getByRole('link').click()
  await adviser.check()
  if (!/falls asleep/.test(await adviser.page.inputValue('#said'))) throw new Error('what was said is gone')
  await adviser.page.fill('#find-name', 'Zzz Nobody')
  await press(adviser, 'Search')
  await adviser.see('Nobody was found')
  await adviser.page.getByRole('link', { name: /Back to contact/ }).click()
  await adviser.page.getByRole('button', { name: 'Decide' }).or(adviser.page.getByRole('link', { name: 'Decide' })).first().click()
  await adviser.check()
  await adviser.shoot('contact-decide')
  await adviser.page.getByLabel('Initial Contact').check()
  await adviser.page.getByLabel('Family Support Services').check()
  await adviser.page.getByLabel('Why').fill('A routine and a coat: help short of social care')
  await press(adviser, 'Decide')
  await adviser.page.getByLabel('In Kith').check()
  await adviser.page.getByLabel('What you told them').fill('Family Support will call the family this week.')
  await press(adviser, 'Save')
  await adviser.see('Written down')

  await teacher.visit('/work/contacts/mine')
  await teacher.see('Answered')
  await teacher.page.locator('tbody').getByRole('link').first().click()
  await teacher.check()
  await teacher.see('Family Support will call the family this week.')
  await teacher.shoot('contact-mine')
}

export async function a_neighbour_without_an_account_is_told_first_what_to_do_now (visitor) { // W22 W29
  for (const script of [true, false]) {
    const neighbour = await visitor.another({ script })
    await neighbour.visit('/worried')
    await neighbour.see('If a child is in danger now, call 999')
    if (script) await neighbour.shoot('worried')
    await neighbour.page.getByRole('button', { name: 'No child is in danger now: tell us' }).or(neighbour.page.getByRole('link', { name: 'No child is in danger now: tell us' })).first().click()
    await neighbour.check()
    await press(neighbour, 'Send')
    await neighbour.see('Write down what worries you')
    await neighbour.page.fill('#said', 'Two small children are out alone at night')
    if (script) await neighbour.shoot('worried-tell')
    await press(neighbour, 'Send')
    await neighbour.see('Thank you: we have it')
    if (/\?/.test(neighbour.page.url())) throw new Error('something stands in the address')
  }
}
