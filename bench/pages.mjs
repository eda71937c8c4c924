// Each page beside a fixed page of its size from the same server, by turns; and what memory the process holds.
import { setTimeout as sleep } from 'node:timers/promises'
import { load, median, medianOf } from './load.mjs'
import { atRest } from './site.mjs'
import { heading, n0, n1, percent, table, target } from './table.mjs'

const SCORECARD = '/office/scorecard?year=2013/14&quarter=4'
export const pages = [
  { key: 'published', name: 'published scorecard', path: '/reports/2013-14/q4' },
  { key: 'front', name: 'front page', path: '/' },
  { key: 'measure', name: 'a measure, published', path: '/measures/ni-032' },
  { key: 'live', name: 'live scorecard', path: SCORECARD, office: true },
  { key: 'gzip', name: 'live scorecard, gzip', path: SCORECARD, office: true, headers: ['Accept-Encoding: gzip'] },
  { key: 'office measure', name: 'a measure, live', path: '/office/measures/ni-032', office: true }
]

// The sizes must be known before the server can be told to send pages of them.
export async function weigh (site, cookie) {
  for (const page of pages) page.bytes = await site.bytes(page.path, page.office && cookie)
  return [...new Set(pages.map(page => page.bytes))].join(',')
}

async function turn (site, page, cookie, seconds) {
  const fixed = await load(site, `/bench/${page.bytes}`, { seconds })
  const made = await load(site, page.path, { seconds, cookie: page.office && cookie, headers: page.headers })
  return { ...made, fixed: fixed.rate, fixedCpu: fixed.cpu, ratio: made.rate / fixed.rate }
}

export async function measurePages (site, cookie, { rounds, seconds }) {
  const runs = Object.fromEntries(pages.map(page => [page.key, []]))
  const rest = await atRest(site)
  let under = 0
  const watch = setInterval(() => { under = Math.max(under, site.memory()) }, 50)
  for (let i = 0; i < rounds; i++) for (const page of pages) runs[page.key].push(await turn(site, page, cookie, seconds))
  clearInterval(watch)
  await sleep(3000)
  const after = site.memory()
  report(site.engine.name, runs)
  heading(`Memory of the process, ${site.engine.name}: ${n1(rest)} MB at rest, ${n1(under)} MB under load, ${n1(after)} MB at rest after it`)
  target(site.engine.name, 'memory at rest under 40 MB', rest < 40, `${n1(rest)} MB (after load ${n1(after)} MB)`)
}

function report (engine, runs) {
  heading(`Pages against a fixed page of their size, ${engine} (medians of ${runs.live.length}; wrk, 32 connections)`)
  table(['page', 'bytes', 'req/s', 'fixed req/s', 'ratio', 'CPU µs', 'fixed CPU µs', 'p50 ms', 'p99 ms'], pages.map(page => {
    const all = runs[page.key]
    return [page.name, n0(page.bytes), n0(medianOf(all, 'rate')), n0(medianOf(all, 'fixed')), percent(medianOf(all, 'ratio')),
      n0(medianOf(all, 'cpu')), n0(medianOf(all, 'fixedCpu')), n1(medianOf(all, 'p50')), n1(medianOf(all, 'p99'))]
  }))
  const ratio = key => median(runs[key].map(run => run.ratio))
  const least = engine === 'SQLite' ? 0.05 : 0.02
  target(engine, 'published scorecard at least 50 % of a fixed page', ratio('published') >= 0.5, percent(ratio('published')))
  target(engine, `live scorecard at least ${least * 100} % of a fixed page`, ratio('live') >= least, percent(ratio('live')))
}
