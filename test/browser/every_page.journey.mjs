// Every address that can be read, as everybody who may: the list of routes and roles comes from the program itself
// (`kith docs access`), the examples from every_page.mjs. With KITH_SHOTS=1 each is left in build/shots/ too.
import { htmlFaults } from './checks.mjs'
import { examples } from './every_page.mjs'
import { furnish, roles } from './furnish.mjs'

export const needs = { pack: 'packs/nottingham', demo: true }

const everybody = ['nobody', ...roles]

// Who has a record to look at, of those the table lets in.
const keeper = may => ['practitioner', 'team-manager'].find(role => may.includes(role))

// {route, may: the roles that it lets in, …example}
function addresses (site, made) {
  const rows = [...site.kith('docs', 'access').matchAll(/^\| GET `([^`]+)` \|(.*)\|$/gm)]
  const missing = rows.filter(([, route]) => !examples[route]).map(([, route]) => route)
  if (missing.length) throw new Error(`no example in test/browser/every_page.mjs for ${missing.join(', ')}`)
  return rows.map(([, route, cells]) => {
    const example = examples[route]
    const yes = cells.split('|').map(cell => cell.trim() === 'yes')
    const may = everybody.filter((_, i) => yes[i])
    const record = route.startsWith('/work/people/*')
    const as = example.as ?? (record ? keeper(may) : may.find(role => role !== 'nobody')) ?? 'nobody'
    const here = record && as !== 'practitioner' ? { ...made, child: made.held } : made
    const at = typeof example.at === 'function' ? example.at(here) : example.at ?? route
    const others = example.others ?? (record || route.startsWith('/me/') ? [403, 404] : undefined)
    return { ...example, route, at, may, others, as }
  })
}

let made
const furnished = (visitor, site) => (made ??= furnish(visitor, site))

// Somebody with that role's cookies, opened when first asked for.
function company (visitor, { cookies }, options) {
  const here = {}
  return role => (here[role] ??= visitor.another({ ...options, cookies: cookies[role] }))
}

function expected (address, role) {
  if (!address.may.includes(role)) return role === 'nobody' ? 303 : 403
  if (role === address.as) return [address.status ?? 200]
  return [address.status ?? 200, ...[address.others].flat(), role === 'nobody' ? undefined : address.signedIn].filter(Boolean)
}

export async function every_address_lets_in_whom_the_table_says_and_sends_valid_html (visitor, site) {
  const house = await furnished(visitor, site)
  const person = company(visitor, house)
  const faults = []
  const seen = new Set()
  for (const address of addresses(site, house)) {
    for (const role of everybody) {
      const allowed = [expected(address, role)].flat()
      if (address.file && address.may.includes(role) && role !== address.as) continue     // a PDF is slow to make
      const answer = await (await person(role)).context.request.get(address.at, { maxRedirects: 0 })
      if (!allowed.includes(answer.status())) {
        faults.push(`${address.at} as ${role}: ${answer.status()}, not ${allowed.join(' or ')}`)
      }
      if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) continue
      if (role !== address.as && seen.has(role + answer.status())) continue        // the same page for somebody else
      seen.add(role + answer.status())
      for (const fault of await htmlFaults(await answer.text())) faults.push(`${address.at} as ${role}: html: ${fault}`)
    }
  }
  if (faults.length) throw new Error(faults.join('\n'))
}

// Runs in the page: what a sighted person at a desk takes for granted.
function shape () {
  const faults = []
  const headings = [...document.querySelectorAll('h1, h2, h3, h4')]
    .filter(h => h.checkVisibility() && !h.matches('.govuk-error-summary__title'))       // stands above the h1, as GOV.UK has it
  if (document.querySelectorAll('h1').length !== 1) faults.push(`${document.querySelectorAll('h1').length} h1`)
  headings.reduce((above, h) => {
    const level = Number(h.tagName[1])
    if (level > above + 1) faults.push(`a heading of level ${level} below one of ${above}: ${h.innerText}`)
    return level
  }, 0)
  if (!/^.+ – .+$/.test(document.title)) faults.push(`the title is “${document.title}”`)
  if (document.documentElement.scrollWidth > window.innerWidth) faults.push(`${window.innerWidth} px: scrolls sideways`)
  if (document.getAnimations().length) faults.push('something moves for a reader who wants no motion')
  const held = '.kith-scroll, .govuk-visually-hidden, .govuk-skip-link, [aria-hidden=true]'
  const cut = [...document.querySelectorAll('h1, h2, h3, p, li, td, th, label, a, button')]
    .find(e => !e.closest(held) && e.getBoundingClientRect().right > window.innerWidth + 1)
  if (cut) faults.push(`cut off: ${cut.innerText.slice(0, 60)}`)
  return faults
}

// Runs in the page: gives everything that Tab stops at the focus, in turn. Each must show that it has it, and none may
// stand outside the order of the page.
function stops () {
  const faults = []
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter(e => !e.disabled && e.type !== 'hidden' && e.tabIndex >= 0 && e.checkVisibility())
  for (const element of all) {
    if (element.tabIndex > 0) faults.push(`a tabindex of ${element.tabIndex}`)
    element.focus()
    const name = (element.labels?.[0]?.innerText ?? element.innerText ?? '').trim().slice(0, 50)
    if (document.activeElement !== element) { faults.push(`the focus cannot reach “${name}”`); continue }
    const looks = [getComputedStyle(element)]
    if (element.labels?.[0]) looks.push(getComputedStyle(element.labels[0], '::before'))
    const seen = looks.some(s => s.boxShadow !== 'none' || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0))
    if (!seen) faults.push(`nothing shows that “${name}” has the focus`)
  }
  return { faults, count: all.length }
}

async function look (visitor, path, faults) {
  const { page } = visitor
  const say = (where, list) => faults.push(...list.map(fault => `${path} ${where}: ${fault}`))
  for (const width of [1280, 360, 320]) {
    await page.setViewportSize({ width, height: width === 320 ? 256 : 900 })      // 320: 1280 at 400 %
    say(`at ${width} px`, await page.evaluate(shape))
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.keyboard.press('Tab')
  const first = await page.evaluate(() => document.activeElement.innerText ?? '')
  const summary = await page.locator('.govuk-error-summary').count()
  if (!summary && first !== 'Skip to main content') say('by keyboard', [`the first stop is “${first}”`])
  for (const forcedColors of ['active', 'none']) {
    await page.emulateMedia({ forcedColors, reducedMotion: 'reduce' })
    say(`forced colours ${forcedColors}`, (await page.evaluate(stops)).faults)
  }
}

async function eachPage (visitor, site, options, run) {
  const house = await furnished(visitor, site)
  const person = company(visitor, house, options)
  const faults = []
  for (const address of addresses(site, house).filter(a => !a.file && a.status !== 303)) {
    for (const role of [address.as, ...address.more ?? []]) await run(await person(role), address, faults, role)
  }
  try { visitor.raise() } catch (more) { faults.push(more.message) }
  if (faults.length) throw new Error([...new Set(faults)].join('\n'))
}

const nameOf = path => path.slice(1).replace(/\W+/g, '-').slice(0, 40) || 'front'

export async function every_page_is_sound_on_a_desk_on_a_phone_and_by_keyboard (visitor, site) {
  await eachPage(visitor, site, {}, async (person, address, faults, role) => {
    await person.visit(address.at, { status: address.status ?? 200 })
    await look(person, address.at, faults)
    if (process.env.KITH_SHOTS) await person.shoot(`every-${nameOf(address.route)}${role === address.as ? '' : `-${role}`}`)
  })
}

export async function every_page_works_without_script (visitor, site) {
  await eachPage(visitor, site, { script: false }, (person, address) => person.visit(address.at, { status: address.status ?? 200 }))
}
