// node test/browser/run.mjs [NAME]: journeys through the real program in a real browser. Each file *.journey.mjs
// exports functions named as sentences; those whose name has NAME in it run, or all. A file may export
// `needs = {pack, demo}`; it then gets a site with that pack loaded, or the demonstration accounts. Two files are walked
// at a time, each on a site of its own; the longest goes first.
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { openBrowser } from './browser.mjs'
import { startSite } from './site.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const wanted = (process.argv[2] ?? '').replaceAll(' ', '_')
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
  const began = performance.now()
  try {
    await journey(visitor, site)
    visitor.raise()
    console.log(`ok ${sentence(name)} (${Math.round((performance.now() - began) / 1000)} s)`)
    return true
  } catch (fault) {
    console.log(`FAILED ${sentence(name)}\n    ${String(fault.stack ?? fault).replaceAll('\n', '\n    ')}`)
    await visitor.lastPage(name)
    return false
  } finally {
    await visitor.close()
  }
}

const score = { passed: 0, failed: 0 }

async function walk (file) {
  const { needs, journeys } = await journeysIn(file)
  if (journeys.length === 0) return
  let site
  try {
    site = await startSite(needs)
    for (const [name, journey] of journeys) score[await run(name, journey, browser, site) ? 'passed' : 'failed']++
  } catch (fault) {
    console.log(`FAILED ${file}\n    ${fault.stack ?? fault}`)
    score.failed += journeys.length
  } finally {
    await site?.stop()
  }
}

const files = readdirSync(here).filter(name => name.endsWith('.journey.mjs')).sort()
files.sort((a, b) => b.startsWith('every') - a.startsWith('every'))
const walker = async () => { for (let file = files.shift(); file; file = files.shift()) await walk(file) }
const browser = await openBrowser()
await Promise.all([walker(), walker()])
await browser.close()
console.log(`${score.passed} passed, ${score.failed} failed`)
process.exitCode = score.failed || !score.passed ? 1 : 0
