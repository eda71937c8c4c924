// node test/browser/run.mjs [NAME]: journeys through the real program in a real browser. Each file *.journey.mjs
// exports functions named as sentences; those whose name has NAME in it run, or all. A file may export
// `needs = {pack, demo}`; it then gets a site with that pack loaded, or the demonstration accounts.
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { openBrowser } from './browser.mjs'
import { startSite } from './site.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const wanted = process.argv[2] ?? ''
const sentence = name => name.replaceAll('_', ' ')

async function journeysIn (file) {
  const module = await import(pathToFileURL(join(here, file)))
  return {
    needs: module.needs ?? {},
    journeys: Object.entries(module).filter(([name, run]) => typeof run === 'function' && name.includes(wanted))
  }
}

async function run (name, journey, browser, site) {
  const visitor = await browser.visitor(site)
  try {
    await journey(visitor, site)
    visitor.raise()
    console.log(`ok ${sentence(name)}`)
    return true
  } catch (fault) {
    console.log(`FAILED ${sentence(name)}\n    ${String(fault.stack ?? fault).replaceAll('\n', '\n    ')}`)
    await visitor.lastPage(name)
    return false
  } finally {
    await visitor.close()
  }
}

let passed = 0
let failed = 0
const browser = await openBrowser()
for (const file of readdirSync(here).filter(name => name.endsWith('.journey.mjs')).sort()) {
  const { needs, journeys } = await journeysIn(file)
  if (journeys.length === 0) continue
  let site
  try {
    site = await startSite(needs)
    for (const [name, journey] of journeys) (await run(name, journey, browser, site)) ? passed++ : failed++
  } catch (fault) {
    console.log(`FAILED ${file}\n    ${fault.stack ?? fault}`)
    failed += journeys.length
  } finally {
    await site?.stop()
  }
}
await browser.close()
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
