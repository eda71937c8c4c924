// A city of children: somebody's record with fifty rows of chronology, one's own work and a team's list, each
// with session, access decision and an audit row on the disk before it leaves, beside a fixed page of its size.
// And the same record from a bare Fastify with better-sqlite3, on the same database.
import { bare } from './fastify/start.mjs'
import { load, median, medianOf } from './load.mjs'
import { heading, n0, n1, percent, table, target } from './table.mjs'

const SEED = '1'

export function fillCity (site, children) {
  site.run('init')
  const began = performance.now()
  const said = site.run('demo', '--seed', SEED, '--children', String(children))
  site.settle()
  heading(`${n0(children)} children made in ${n0((performance.now() - began) / 1000)} s (${site.engine.name})`)
  return Object.fromEntries([...said.matchAll(/^(\S+@demo\.example)\s+(\S+)\s+\S+$/gm)].map(([, email, password]) => [email, password]))
}

// The pages of the demonstration's social worker, who has some thirty of these children; and a team's leader's.
async function pagesOf (site, accounts) {
  const worker = await site.signIn('social-worker@demo.example', accounts['social-worker@demo.example'])
  const manager = await site.signIn('manager@demo.example', accounts['manager@demo.example'])
  const work = await (await site.ask('/work', worker)).text()
  const records = [...work.matchAll(/href="(\/work\/people\/(\d+))"/g)]
  if (!records.length) throw new Error('my work names no child')
  const [, record, person] = records.at(-1)
  return [
    { key: 'record', name: 'a child’s record', path: record, cookie: worker, person },
    { key: 'chronology', name: 'its chronology', path: `${record}/chronology`, cookie: worker },
    { key: 'work', name: 'my work', path: '/work', cookie: worker },
    { key: 'team', name: 'my team', path: '/work/team', cookie: manager }
  ]
}

async function serving (site, accounts) {
  await site.start()
  const pages = await pagesOf(site, accounts)
  for (const page of pages) page.bytes = await site.bytes(page.path, page.cookie)
  await site.stop()
  await site.start('--bench-page', [...new Set(pages.map(page => page.bytes))].join(','))
  return pages
}

async function turn (site, page, seconds) {
  const fixed = await load(site, `/bench/${page.bytes}`, { seconds })
  const made = await load(site, page.path, { seconds, cookie: page.cookie })
  return { ...made, fixed: fixed.rate, ratio: made.rate / fixed.rate }
}

async function measureAll (site, pages, { rounds, seconds }) {
  const runs = Object.fromEntries(pages.map(page => [page.key, []]))
  for (let i = 0; i < rounds; i++) for (const page of pages) runs[page.key].push(await turn(site, page, seconds))
  return runs
}

function report (site, pages, runs, children) {
  heading(`Among ${n0(children)} children, ${site.engine.name} (medians of ${runs.record.length}; wrk, 32 connections)`)
  table(['page', 'bytes', 'req/s', 'fixed req/s', 'ratio', 'CPU µs', 'p50 ms', 'p99 ms'], pages.map(page => {
    const all = runs[page.key]
    return [page.name, n0(page.bytes), n0(medianOf(all, 'rate')), n0(medianOf(all, 'fixed')), percent(medianOf(all, 'ratio')),
      n0(medianOf(all, 'cpu')), n1(medianOf(all, 'p50')), n1(medianOf(all, 'p99'))]
  }))
  const least = site.engine.name === 'SQLite' ? 0.06 : 0.03
  for (const page of pages) {
    const ratio = median(runs[page.key].map(run => run.ratio))
    target(site.engine.name, `${page.name}, among ${n0(children)}, at least ${least * 100} % of a fixed page`, ratio >= least, percent(ratio))
  }
}

async function againstBare (site, page, { rounds, seconds }) {
  const other = await bare(site.database, page.person)
  const runs = []
  for (let i = 0; i < rounds; i++) {
    const ours = await load(site, page.path, { seconds, cookie: page.cookie })
    const theirs = await load({ url: other.url, cpu: other.cpu }, other.path, { seconds })
    runs.push({ ours: ours.rate, theirs: theirs.rate, cpu: theirs.cpu })
  }
  other.stop()
  const [ours, theirs] = [medianOf(runs, 'ours'), medianOf(runs, 'theirs')]
  target(site.engine.name, 'a child’s record is faster than a bare Fastify’s', ours > theirs,
    `${n0(ours)} against ${n0(theirs)} a second (${n0(medianOf(runs, 'cpu'))} µs each)`)
}

// `small` and `large` are sites; sizes in children. From the one to the other no page grows by more than half.
// The accounts of the large one.
export async function measureChildren (small, large, sizes, effort) {
  const cpu = []
  let accounts
  for (const [site, children] of [[small, sizes[0]], [large, sizes[1]]]) {
    accounts = fillCity(site, children)
    const pages = await serving(site, accounts)
    const runs = await measureAll(site, pages, effort)
    report(site, pages, runs, children)
    cpu.push(Object.fromEntries(pages.map(page => [page.name, medianOf(runs[page.key], 'cpu')])))
    if (site === large && site.engine.name === 'SQLite') await againstBare(site, pages[0], effort)
    await site.stop()
  }
  for (const name of Object.keys(cpu[0]))
    target(small.engine.name, `${name} grows by no more than half from ${n0(sizes[0])} to ${n0(sizes[1])} children`,
      cpu[1][name] <= 1.5 * cpu[0][name], `${n0(cpu[0][name])} to ${n0(cpu[1][name])} µs`)
  return accounts
}
