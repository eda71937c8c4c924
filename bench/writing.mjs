// Reading while another client commits a hundred times a second; and many writers at once.
import { execFileSync } from 'node:child_process'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { load, median, medianOf } from './load.mjs'
import { tokenOf } from './site.mjs'
import { heading, n0, n1, percent, table, target } from './table.mjs'

const EVERY_MS = 10
const FORM = '/office/figures/2013-14/q4'
const readers = [
  { name: 'live scorecard', path: '/office/scorecard?year=2013/14&quarter=4' },
  { name: 'a measure, live', path: '/office/measures/ni-032' }
]

// A few connections that stay open, as a browser's do: a fresh one for each draft would measure connecting.
const agent = new Agent({ keepAlive: true, maxSockets: 16 })
function post (url, headers, body) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', agent, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' } }, answer => {
      let text = ''
      answer.setEncoding('utf8').on('data', data => { text += data }).on('end', () => resolve({ ok: answer.statusCode === 200, text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

// Somebody else's drafts, saved as their page does while they type: every save is a transaction on disk. A line is
// saved again only when its last save was answered, since each save says which version it saw.
export async function saver (site, cookie) {
  const page = await (await site.ask(FORM, cookie)).text()
  const csrf = tokenOf(page)
  const lines = [...page.matchAll(/name="version-(\d+)" value="(\d+)"/g)].map(([, id, version]) => ({ id, version: Number(version) }))
  let figure = 0
  async function save (line) {
    const body = new URLSearchParams({ csrf, [`version-${line.id}`]: line.version, [`figure-${line.id}`]: String(++figure) })
    const answer = await post(`${site.url}${FORM}/draft`, { cookie, origin: site.url }, body.toString())
    const saved = answer.ok && JSON.parse(answer.text)[0]
    if (!saved || saved.version <= line.version) return false
    line.version = saved.version
    lines.push(line)
    return true
  }
  return {
    begin () {
      const began = performance.now()
      let asked = 0
      let kept = 0
      let wrong = 0
      const pending = new Set()
      const tick = setInterval(() => {
        for (; asked * EVERY_MS < performance.now() - began && lines.length; asked++) {
          const saving = save(lines.shift()).then(good => { good ? kept++ : wrong++ }, () => { wrong++ })
          pending.add(saving)
          saving.finally(() => pending.delete(saving))
        }
      }, 1)
      return async () => {
        clearInterval(tick)
        const took = performance.now() - began
        await Promise.all(pending)
        if (wrong) throw new Error(`${wrong} drafts were not saved`)
        return kept * 1000 / took
      }
    }
  }
}

async function turn (site, page, cookie, other, seconds) {
  const alone = await load(site, page.path, { seconds, cookie })
  const end = other.begin()
  await sleep(300)
  const beside = await load(site, page.path, { seconds, cookie })
  const commits = await end()
  return { alone: alone.rate, beside: beside.rate, p99: beside.p99, kept: beside.rate / alone.rate, commits }
}

export async function measureReading (site, cookie, other, { rounds, seconds }) {
  const runs = readers.map(() => [])
  for (let i = 0; i < rounds; i++) {
    for (const [k, page] of readers.entries()) runs[k].push(await turn(site, page, cookie, other, seconds))
  }
  heading(`Reading while another client saves drafts, ${site.engine.name} (medians of ${rounds})`)
  table(['page', 'alone req/s', 'beside req/s', 'kept', 'p99 ms', 'commits/s'], readers.map((page, k) => [page.name,
    n0(medianOf(runs[k], 'alone')), n0(medianOf(runs[k], 'beside')), percent(medianOf(runs[k], 'kept')),
    n1(medianOf(runs[k], 'p99')), n1(medianOf(runs[k], 'commits'))]))
  const worst = Math.min(...runs.map(all => medianOf(all, 'kept')))
  const commits = Math.min(...runs.map(all => medianOf(all, 'commits')))
  target(site.engine.name, 'reading loses less than a third while another commits 100 times a second', worst > 2 / 3 && commits > 95,
    `${percent(1 - worst)} lost at ${n0(commits)} commits a second`)
}

// build/bench-writers measures 1, 8 and 64 clients; its own lines say which way is which.
export function measureWriters (writers, site, { rounds, seconds }) {
  site.run('migrate')
  const texts = Array.from({ length: rounds }, () => execFileSync(writers, [site.database, String(seconds)]).toString())
  const all = texts.flatMap(text => [...text.matchAll(/^(.+?) +(\d+) clients +(\d+) writes\/s +p50 +([\d.]+) ms +p99 +([\d.]+) ms +longest +([\d.]+) ms/gm)])
    .map(([, way, clients, rate, p50, p99, longest]) => ({ key: `${way}, ${clients} clients`, rate: +rate, p50: +p50, p99: +p99, longest: +longest }))
  heading(`Audited, durable writes, ${site.engine.name} (medians of ${rounds}; the longest of all)`)
  const rows = [...new Set(all.map(run => run.key))].map(key => all.filter(run => run.key === key))
  const longest = runs => Math.max(...runs.map(run => run.longest))
  table(['who writes', 'writes/s', 'p50 ms', 'p99 ms', 'longest ms'],
    rows.map(runs => [runs[0].key, n0(medianOf(runs, 'rate')), n1(medianOf(runs, 'p50')), n1(medianOf(runs, 'p99')), n1(longest(runs))]))
  const one = rows.find(runs => runs[0].key === 'one writer, 64 clients')
  const gain = median(texts.map(text => Number(/^ratio writers ([\d.]+)/m.exec(text)[1])))
  target(site.engine.name, '64 writers commit at least 3 times what separate connections do', gain >= 3, `${n1(gain)} times`)
  target(site.engine.name, 'no stall over 200 ms among 64 writers', longest(one) < 200, `longest ${n1(longest(one))} ms`)
}
