// A fast page, asked for at an even pace, while four slow requests are always under way: wrong passwords (Argon2id)
// and PDFs (a browser of their own).
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { tokenOf } from './site.mjs'
import { median, medianOf, percentile } from './load.mjs'
import { heading, n0, n1, table, target } from './table.mjs'

const PACE_MS = 10
const AT_ONCE = 4
const FAST = '/office/measures/ni-032'

async function pace (site, cookie, seconds) {
  const times = []
  const asked = []
  const end = performance.now() + seconds * 1000
  for (let next = performance.now(); next < end; next += PACE_MS) {
    await sleep(Math.max(0, next - performance.now()))
    const began = performance.now()
    asked.push(site.bytes(FAST, cookie).then(() => times.push(performance.now() - began)))
  }
  await Promise.all(asked)
  return { p50: median(times), p99: percentile(times, 99), longest: Math.max(...times) }
}

// Four that ask again as soon as they are answered, until told to end.
function keepBusy (ask) {
  const took = []
  let going = true
  const all = Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (going) {
      const began = performance.now()
      await ask()
      took.push(performance.now() - began)
    }
  }))
  return async () => {
    going = false
    await all
    return took
  }
}

function postFrom (localAddress, url, headers, body) {
  return new Promise((resolve, reject) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded', connection: 'close' }
    const ask = request(url, { method: 'POST', localAddress, headers: { ...headers, ...type } }, answer => {
      answer.resume().on('end', () => resolve(answer.statusCode))
    })
    ask.on('error', reject).end(String(body))
  })
}

// Each attempt is another person's from another network, for whoever fails again and again, and a network many of whose
// people fail, is made to wait without any work.
async function wrongPasswords (site) {
  const form = await site.ask('/sign-in')
  const cookie = form.headers.getSetCookie().map(c => c.split(';')[0]).join('; ')
  const csrf = tokenOf(await form.text())
  let n = 0
  return async () => {
    const body = new URLSearchParams({ csrf, email: `nobody-${++n}@demo.example`, password: 'not the password', next: '' })
    const from = `127.${1 + n % 250}.${1 + Math.floor(n / 250) % 250}.1`
    const status = await postFrom(from, `${site.url}/sign-in`, { cookie, origin: site.url }, body)
    if (status !== 422) throw new Error(`a wrong password answered ${status}`)
  }
}

// The live scorecard's, which is made anew each time; a published report's is kept.
async function printed (site, cookie) {
  const ask = async () => {
    const answer = await site.ask('/office/scorecard.pdf?year=2013/14&quarter=4', cookie)
    await answer.arrayBuffer()
    return answer.status
  }
  return await ask() === 200 ? async () => { await ask() } : null
}

async function turn (site, cookie, ask, seconds) {
  const alone = await pace(site, cookie, seconds)
  const end = keepBusy(ask)
  await sleep(200)
  const beside = await pace(site, cookie, seconds)
  const took = await end()
  return { alone, beside, slow: median(took), done: took.length }
}

async function measureOne (site, cookie, name, ask, { rounds, seconds }) {
  const runs = []
  for (let i = 0; i < rounds; i++) runs.push(await turn(site, cookie, ask, seconds))
  const of = (which, key) => medianOf(runs.map(run => run[which]), key)
  const [p50, p99] = [of('beside', 'p50'), of('beside', 'p99')]
  target(site.engine.name, `four slow requests (${name}) do not slow a fast page`, p50 < 2 * of('alone', 'p50') + 1 && p99 < 50,
    `median ${n1(of('alone', 'p50'))} to ${n1(p50)} ms, p99 ${n1(of('alone', 'p99'))} to ${n1(p99)} ms`)
  return [name, n0(medianOf(runs, 'slow')), n1(of('alone', 'p50')), n1(p50), n1(of('alone', 'p99')), n1(p99), n1(of('beside', 'longest'))]
}

export async function measureSlow (site, cookie, effort) {
  const rows = [await measureOne(site, cookie, 'wrong passwords', await wrongPasswords(site), effort)]
  const pdf = await printed(site, cookie)
  if (pdf) rows.push(await measureOne(site, cookie, 'PDFs', pdf, effort))
  heading(`A fast page 100 times a second, alone and beside four slow requests, ${site.engine.name} (medians of ${effort.rounds})`)
  table(['slow requests', 'each takes ms', 'p50 alone', 'p50 beside', 'p99 alone', 'p99 beside', 'longest beside'], rows)
  if (!pdf) console.log('\nNo PDF was measured: there is no browser here to print one.')
}
