// What a program can tell of a page: axe for WCAG 2.2 AA, html-validate for the markup as it was sent.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { HtmlValidate } from 'html-validate'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const axeOptions = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
}

async function runAxe (page) {
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate(options => window.axe.run(document, options), axeOptions)
  return violations.flatMap(v => v.nodes.map(node => `${v.help} (${v.id}): ${node.html.slice(0, 200)}`))
}

// Without script axe cannot run where the page is, so it looks at the same HTML in a page that is given no scripts: one
// for each browser, which looks at one thing at a time.
const twins = new WeakMap()

async function openTwin (browser) {
  const context = await browser.newContext({ bypassCSP: true })
  const page = await context.newPage()
  await page.route('**/*.js', route => route.abort())
  return { page, idle: Promise.resolve() }
}

async function lookBeside (twin, page) {
  const html = await page.content()
  const address = page.url().split('#')[0]
  await twin.setViewportSize(page.viewportSize())
  await twin.route(address, route => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }))
  try {
    await twin.goto(address)
    return await runAxe(twin)
  } finally {
    await twin.unroute(address)
  }
}

async function runAxeBeside (browser, page) {
  if (!twins.has(browser)) twins.set(browser, openTwin(browser))
  const twin = await twins.get(browser)
  const finds = twin.idle.then(() => lookBeside(twin.page, page))
  twin.idle = finds.catch(() => {})
  return finds
}

export function axeFinds (browser, page, script) { return script ? runAxe(page) : runAxeBeside(browser, page) }

// Off: matters of spelling, and what GOV.UK's components do on purpose.
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'no-trailing-whitespace': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],   // tick boxes of one question
    'attribute-boolean-style': 'off',
    'doctype-style': 'off',
    'input-attributes': 'off',                       // autocapitalize on passwords, as GOV.UK has it
    'long-title': 'off',
    'require-sri': 'off',
    'prefer-native-element': 'off',                  // role="button" on links, role="region" on banners
    'no-redundant-role': 'off',
    'no-inline-style': 'error',
    'text-content': 'off',                           // the script-only toggle buttons
    'valid-id': ['error', { relaxed: true }],
    'wcag/h63': 'error'
  }
})

export async function htmlFaults (html) {
  const report = await validator.validateString(html)
  return report.results.flatMap(result => result.messages.map(m => `${m.line}:${m.column} ${m.message} (${m.ruleId})`))
}
