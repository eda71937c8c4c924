// A browser without a screen: cookies, forms and links kept by hand, so that an attack says exactly what it sends.
import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cookiesSet } from '../cookies.mjs'

export const entities = text => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"')
  .replace(/&#0?39;/g, "'").replace(/&#34;/g, '"').replace(/&amp;/g, '&')

export class Client {
  cookies = new Map()

  constructor (site) { this.site = site }

  async go (path, { method = 'GET', headers = {}, body } = {}) {
    const cookie = [...this.cookies].map(pair => pair.join('=')).join('; ')
    const answer = await fetch(this.site.url + path, {     // a connection each: one kept open may be hung up on as it is used
      method, body, redirect: 'manual', headers: { connection: 'close', ...(cookie && { cookie }), 'user-agent': 'Firefox/1 Linux', ...headers }
    })
    for (const line of cookiesSet(answer.headers)) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)
      value ? this.cookies.set(name, value) : this.cookies.delete(name)
    }
    return { status: answer.status, headers: answer.headers, to: answer.headers.get('location'), text: await answer.text() }
  }

  get = path => this.go(path)
  token = async (path = '/sign-in') => /name="csrf"\s+value="([0-9a-f]+)"/.exec((await this.get(path)).text)?.[1] ?? ''

  // A form of this site, with its token. `path` is where it goes, `from` the page it is on.
  async post (path, fields = {}, from = '/sign-out', token = undefined) {
    const form = new URLSearchParams(fields)
    form.set('csrf', token ?? await this.token(from))
    return this.go(path, { method: 'POST', body: form, headers: { origin: this.site.url } })
  }

  async signIn (email, password) {
    return this.post('/sign-in', { email, password }, '/sign-in')
  }
}

// What `kith demo` printed: role to email address and password.
export function people (site) {
  const found = {}
  for (const [, email, password, role] of site.said.matchAll(/^(\S+@demo\.example)\s+(\S+)\s+(\S+)$/gm)) found[role] ??= { email, password }
  return found
}

export async function signedIn (site, role) {
  const client = new Client(site)
  const { email, password } = people(site)[role]
  const answer = await client.signIn(email, password)
  if (answer.status !== 303) throw new Error(`${role} was not let in: ${answer.status}`)
  return client
}

const mail = site => {
  const folder = join(site.folder, 'outbox')
  return readdirSync(folder).filter(name => name.endsWith('.eml')).sort()
    .map(name => readFileSync(join(folder, name), 'utf8').replace(/=\r?\n/g, '').replace(/=3D/g, '='))
}

// The path of the link in the newest mail that has one, once it is filed; another than `not`.
export async function mailed (site, mark, not) {
  for (let tries = 0; tries < 100; tries++) {
    try {
      const found = mail(site).reverse().map(text => new RegExp(`${mark}[0-9a-f]{64}`).exec(text)?.[0]).find(Boolean)
      if (found && found !== not) return found
    } catch { /* no folder yet */ }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`no mail with ${mark} came within ten seconds`)
}

// What an app shows for the key (RFC 6238), `steps` half minutes from now.
export function code (key, steps = 0) {
  const bits = [...key.replace(/\s/g, '')].map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  const secret = Buffer.from(bits.match(/.{8}/g).map(byte => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + steps))
  const hash = createHmac('sha1', secret).update(counter).digest()
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1e6).padStart(6, '0')
}

// Sets up two-step sign-in for a signed-in client: its key and its recovery codes.
export async function twoSteps (client) {
  await client.post('/account/two-step/start', {}, '/account/two-step')
  const page = await client.get('/account/two-step/set-up')
  const key = /class="kith-key">([A-Z2-7 ]+)</.exec(page.text)[1]
  const done = await client.post('/account/two-step/set-up', { code: code(key) }, '/account/two-step/set-up')
  const recovery = [...done.text.matchAll(/<code>([^<]+)<\/code>/g)].map(match => match[1])
  return { key, recovery }
}

let passed = 0
let failed = 0
export function check (holds, sentence, detail = '') {
  holds ? passed++ : failed++
  console.log(`${holds ? 'ok' : 'FAILED'} ${sentence}${detail === '' ? '' : ` (${detail})`}`)
}
export function end () {
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed ? 1 : 0
}
