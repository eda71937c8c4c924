// Misspelt searches among a city's children and their parents, one after the other, beside a page of one point query:
// how long each takes with session, access decision and the audit row on the disk; and how many find whom they
// are after among the first ten. The slips are those of docs/matching.md.
import { execFileSync } from 'node:child_process'
import { fillCity } from './children.mjs'
import { percentile } from './load.mjs'
import { tokenOf } from './site.mjs'
import { heading, n0, n1, percent, table, target } from './table.mjs'

async function timed (times, ask) {
  const took = []
  for (let i = 0; i < times; i++) {
    const began = performance.now()
    await ask(i)
    took.push(performance.now() - began)
  }
  return took
}

async function text (answer, what) {
  if (answer.status !== 200) throw new Error(`${what} answered ${answer.status}`)
  return answer.text()
}

// The record that the search of a number leads to is one row found by one key, behind the same door.
async function pointQuery (site, cookie) {
  const work = await text(await site.ask('/work', cookie), 'my work')
  const child = /href="(\/work\/people\/\d+)"/.exec(work)?.[1]
  if (!child) throw new Error('my work names no child')
  return `${child}/views`
}

async function searching (site, cookie) {
  const csrf = tokenOf(await text(await site.ask('/work/people', cookie), 'the page of searching'))
  return async form => text(await fetch(`${site.url}/work/people`, {
    method: 'POST',
    headers: { cookie, origin: site.url, 'accept-encoding': 'identity', 'content-type': 'application/x-www-form-urlencoded' },
    body: `csrf=${csrf}&${form}`
  }), 'a search')
}

// `people`: how many the site holds, for the report. The site runs, and `cookie` is of somebody with work.
export async function measureFind (site, typos, cookie, { times, people }) {
  const lines = execFileSync(typos, [site.database, String(times + 50), '7'], { maxBuffer: 1 << 26 }).toString().trim().split('\n')
  const searches = lines.map(line => JSON.parse(line))
  const search = await searching(site, cookie)
  const point = await pointQuery(site, cookie)
  for (const { form } of searches.splice(0, 50)) await search(form)
  const points = await timed(times, async () => text(await site.ask(point, cookie), point))
  const missed = []
  const took = await timed(searches.length, async i => {
    const page = await search(searches[i].form)
    if (!page.includes(`href="/work/people/${searches[i].id}"`)) missed.push(searches[i].slips)
  })
  report(site.engine.name, people, points, took, missed)
}

function report (engine, people, points, took, missed) {
  heading(`Misspelt searches among ${n0(people)} children and their parents, ${engine} (${took.length} of them, one at a time)`)
  table(['page', 'p50 ms', 'p95 ms', 'p99 ms'], [['a point query', points], ['a misspelt search', took]].map(([name, all]) =>
    [name, ...[50, 95, 99].map(p => n1(percentile(all, p)))]))
  if (missed.length) console.log(`not among the first ten: ${missed.join('; ')}`)
  const [slow, fast] = [percentile(took, 99), percentile(points, 99)]
  const recall = 1 - missed.length / took.length
  target(engine, 'the misspelt search’s p99 at most 10 of a point query’s page', slow <= 10 * fast, `${n1(slow)} against ${n1(fast)} ms`)
  target(engine, 'at least 97 % found among the first ten', recall >= 0.97, percent(recall))
}

// Among the city whose accounts are given; without them, in one made for this alone.
export async function findAmong (site, typos, children, { rounds }, accounts) {
  accounts ??= fillCity(site, children)
  await site.start()
  const cookie = await site.signIn('social-worker@demo.example', accounts['social-worker@demo.example'])
  await measureFind(site, typos, cookie, { times: rounds > 1 ? 1000 : 200, people: children })
  await site.stop()
}
