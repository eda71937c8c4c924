// Chromium, and what is looked for on every page it opens: axe, valid HTML, no sideways scrolling at 400 % zoom, an
// error-free console, and few bytes.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { axeFinds, htmlFaults } from './checks.mjs'

const shots = join(process.env.KITH_BUILD ?? 'build', 'shots')
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync']
const MOST_BYTES = 50 * 1024

export async function openBrowser () {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: flags })
  mkdirSync(shots, { recursive: true })
  return {
    visitor: (site, options) => openVisitor(browser, site, options),
    close: () => browser.close()
  }
}

// A person at a browser. With {script: false} pages get no script at all; {cookies} are those of somebody else's browser.
async function openVisitor (browser, site, { script = true, cookies } = {}) {
  const context = await browser.newContext({
    baseURL: site.url, javaScriptEnabled: script, viewport: { width: 1280, height: 900 }, locale: 'en-GB',
    storageState: cookies
  })
  const page = await context.newPage()
  const others = []
  const faults = []
  watch(page, faults)
  const visitor = {
    page,
    context,
    site,
    // Opens a path, and looks the page over.
    async visit (path, { status = 200 } = {}) {
      const answer = await page.goto(path)
      if (answer.status() !== status) throw new Error(`${path} answered ${answer.status()}, not ${status}`)
      await visitor.check()
      return answer
    },
    // Looks the page over as it stands: call it after every step that brings another page.
    async check () {
      await page.waitForLoadState()
      for (const find of await axeFinds(browser, page, script)) faults.push(`${page.url()}: axe: ${find}`)
      const slip = /\b(null|undefined|NaN)\b|\[object /.exec(await page.innerText('body'))
      if (slip) faults.push(`${page.url()}: a script or a view wrote “${slip[0]}” on the page`)
      const wide = script && await sideways(page)
      if (wide) faults.push(`${page.url()}: scrolls sideways at 400% zoom: ${wide}`)
    },
    async see (text) {
      const body = (await page.locator('body').innerText()).replace(/\s+/g, ' ')
      if (!body.includes(text)) throw new Error(`${page.url()} does not say “${text}”. It says:\n${body.slice(0, 1500)}`)
    },
    // A picture of the page on a desk and on a phone: build/shots/NAME-1280.png, NAME-360.png.
    async shoot (name) {
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 900 })
        await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true })
      }
      await page.setViewportSize({ width: 1280, height: 900 })
    },
    // The page on paper: build/shots/NAME.pdf.
    print: name => page.pdf({ path: join(shots, `${name}.pdf`), format: 'A4', preferCSSPageSize: true, tagged: true, outline: true }),
    async press (key, times = 1) { for (let i = 0; i < times; i++) await page.keyboard.press(key) },
    // Tab until what has the focus is called `name`; every stop on the way must show that it has it.
    async tabTo (name, most = 80) {
      for (let i = 0; i < most; i++) {
        await page.keyboard.press('Tab')
        const here = await page.evaluate(focused)
        if (!here.shown) faults.push(`${page.url()}: nothing shows that “${here.name}” has the focus`)
        if (here.name === name) return
      }
      throw new Error(`${page.url()}: ${most} times Tab, and never at “${name}”`)
    },
    type: text => page.keyboard.type(text),
    // Another person on the same site, or the same with no script.
    async another (options) {
      const other = await openVisitor(browser, site, options)
      others.push(other)
      return other
    },
    raise () {
      for (const other of others) other.raise()
      if (faults.length) throw new Error([...new Set(faults)].join('\n'))
    },
    lastPage: async name => {
      for (const other of others) await other.lastPage(`${name}-other`)
      return page.screenshot({ path: join(shots, `failed-${name}.png`), fullPage: true }).catch(() => {})
    },
    async close () {
      for (const other of others) await other.close()
      await context.close()
    }
  }
  return visitor
}

// Every HTML answer is validated, every page weighed without its style sheet, which is kept from page to page.
function watch (page, faults) {
  let weight = 0
  page.on('console', line => {
    if (line.type() === 'error' && !/status of 4\d\d/.test(line.text())) faults.push(`${page.url()}: console: ${line.text()}`)
  })
  page.on('pageerror', fault => faults.push(`${page.url()}: script: ${fault}`))
  page.on('response', async answer => {
    const type = answer.headers()['content-type'] ?? ''
    if (type.startsWith('text/html') && answer.status() !== 304) {
      weight = 0
      const html = await answer.text().catch(() => '')
      for (const fault of await htmlFaults(html)) faults.push(`${answer.url()}: html: ${fault}`)
    }
    if (type.startsWith('text/css')) return
    const { responseBodySize } = await answer.request().sizes().catch(() => ({ responseBodySize: 0 }))
    weight += responseBodySize
    if (weight > MOST_BYTES) faults.push(`${page.url()}: ${weight} bytes, more than ${MOST_BYTES}`)
  })
}

// What makes the page scroll sideways, or nothing.
async function sideways (page) {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 256 })
  const wider = await page.evaluate(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return ''
    const wide = e => e.getBoundingClientRect().right > window.innerWidth ||
      (e.scrollWidth > e.clientWidth && e.getBoundingClientRect().left + e.scrollWidth > window.innerWidth && !e.classList.contains('govuk-visually-hidden'))
    const found = [...document.querySelectorAll('body *')].filter(wide)
    return found.slice(-3).map(e => `${e.tagName} ${e.className} “${e.textContent.trim().slice(0, 60)}”`).join(', ') || 'something hidden'
  })
  await page.setViewportSize(before)
  return wider
}

// Runs in the page.
function focused () {
  const element = document.activeElement
  const label = element.labels?.[0]?.innerText ?? element.getAttribute('aria-label') ?? element.innerText ?? ''
  const style = getComputedStyle(element)
  const beside = getComputedStyle(element.labels?.[0] ?? element, element.labels?.[0] ? '::before' : null)
  const shown = [style, beside].some(s => s.boxShadow !== 'none' || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0))
  return { name: label.replace(/\s+/g, ' ').trim(), shown: shown || element === document.body }
}
