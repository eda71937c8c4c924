// A `kith serve` on a free port with a database of its own, for as long as some journeys run.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const program = join(process.env.KITH_BUILD ?? 'build', 'kith')

function freePort () {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

async function answers (url, child) {
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) throw new Error(`kith serve ended with ${child.exitCode}:\n${child.said}`)
    try {
      if ((await fetch(`${url}/healthz`)).ok) return
    } catch { /* not yet */ }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`kith serve did not answer within ten seconds:\n${child.said}`)
}

function serve (args, env) {
  const child = spawn(program, ['serve', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  child.said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => { child.said += text })
  return child
}

const ended = child => child.exitCode !== null ? Promise.resolve() : new Promise(resolve => child.once('exit', resolve))

// A database of its own on the server of script/pg.
function onServer (server) {
  const name = `kith_site_${process.pid}_${Date.now()}`
  execFileSync('psql', ['-q', server, '-c', `create database ${name} template template0 encoding 'UTF8'`])
  return server.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
}

// With `twice` and PostgreSQL a second process serves the same database: `other`.
export async function startSite ({ pack, demo, twice, args = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'kith-journey-'))
  const server = process.env.KITH_TEST_ENGINE === 'postgres' && process.env.KITH_TEST_PG
  const database = server ? onServer(server) : `sqlite:${join(folder, 'kith.db')}`
  const env = { ...process.env, KITH_DATABASE: database }
  const kith = (...words) => execFileSync(program, words, { env, encoding: 'utf8' })
  let said = kith('init')
  if (pack) said += kith('load', pack)
  if (demo) said += kith('demo')
  const url = `http://127.0.0.1:${await freePort()}`
  const child = serve(['--port', new URL(url).port, '--base-url', url, '--data', folder, ...args], env)
  await answers(url, child)
  const other = twice && server && { url: `http://127.0.0.1:${await freePort()}` }
  const second = other && serve(['--port', new URL(other.url).port, '--base-url', url, '--data', folder, ...args], env)
  if (second) await answers(other.url, second)
  return {
    url,
    folder,
    database,
    said,                                            // what init, load and demo printed: accounts and passwords
    kith,                                            // another command on the same database
    other,
    log: () => child.said + (second ? second.said : ''),
    kill: () => [child, second].filter(Boolean).forEach(one => one.kill('SIGKILL')),   // for a test that broke off
    async stop () {
      for (const one of second ? [child, second] : [child]) {
        one.kill('SIGTERM')
        await ended(one)
      }
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
