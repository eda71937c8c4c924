#!/usr/bin/env node
// node test/oidc/run.mjs: signing in through a real provider program (oidc-provider), and being kept out when a
// provider, or somebody who can change its answers, lies. No browser is needed: cookies are kept by hand.
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { Provider } from 'oidc-provider'
import { startSite } from '../browser/site.mjs'
import { cookiesSet } from '../cookies.mjs'

const client = 'kith'
const secret = 'a secret of the test, and no other'

// What a browser does with cookies and redirects, one step at a time.
class Browser {
  #cookies = new Map()

  async go (url, form) {
    const { host } = new URL(url)
    const jar = this.#cookies.get(host) ?? new Map()
    this.#cookies.set(host, jar)
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      headers: { cookie: [...jar].map(pair => pair.join('=')).join('; '), 'user-agent': 'Firefox/1 Linux' },
      redirect: 'manual'
    })
    for (const line of cookiesSet(answer.headers)) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)
      value && !/Expires=Thu, 01 Jan 1970|expires=Thu, 01 Jan 1970/.test(line) ? jar.set(name, value) : jar.delete(name)
    }
    const to = answer.headers.get('location')
    return { status: answer.status, to: to && new URL(to, url).href, text: await answer.text(), url }
  }

  // Follows redirects, filling in the provider's forms, until one leads to `stop` or there is a page.
  async follow (url, login, stop) {
    let at = await this.go(url)
    for (let steps = 0; steps < 20; steps++) {
      if (at.to && stop && at.to.startsWith(stop)) return at.to
      if (at.to) at = await this.go(at.to)
      else if (/name="prompt" value="login"/.test(at.text)) at = await this.go(at.url, { prompt: 'login', login, password: 'x' })
      else if (/name="prompt" value="consent"/.test(at.text)) at = await this.go(at.url, { prompt: 'consent' })
      else return at
    }
    throw new Error('too many steps')
  }
}

const listen = server => new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`)))

async function realProvider (site) {
  const server = createServer()
  const issuer = await listen(server)
  const provider = new Provider(issuer, {
    clients: [{ client_id: client, client_secret: secret, redirect_uris: [`${site.url}/sign-in/oidc/callback`] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@demo.example`, email_verified: id !== 'member', name: id })
    })
  })
  server.on('request', provider.callback())
  return { issuer, stop: () => server.close() }
}

// Signs with a real key whatever `lie` makes of the true claims.
async function lyingProvider () {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const stranger = (await generateKeyPair('RS256')).privateKey
  const self = { lie: claims => claims, key: privateKey }
  let nonce
  const server = createServer(async (request, answer) => {
    const url = new URL(request.url, self.issuer)
    const say = value => answer.setHeader('content-type', 'application/json').end(JSON.stringify(value))
    if (url.pathname === '/.well-known/openid-configuration') {
      return say({ issuer: self.issuer, authorization_endpoint: `${self.issuer}/auth`, token_endpoint: `${self.issuer}/token`, jwks_uri: `${self.issuer}/keys` })
    }
    if (url.pathname === '/keys') return say({ keys: [{ ...await exportJWK(publicKey), kid: 'k', alg: 'RS256', use: 'sig' }] })
    if (url.pathname === '/auth') {
      nonce = url.searchParams.get('nonce')
      const back = new URL(url.searchParams.get('redirect_uri'))
      back.search = new URLSearchParams({ code: 'c', state: url.searchParams.get('state') })
      return answer.writeHead(303, { location: back.href }).end()
    }
    const now = Math.floor(Date.now() / 1000)
    const claims = self.lie({ iss: self.issuer, aud: client, sub: 's', nonce, iat: now, exp: now + 300, email: 'viewer@demo.example', email_verified: true })
    say({ token_type: 'Bearer', id_token: await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(self.key === 'stranger' ? stranger : privateKey) })
  })
  self.issuer = await listen(server)
  self.stop = () => server.close()
  return self
}

function point (site, issuer) {
  site.kith('setting', 'oidc.issuer', issuer)
  site.kith('setting', 'oidc.client_id', client)
  site.kith('setting', 'oidc.client_secret', secret)
}

let failed = 0
let passed = 0
function check (what, holds) {
  holds ? passed++ : failed++
  console.log(`${holds ? 'ok' : 'FAILED'} ${what}`)
}

const site = await startSite({ demo: true })
const start = `${site.url}/sign-in/oidc?next=/account`
const callback = `${site.url}/sign-in/oidc/callback`
const real = await realProvider(site)
point(site, real.issuer)

const viewer = new Browser()
const back = await viewer.follow(start, 'viewer', callback)
const stolen = await new Browser().go(back)
check('an answer opened in another browser is refused', stolen.status === 400)
const account = await viewer.follow(back)
check('a real provider signs in the person whose address it verified', account.status === 200 && /viewer@demo\.example/.test(account.text))
check('the same state does not come back twice', (await viewer.go(back)).status === 400)
await viewer.go(start)
check('following the link to the provider ends nothing', (await viewer.go(`${site.url}/account`)).status === 200)
check('an address that is not verified opens nothing', (await new Browser().follow(start, 'member')).status === 403)
check('a person whom nobody invited gets a sentence and no account', /invite that address/.test((await new Browser().follow(start, 'stranger')).text))
real.stop()

const liar = await lyingProvider()
point(site, liar.issuer)
const lies = {
  'the truth': [c => c, 200],
  'another nonce': [c => ({ ...c, nonce: 'other' }), 403],
  'no nonce': [({ nonce, ...c }) => c, 403],
  'another audience': [c => ({ ...c, aud: 'somebody-else' }), 403],
  'two audiences and no authorised party': [c => ({ ...c, aud: [client, 'somebody-else'] }), 403],
  'another issuer': [c => ({ ...c, iss: 'https://elsewhere.example' }), 403],
  'a token that has expired': [c => ({ ...c, iat: c.iat - 900, exp: c.iat - 600 }), 403],
  'a token without an end': [({ exp, ...c }) => c, 403],
  'nobody': [({ sub, ...c }) => c, 403]
}
for (const [what, [lie, status]] of Object.entries(lies)) {
  liar.lie = lie
  check(`a provider that says ${what} gets ${status}`, (await new Browser().follow(start)).status === status)
}
liar.lie = c => c
liar.key = 'stranger'
check('a token signed with a key the provider does not publish is refused', (await new Browser().follow(start)).status === 403)
liar.stop()
check('a provider that is away is a sentence, not a wait', (await new Browser().go(start)).status === 503)

await site.stop()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
