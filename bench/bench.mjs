// Everything docs/measuring.md tells of, in one run. What counts are ratios within the run.
//     node bench/bench.mjs [--quick] [--port N] [--only pages,reading,slow,writers,find,growth,children]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findAmong } from './find.mjs'
import { measureChildren } from './children.mjs'
import { fillLarge, measureGrowth } from './growth.mjs'
import { measurePages, weigh } from './pages.mjs'
import { engines, fillWithReport, openSite } from './site.mjs'
import { measureSlow } from './slow.mjs'
import { heading, verdicts } from './table.mjs'
import { measureReading, measureWriters, saver } from './writing.mjs'

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, port: { type: 'string', default: '18280' }, only: { type: 'string' }, engine: { type: 'string' }, children: { type: 'string', default: '1000000' } }
})
const build = process.env.KITH_BUILD
const kith = join(build, 'kith')
const parts = values.only?.split(',')
const wanted = part => !parts || parts.includes(part)
const effort = values.quick ? { rounds: 1, seconds: 1, times: 3 } : { rounds: 5, seconds: 2, times: 20 }
const sizes = values.quick ? [2000, 20000] : [10000, Number(values.children)]
const port = Number(values.port)
const dir = mkdtempSync(join(build, 'bench-'))
mkdirSync(join(dir, 'data'))
const sites = []

function site (engine, name) {
  const made = openSite({ kith, engine, name, dir, port })
  sites.push(made)
  return made
}

async function serving (here, accounts) {
  await here.start()
  const session = role => here.signIn(accounts[role].email, accounts[role].password)
  const [reader, writer] = [await session('viewer'), await session('performance-officer')]
  const sizes = await weigh(here, reader)
  await here.stop()
  await here.start('--bench-page', sizes)                    // anew, so that memory at rest is that of a start
  return { reader, writer }
}

async function measureReport (engine) {
  const here = site(engine, 'report')
  const accounts = fillWithReport(here)
  const { reader, writer } = await serving(here, accounts)
  if (wanted('pages')) await measurePages(here, reader, effort)
  if (wanted('reading')) await measureReading(here, reader, await saver(here, writer), effort)
  if (wanted('slow')) await measureSlow(here, reader, effort)
  await here.stop()

  if (!wanted('growth')) return
  const large = site(engine, 'large')
  const others = fillLarge(large)
  const signIn = at => at.signIn(...Object.values((at === large ? others : accounts).viewer))
  await measureGrowth(here, large, signIn, effort)
}

async function measure (engine) {
  if (['pages', 'reading', 'slow', 'growth'].some(wanted)) await measureReport(engine)
  if (wanted('writers')) measureWriters(join(build, 'bench-writers'), site(engine, 'writers'), effort)
  const city = wanted('children') || wanted('find') ? site(engine, 'city') : null
  const accounts = wanted('children') ? await measureChildren(site(engine, 'town'), city, sizes, effort) : undefined
  if (wanted('find')) await findAmong(city, join(build, 'bench-typos'), sizes[1], effort, accounts)
}

try {
  console.log(`${cpus().length} processors: ${cpus()[0].model}. ${values.quick ? 'One short round: too few to rely on.' : ''}`)
  for (const engine of engines(dir)) {
    if (values.engine && values.engine !== engine.name.toLowerCase()) continue
    heading(`==== ${engine.name} ====`)
    await measure(engine)
  }
  verdicts()
} finally {
  for (const one of sites) one.kill()
  rmSync(dir, { recursive: true, force: true })
}
