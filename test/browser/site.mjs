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

export async function startSite ({ pack, demo, args = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'kith-journey-'))
  const database = `sqlite:${join(folder, 'kith.db')}`
  const env = { ...process.env, KITH_DATABASE: database }
  const kith = (...words) => execFileSync(program, words, { env, encoding: 'utf8' })
  let said = kith('init')
  if (pack) said += kith('load', pack)
  if (demo) said += kith('demo')
  const url = `http://127.0.0.1:${await freePort()}`
  const child = serve(['--port', new URL(url).port, '--base-url', url, '--data', folder, ...args], env)
  await answers(url, child)
  return {
    url,
    folder,
    database,
    said,                                            // what init, load and demo printed: accounts and passwords
    kith,                                            // another command on the same database
    log: () => child.said,
    async stop () {
      child.kill('SIGTERM')
      await ended(child)
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
