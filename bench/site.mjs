// A Kith to measure: its database on either engine, its process, somebody signed in, and what both cost.
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { cookiesSet } from '../test/cookies.mjs'

const TICKS = Number(execFileSync('getconf', ['CLK_TCK']))
const stat = pid => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
  return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }
}

// Where databases are made, and whose processor time is theirs. PostgreSQL is script/pg's private one.
export function engines (dir) {
  const all = [{ name: 'SQLite', database: name => `sqlite:${join(dir, name)}.db`, pids: () => [] }]
  const at = process.env.KITH_PG_DIR
  if (at) {
    all.push({
      name: 'PostgreSQL',
      database (name) {
        execFileSync(join(process.env.KITH_PG_BIN, 'createdb'), ['-h', at, '-U', 'kith', name])
        return `postgresql://kith@/${name}?host=${at}`
      },
      // What a server does by itself within minutes of so much being written.
      settle: name => execFileSync(join(process.env.KITH_PG_BIN, 'vacuumdb'), ['-q', '-h', at, '-U', 'kith', '--analyze', name]),
      pids () {
        const server = Number(readFileSync(join(at, 'data/postmaster.pid'), 'utf8').split('\n')[0])
        return readdirSync('/proc').filter(pid => /^\d+$/.test(pid)).map(Number).filter(pid => parent(pid) === server)
      }
    })
  }
  return all
}

function parent (pid) {
  try { return stat(pid).parent } catch { return 0 }         // it has ended meanwhile
}

function ticks (pid) {
  try { return stat(pid).ticks } catch { return 0 }
}

export function openSite ({ kith, engine, name, dir, port }) {
  const database = engine.database(name)
  const run = (...words) => execFileSync(kith, [...words, '--database', database], { stdio: ['ignore', 'pipe', 'pipe'] }).toString()
  let server = null
  const site = {
    engine,
    database,
    run,
    settle: () => engine.settle?.(name),
    url: `http://127.0.0.1:${port}`,
    async start (...flags) {
      server = spawn(kith, ['serve', '--database', database, '--data', join(dir, 'data'), '--port', String(port), '--quiet',
        '--per-address', '0', ...flags], { stdio: ['ignore', 'pipe', 'inherit'] })
      const ended = new Promise((resolve, reject) => server.on('exit', code => reject(new Error(`kith serve ended with ${code}`))))
      process.once('exit', () => site.kill())                     // a measurement that broke off leaves no server
      await Promise.race([new Promise(resolve => server.stdout.once('data', resolve)), ended])
      ended.catch(() => {})
    },
    async stop () {
      const ended = new Promise(resolve => server.on('exit', resolve))
      server.kill('SIGTERM')
      await ended
      server = null
    },
    kill () { server?.kill('SIGKILL') },
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024,
    // Microseconds of processor time so far, of Kith and of the database's server.
    cpu: () => [server.pid, ...engine.pids()].reduce((sum, pid) => sum + ticks(pid), 0) * 1e6 / TICKS,
    ask: (path, cookie) => fetch(site.url + path, { headers: { 'accept-encoding': 'identity', ...(cookie && { cookie }) } }),
    async bytes (path, cookie) {
      const answer = await site.ask(path, cookie)
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
      return (await answer.arrayBuffer()).byteLength
    },
    signIn: (email, password) => signIn(site.url, email, password)
  }
  return site
}

// The partnership of packs/nottingham with its report published; password by role.
export function fillWithReport (site) {
  site.run('migrate')
  site.run('load', 'packs/nottingham')
  const lines = site.run('demo').split('\n').map(line => line.split(/\s+/))
  site.run('report', 'publish', '--year', '2013/14', '--quarter', '4')
  return Object.fromEntries(lines.filter(l => l[0].includes('@')).map(([email, password, role]) => [role, { email, password }]))
}

// Through the form, as a person does. The cookie outlives the process: sessions are in the database.
async function signIn (url, email, password) {
  const jar = new Map()
  const keep = answer => cookiesSet(answer.headers).forEach(c => jar.set(...c.split(';')[0].split('=')))
  const cookie = () => [...jar].map(pair => pair.join('=')).join('; ')
  const form = await fetch(`${url}/sign-in`)
  keep(form)
  const csrf = tokenOf(await form.text())
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST', redirect: 'manual', headers: { cookie: cookie(), origin: url }, body: new URLSearchParams({ csrf, email, password, next: '' })
  })
  keep(answer)
  if (answer.status !== 303) throw new Error(`signing in as ${email} answered ${answer.status}`)
  return cookie()
}

export const tokenOf = html => /name="csrf" value="([^"]+)"/.exec(html)[1]

// The process with nothing asked of it, when its start is over.
export async function atRest (site) {
  await sleep(2000)
  return site.memory()
}
