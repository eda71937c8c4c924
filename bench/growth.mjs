// How each page's cost grows from the real plan to one of 10,000 measures in 40 quarters: pages made anew each time
// (nothing is kept ready), one at a time.
import { oneByOne } from './load.mjs'
import { atRest } from './site.mjs'
import { heading, n0, n1, table } from './table.mjs'

const MEASURES = 10000
const QUARTERS = 40
const pages = [
  { name: 'front page', small: '/', large: '/' },
  { name: 'list of measures', small: '/measures', large: '/measures' },
  { name: 'a measure, published', small: '/measures/ni-032', large: '/measures/d-05000' },
  { name: 'a measure, live', small: '/office/measures/ni-032', large: '/office/measures/d-05000', office: true },
  { name: 'plan', small: '/plan', large: '/plan' },
  { name: 'an objective', small: '/plan/objectives/2014-O1', large: '/plan/objectives/demo-O1' },
  {
    name: 'live scorecard, one objective',
    small: '/office/scorecard?year=2013/14&quarter=4&objective=2014-O1',
    large: '/office/scorecard?year=2014/15&quarter=4&objective=demo-O1',
    office: true
  },
  { name: 'live scorecard, all', small: '/office/scorecard?year=2013/14&quarter=4', large: '/office/scorecard?year=2014/15&quarter=4', office: true, times: 3 },
  { name: 'published scorecard', small: '/reports/2013-14/q4', large: '/reports/2014-15/q4', times: 3 }
]

// A plan of nothing but made-up measures, its last quarter published.
export function fillLarge (site) {
  site.run('migrate')
  const lines = site.run('demo').split('\n').map(line => line.split(/\s+/))
  site.run('demo', 'measures', '--measures', String(MEASURES), '--quarters', String(QUARTERS))
  site.run('report', 'publish', '--year', '2014/15', '--quarter', '4')
  return Object.fromEntries(lines.filter(l => l[0].includes('@')).map(([email, password, role]) => [role, { email, password }]))
}

async function costs (site, cookie, which, times) {
  const all = []
  for (const page of pages) {
    const path = page[which]
    const own = page.office && cookie
    all.push({ bytes: await site.bytes(path, own), ...await oneByOne(site, path, { times: page.times ? Math.min(times, page.times) : times, cookie: own }) })
  }
  return all
}

export async function measureGrowth (small, large, signIn, { times }) {
  const found = []
  for (const [site, which] of [[small, 'small'], [large, 'large']]) {
    await site.start('--page-cache', '0')
    const cookie = await signIn(site)
    const rest = await atRest(site)
    found.push({ rest, costs: await costs(site, cookie, which, times) })
    await site.stop()
  }
  const [a, b] = found
  const lines = `112 measures against ${n0(MEASURES)} in ${QUARTERS} quarters`
  heading(`How pages grow, ${small.engine.name} (${lines}; medians of ${times}, of 3 for the longest)`)
  table(['page', 'bytes', 'grown', 'ms', 'in the large plan', 'grown', 'CPU µs', 'in the large plan', 'grown'], pages.map((page, i) => {
    const [x, y] = [a.costs[i], b.costs[i]]
    return [page.name, n0(x.bytes), `${n1(y.bytes / x.bytes)} x`, n1(x.ms), n1(y.ms), `${n1(y.ms / x.ms)} x`, n0(x.cpu), n0(y.cpu), `${n1(y.cpu / x.cpu)} x`]
  }))
  console.log(`\nMemory at rest: ${n1(a.rest)} MB, and ${n1(b.rest)} MB over the large plan.`)
}
