// node test/attack/person.mjs: a hostile person rather than a hostile network. Somebody with a stolen cookie, with a
// member's account and a grudge, or with an afternoon to spare, against a real `kith serve` with the plan loaded.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSite } from '../browser/site.mjs'
import { check, Client, code, end, entities, mailed, people, signedIn, twoSteps } from './client.mjs'

// A pack that somebody sent, with what a spreadsheet or a page might run where its words stand.
function hostilePack () {
  const pack = mkdtempSync(join(tmpdir(), 'kith-pack-'))
  cpSync('packs/nottingham', pack, { recursive: true })
  const cells = line => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(match => match[1])
  const quoted = text => `"${text.replaceAll('"', '""')}"`
  // In the first row under the header.
  const put = (file, column, text) => {
    const [head, first, ...rest] = readFileSync(join(pack, file), 'utf8').split('\n')
    const row = cells(first).slice(0, head.split(',').length)
    row[cells(head).indexOf(column)] = quoted(text)
    writeFileSync(join(pack, file), [head, row.join(','), ...rest].join('\n'))
  }
  put('headlines.csv', 'text', '<script>alert(1)</script>')
  put('measures.csv', 'title', '"><img src=x onerror=alert(1)>')
  put('objectives.csv', 'title', '</title></textarea><script>alert(1)</script>')
  put('responsible.csv', 'name', '=HYPERLINK("http://evil.test","x")')
  appendFileSync(join(pack, 'vision.md'), '\n<script>alert(1)</script> [x](javascript:alert(1)) ![y](data:text/html,x)\n')
  return pack
}
const pack = hostilePack()
const site = await startSite({ pack, demo: true })
rmSync(pack, { recursive: true })
process.on('exit', () => site.kill())
site.kith('setting', 'password.memory_mib', '8')
site.kith('report', 'publish', '--year', '2013/14', '--quarter', '4')
const all = people(site)
const clients = {}
for (const role of Object.keys(all)) clients[role] = await signedIn(site, role)
const { administrator, viewer, member } = clients
const nobody = new Client(site)
const list = values => values.filter(Boolean).join(', ')

// A request with exactly these headers, Host among them.
function raw (path, { method = 'GET', headers = {}, body = '' } = {}) {
  return new Promise((resolve, reject) => {
    const ask = http.request(site.url + path, { method, headers: { ...headers, ...(body && { 'content-length': Buffer.byteLength(body) }) } }, answer => {
      let text = ''
      answer.on('data', data => { text += data })
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }))
    })
    ask.on('error', reject)
    ask.end(body)
  })
}
const cookieOf = client => [...client.cookies].map(pair => pair.join('=')).join('; ')

// ---- what every answer carries -----------------------------------------------------------------------------------

const answers = {
  'the front page': await nobody.get('/'),
  'signing in': await nobody.get('/sign-in'),
  'a page that is not there': await nobody.get('/nothing'),
  'a form refused': await nobody.go('/sign-in', { method: 'POST', body: new URLSearchParams({ a: 'b' }) }),
  'the office': await viewer.get('/office'),
  'a CSV': await viewer.get('/office/scorecard.csv?year=2013/14&quarter=4'),
  'an account': await viewer.get('/account'),
  'a refusal': await viewer.get('/office/audit'),
  'a published report': await nobody.get('/reports/2013-14/q4')
}
const missing = Object.entries(answers).filter(([, { headers: h }]) => !/frame-ancestors 'none'/.test(h.get('content-security-policy')) ||
  /unsafe|\*/.test(h.get('content-security-policy')) || h.get('x-frame-options') !== 'DENY' ||
  h.get('x-content-type-options') !== 'nosniff' || h.get('referrer-policy') !== 'same-origin')
check(missing.length === 0, 'no page may be framed, sniffed or tell others where one was', list(missing.map(([name]) => name)))
const kept = ['the office', 'a CSV', 'an account', 'a refusal', 'signing in'].filter(name => !/no-store/.test(answers[name].headers.get('cache-control')))
check(kept.length === 0, 'no browser or proxy keeps what somebody signed in has seen', list(kept))
const personal = await viewer.get('/reports/2013-14/q4')
check(!/public/.test(personal.headers.get('cache-control')), 'nor a public page with somebody’s name in its head', personal.headers.get('cache-control'))
check(Object.values(answers).every(({ headers }) => !headers.get('server') && !headers.get('x-powered-by')), 'no answer says what made it')

// ---- where one is sent -------------------------------------------------------------------------------------------

const elsewhere = ['//evil.test', '/\\evil.test', '\\\\evil.test', 'https://evil.test', 'https:evil.test', 'javascript:alert(1)', '/%09/evil.test',
  '\t//evil.test', ' //evil.test', '/\n/evil.test', '/\r\nSet-Cookie: a=b', '///evil.test', '//evil.test/%2f..', 'data:text/html,x', '', '.', '/..//evil.test',
  `/${'a'.repeat(5000)}`, '/é', '/‮', '@evil.test', '.evil.test', ':80@evil.test']
const stays = answer => !answer.to || (new URL(answer.to, site.url).origin === site.url && !answer.headers.get('set-cookie')?.includes('a=b'))
const wandered = []
for (const next of elsewhere) {
  const path = encodeURIComponent(next)
  const fresh = new Client(site)
  const tries = [await viewer.get(`/sign-in?next=${path}`), await viewer.get(`/account/prove?next=${path}`),
    await fresh.get(`/sign-in?next=${path}`), await fresh.post('/sign-in', { ...all.viewer, next }, '/sign-in'),
    await viewer.post('/account/prove', { password: all.viewer.password, next }), await nobody.get(encodeURI(next.startsWith('/') ? next : '/'))]
  if (!tries.every(stays)) wandered.push(next)
  if (tries.some(answer => /(href|action)="(https?:)?\/\/evil/.test(answer.text))) wandered.push(`${next} in a page`)
}
check(wandered.length === 0, 'nobody is sent to another site', list(wandered))

// ---- forms of others ---------------------------------------------------------------------------------------------

const token = await viewer.token('/account/name')
const fields = { name: 'Mallory', csrf: token }
const send = (headers, body) => viewer.go('/account/name', { method: 'POST', headers, body })
const own = { origin: site.url }
const multipart = new FormData()
multipart.set('name', 'Mallory')
const forged = {
  'without a token': await send(own, new URLSearchParams({ name: 'Mallory' })),
  'with an empty token': await send(own, new URLSearchParams({ name: 'Mallory', csrf: '' })),
  'with another person’s token': await send(own, new URLSearchParams({ name: 'Mallory', csrf: await member.token('/account/name') })),
  'with a visitor’s token': await send(own, new URLSearchParams({ name: 'Mallory', csrf: await new Client(site).token() })),
  'with the token in the address': await viewer.go(`/account/name?csrf=${token}`, { method: 'POST', headers: own, body: new URLSearchParams({ name: 'Mallory' }) }),
  'from another site': await send({ origin: 'https://evil.test' }, new URLSearchParams(fields)),
  'from nowhere': await send({ origin: 'null' }, new URLSearchParams(fields)),
  'from a site that begins like ours': await send({ origin: `${site.url}.evil.test` }, new URLSearchParams(fields)),
  'as another site’s request': await send({ 'sec-fetch-site': 'cross-site' }, new URLSearchParams(fields)),
  'as a sister site’s request': await send({ 'sec-fetch-site': 'same-site' }, new URLSearchParams(fields)),
  'as plain text': await send({ ...own, 'content-type': 'text/plain' }, `csrf=${token}&name=Mallory`),
  'as JSON': await send({ ...own, 'content-type': 'application/json' }, JSON.stringify(fields)),
  'without a type': await raw('/account/name', { method: 'POST', headers: { cookie: cookieOf(viewer), ...own }, body: `csrf=${token}&name=Mallory` }),
  'as parts without a token': await send(own, multipart),
  'by GET': await viewer.get(`/account/name?name=Mallory&csrf=${token}`)
}
const took = Object.entries(forged).filter(([how, answer]) => how !== 'by GET' && ![400, 403, 415].includes(answer.status))
check(took.length === 0, 'no forged form is taken', list(took.map(([how, answer]) => `${how}: ${answer.status}`)))
check(!(await viewer.get('/account')).text.includes('Mallory'), 'and nothing was changed by one')
const rights = await Promise.all(['/office/accounts/invite', '/office/settings', '/office/agencies/add', '/office/plan/editions/add', '/office/figures/import']
  .map(path => member.post(path, { name: 'x' }, '/account/name')))
check(rights.every(answer => answer.status === 403), 'a member’s own token opens no form of the office', list(rights.map(answer => answer.status)))

// ---- cookies -----------------------------------------------------------------------------------------------------

const fixed = 'ab'.repeat(32)
const victim = new Client(site)
victim.cookies.set('kith', fixed)
await victim.signIn(all.viewer.email, all.viewer.password)
check(victim.cookies.get('kith') !== fixed && (await raw('/account', { headers: { cookie: `kith=${fixed}` } })).status === 303, 'a cookie put there before is not the one signed in')
const mine = victim.cookies.get('kith')
const tossed = await Promise.all([`kith=${fixed}; kith=${mine}`, `kith=${mine}x`, `kith=${mine.slice(1)}`, `kith="${mine}"; kith=`, 'kith=none', `kith=${'0'.repeat(3000)}`, `kith=${mine.toUpperCase()}%00`]
  .map(cookie => raw('/account', { headers: { cookie } })))
check(tossed.every(answer => answer.status === 303), 'a cookie tossed before, or bent, signs nobody in', list(tossed.map(answer => answer.status)))
const seal = await raw('/sign-in', { headers: { cookie: 'kith-notice=00112233445566778899aabbccddeeff.PHNjcmlwdD4' } })
check(seal.status === 200 && !/<script>/.test(seal.text), 'nobody writes a notice for somebody else')
await victim.post('/sign-out', {})
check((await raw('/account', { headers: { cookie: `kith=${mine}` } })).status === 303, 'signed out, a copied cookie opens nothing')

// ---- past the second step ----------------------------------------------------------------------------------------

const { key } = await twoSteps(await signedIn(site, 'board-support'))
const half = new Client(site)
const asked = await half.signIn(all['board-support'].email, all['board-support'].password)
const inside = ['/office', '/account', '/account/two-step', '/office/scorecard', '/account/sessions', '/office/publish']
const past = await Promise.all(inside.map(path => half.get(path)))
check(asked.to.startsWith('/sign-in/code') && past.every(answer => answer.status === 303 && answer.to.startsWith('/sign-in')), 'the password alone leads nowhere where there is a second step')
const around = await Promise.all(['/account/two-step/off', '/account/two-step/codes', '/account/name', '/account/prove', '/account/sessions/end-others']
  .map(async path => half.post(path, { name: 'x' }, '/sign-in/code')))
check(around.every(answer => answer.status === 403), 'nor do forms sent from half-way', list(around.map(answer => answer.status)))
check((await half.post('/sign-in/code', { code: code(key, 1) }, '/sign-in/code')).status === 303, 'the code does')

// ---- what belongs to somebody else ---------------------------------------------------------------------------------

const sessions = (await viewer.get('/account/sessions')).text
const session = /\/account\/sessions\/(\d+)\/end/.exec(sessions)[1]
check((await member.post(`/account/sessions/${session}/end`, {}, '/account/sessions')).status === 404, 'nobody ends another’s session')
check((await viewer.get('/account')).status === 200, 'which still stands')

// ---- names of the machine ------------------------------------------------------------------------------------------

const visitor = new Client(site)
const form = new URLSearchParams({ email: all.member.email, csrf: await visitor.token('/password/forgot') }).toString()
await raw('/password/forgot', { method: 'POST', body: form, headers: { host: 'evil.test', 'x-forwarded-host': 'evil.test', cookie: cookieOf(visitor), 'content-type': 'application/x-www-form-urlencoded' } })
const link = await mailed(site, '/password/reset/')
check((await nobody.get(link)).status === 200, 'a link asked for under another Host leads here')
const filed = new Set((await administrator.get('/office/outbox')).text.match(/\/office\/outbox\/\d+/g))
const mails = await Promise.all([...filed].map(path => administrator.get(path)))
const outbox = mails.find(answer => /password\/reset/.test(answer.text))
check(!outbox.text.includes('evil.test') && outbox.text.includes(new URL(site.url).host), 'and its mail names this site and no other')
check(!outbox.text.includes(link.split('/').pop()) && /password\/reset\/…/.test(outbox.text), 'the office does not see the link')

// ---- headers from what people write ----------------------------------------------------------------------------------

const broken = await Promise.all(['/sign-in?next=/a%0d%0aSet-Cookie:%20x=y', '/%0d%0aSet-Cookie:%20x=y', '/measures/%0d%0aX-A:%20b', '/reports/2013-14%0d%0aX-A:b/q4', '/office%0aX-A:b']
  .map(path => viewer.get(path)))
check(broken.every(answer => !answer.headers.get('x-a') && !/x=y/.test(answer.headers.get('set-cookie') ?? '')), 'a line break in an address is no header')
const part = (name, more, body) => `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${body}\r\n`
const parts = (text, path = '/office/figures/import') => clients['performance-officer'].go(path, { method: 'POST', headers: { ...own, 'content-type': 'multipart/form-data; boundary=b' }, body: text })
const entry = await clients['performance-officer'].token('/office/figures/import')
const named = await parts(part('csrf', '', entry) + part('sheet', '; filename="../../x\\r\\nSet-Cookie: a=b<script>.csv"', 'code,value\n') + '--b--\r\n')
check(named.status < 500 && !/a=b/.test(named.headers.get('set-cookie') ?? '') && !/<script>\./.test(named.text), 'nor is one in a file’s name', named.status)

// ---- too much, too deep, too odd ----------------------------------------------------------------------------------------

async function timed (make) {
  const began = performance.now()
  const answer = await make()
  return { ...answer, ms: performance.now() - began }
}
const many = 'a&'.repeat(10000)
const nested = `--b\r\nContent-Disposition: form-data; name="a"\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n${'--c\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n'.repeat(500)}--b--\r\n`
const large = {
  '10,000 parameters in a form': await timed(() => viewer.go('/account/name', { method: 'POST', headers: { ...own, 'content-type': 'application/x-www-form-urlencoded' }, body: many })),
  'a name of 60 KB': await timed(() => viewer.post('/account/name', { name: 'x'.repeat(60000) }, '/account/name')),
  'parts within parts': await timed(() => parts(nested)),
  '5,000 parts': await timed(() => parts(part('a', '', 'x').repeat(5000) + '--b--\r\n')),
  '50 files': await timed(() => parts(part('f', '; filename="a"', 'x').repeat(50) + '--b--\r\n')),
  'a boundary of 5,000 characters': await timed(() => clients['performance-officer'].go('/office/figures/import', { method: 'POST', headers: { ...own, 'content-type': `multipart/form-data; boundary=${'b'.repeat(5000)}` }, body: 'x' })),
  'a header that never ends': await timed(() => parts(`--b\r\nContent-Disposition: ${'a;'.repeat(5000)}\r\n\r\nx\r\n--b--\r\n`)),
  'a percent sign alone': await timed(() => viewer.get('/office/accounts?words=%')),
  'bytes that are no text': await timed(() => viewer.get('/measures?words=%ff%fe')),
  'the largest number and one more': await timed(() => viewer.get('/office/measures/9223372036854775808')),
  'a year of the far future': await timed(() => viewer.get('/office/scorecard?year=99999999/00&quarter=99'))
}
const faults = Object.entries(large).filter(([, answer]) => answer.status >= 500 || answer.ms > 1000)
check(faults.length === 0, 'too much of anything is told so, at once', list(faults.map(([what, answer]) => `${what}: ${answer.status} in ${answer.ms.toFixed(0)} ms`)))
check(large['10,000 parameters in a form'].status >= 400, '10,000 parameters are not read', large['10,000 parameters in a form'].status)

const searches = ['%', '_', "'", '"', '\\', "' or '1'='1", "'; drop table account; --", '%'.repeat(500), '%_'.repeat(300), 'a%'.repeat(400), '*'.repeat(500), '('.repeat(500), '\u0000', '[a-z]+$']
const slow = []
for (const words of searches) {
  for (const path of ['/office/accounts?words=', '/measures?words=', '/office/audit?act=', '/office/audit?subject=', '/office/outbox?state=', '/office/accounts?state=', '/office/scorecard?objective=']) {
    const answer = await timed(() => administrator.get(path + encodeURIComponent(words)))
    if (answer.status >= 500 || answer.ms > 1000) slow.push(`${path}${words.slice(0, 20)}: ${answer.status} in ${answer.ms.toFixed(0)} ms`)
  }
}
check(slow.length === 0, 'no search is slow or a fault, whatever is in it', list(slow))
const wild = await Promise.all(['%', '_', "' or '1'='1"].map(words => administrator.get(`/office/accounts?words=${encodeURIComponent(words)}`)))
check(wild.every(answer => !answer.text.includes('administrator@demo.example')), 'a percent sign finds percent signs')
check((await administrator.get('/office/accounts')).text.includes('administrator@demo.example'), 'and everybody is still there')

// ---- out of the folder ------------------------------------------------------------------------------------------------

const climbing = ['/assets/../../../etc/passwd', '/assets/%2e%2e/%2e%2e/etc/passwd', '/assets/..%2f..%2fetc%2fpasswd', '/assets/kith.css/../../etc/passwd', '//etc/passwd', '/%2e%2e/kith.db',
  '/data/kith.db', '/outbox/00000001.eml', '/reports/..%2f..%2fkith/q4', '/reports/2013-14/q4/../../../etc/passwd', '/reports/2013-14/..%5c..%5cq4.pdf', '/measures/..%2f..%2fetc%2fpasswd.csv',
  '/plan/objectives/%2e%2e%2f%2e%2e', '/assets/kith.css%00.js', '/.git/config', '/schema/001_base.sql', '/office/measures/..%2f..%2fx']
const found = []
for (const path of climbing) {
  const answer = await raw(path)
  if (/root:|create table|SQLite format|\[core\]/.test(answer.text) || ![303, 308, 400, 404].includes(answer.status)) found.push(`${path}: ${answer.status}`)
}
check(found.length === 0, 'no address leads out of the site', list(found))

// ---- what is told to strangers -------------------------------------------------------------------------------------------

const told = [...await Promise.all(['/nothing', '/measures/nothing', '/reports/9999-00/q9', '/plan/objectives/<script>alert(1)</script>', '/password/reset/x', '/invitation/x', '/sign-in/oidc', '/sign-in/oidc/callback?state=x&error=<script>alert(1)</script>'].map(path => nobody.get(path))),
  await nobody.go('/sign-in', { method: 'PUT' }), large['bytes that are no text']]
check(told.every(answer => answer.status >= 300 && answer.status < 500), 'what goes wrong is said with the right number', list(told.map(answer => answer.status)))
check(told.every(answer => !/sqlite|postgres|src\/|\.c:|stack|libmicrohttpd|<script>alert/i.test(answer.text)), 'and without what is inside')
const metrics = await nobody.get('/metrics')
check(!/@|Demonstration|reset\/[0-9a-f]|kith\.db/.test(metrics.text), 'the metrics name nobody')
const others = await raw('/metrics', { headers: { 'x-forwarded-for': '127.0.0.1' } })
check(others.status === 200, 'without a proxy nobody is believed about their address')

// ---- what people write, on every page --------------------------------------------------------------------------------------

const payloads = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'-alert(1)-'{{7*7}}${7*7}", '=HYPERLINK("http://evil.test","x")']
const raws = [/<script>alert/, /<img src=x/, /<\/?(textarea|title)>.*<script>alert/, /"[^"<>]*" onerror/, /(href|src|action)\s*=\s*"\s*(javascript|data):/]
const skip = /sign-out|sessions|two-step|password|prove|close|deactivate|\/end$|\/drop$|\/take$|\/open$|again|settings|roles|verify|publish|sign-off|invite/
const plainTag = (tag, name) => new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`).exec(tag)?.[1]

// The forms of a page that are posted, each with its fields filled in: text with the payload, else the first choice.
function formsOf (text, payload) {
  return [...text.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].filter(([, tag]) => /method\s*=\s*"post"/.test(tag)).map(([, tag, inner]) => {
    const values = {}
    for (const [input] of inner.matchAll(/<input[^>]*>/g)) {
      const name = plainTag(input, 'name')
      const type = plainTag(input, 'type') ?? 'text'
      if (!name || type === 'file' || (type === 'checkbox') || (type === 'radio' && name in values)) continue
      const keep = ['hidden', 'radio', 'email', 'password', 'number', 'date'].includes(type) || /numeric/.test(input) || /day|month|year|position|from|starts|ends/.test(name)
      values[name] = keep ? entities(plainTag(input, 'value') ?? '') : payload
    }
    for (const [area] of inner.matchAll(/<textarea[^>]*>/g)) values[plainTag(area, 'name')] = payload
    for (const [, select, options] of inner.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
      values[plainTag(select, 'name')] = [...options.matchAll(/<option\s[^>]*?value\s*=\s*"([^"]*)"/g)].map(match => entities(match[1])).find(Boolean) ?? ''
    }
    return { action: entities(plainTag(tag, 'action') ?? ''), values }
  })
}

// Every page one can reach by links, at most so many of each shape.
async function crawl (client, visit) {
  const seen = new Set()
  const shapes = new Map()
  const queue = ['/', '/office', '/account', '/plan', '/measures', '/reports', '/sign-in']
  while (queue.length) {
    const path = queue.shift().split('#')[0]
    const shape = path.replace(/\?.*/, '?').replace(/\d+/g, 'N').replace(/(measures|objectives|versions|targets|notes|commentary)\/[^/?]+/g, '$1/*')
    if (!path || seen.has(path) || (shapes.get(shape) ?? 0) >= 2 || /^\/(assets|sign-out)|\.pdf/.test(path)) continue
    seen.add(path)
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1)
    const answer = await client.get(path)
    await visit(path, answer)
    for (const [, to] of answer.text.matchAll(/href\s*=\s*"(\/[^"]*)"/g)) queue.push(entities(to))
    if (answer.to?.startsWith('/')) queue.push(answer.to)
  }
  return seen.size
}

// What a browser would run, or a spreadsheet.
const runs = new Set()
let escaped = 0
function look (path, answer) {
  const type = answer.headers.get('content-type') ?? ''
  if (answer.status >= 500) runs.add(`${path} answered ${answer.status}`)
  if (type.startsWith('text/html')) {
    for (const pattern of raws) if (pattern.test(answer.text.replace(/<textarea[^>]*>[\s\S]*?<\/textarea>/g, area => area.replace(/<(?!script|img|\/textarea|textarea)/g, '')))) runs.add(`${path} has ${pattern}`)
    if (/49\$49|\b4949\b/.test(answer.text)) runs.add(`${path} works sums out`)
    if (/&lt;(script&gt;alert|img src=x)|HYPERLINK\(&/.test(answer.text)) escaped++
  } else if (type.startsWith('text/csv') && /(^|,)"?=HYPERLINK/m.test(answer.text)) runs.add(`${path} has a formula`)
}
let sent = 0
const kindsSent = new Set()
for (const payload of payloads) {
  for (const role of ['performance-officer', 'administrator', 'viewer']) {
    const todo = []
    await crawl(clients[role], (path, answer) => {
      for (const form of formsOf(answer.text, payload)) {
        const kind = form.action.replace(/\d+/g, 'N').replace(/(measures|targets|notes|commentary)\/[^/]+/g, '$1/*')
        if (!form.action || skip.test(form.action) || todo.some(other => other.kind === kind)) continue
        todo.push({ ...form, kind, path })
      }
    })
    for (const { action, values, kind, path } of todo) {
      const answer = await clients[role].post(action, values, path, values.csrf)
      if (answer.status === 303) kindsSent.add(kind)
      sent++
      look(`POST ${action}`, answer)
    }
  }
}
await administrator.post('/office/settings', { 'site.name': payloads[0], 'site.contact': payloads[1], 'oidc.label': payloads[1] }, '/office/settings')
await new Promise(resolve => setTimeout(resolve, 1500))      // the name is looked at once a second
await administrator.post('/office/accounts/invite', { email: 'odd@demo.example', name: `${payloads[0]}\r\nBcc: x@evil.test`, agency: '1', role: 'viewer' }, '/office/accounts/invite')
check((await nobody.get('/')).text.includes('– &lt;script&gt;alert(1)&lt;/script&gt;</title>'), 'a name given to the site is in every title, as text')
let pages = 0
for (const role of Object.keys(clients)) pages += await crawl(clients[role], look)
const office = escaped
pages += await crawl(nobody, look)
check(kindsSent.size >= 15, 'the office’s forms took what was sent', `${sent} sent, ${kindsSent.size} kinds taken`)
check(office >= 10 && escaped > office, 'and it stands on its pages as text', `${escaped} times; ${pages} pages read`)
check(runs.size === 0, 'no page runs what somebody wrote, and no CSV', [...runs].join('; '))

// ---- what is left behind ---------------------------------------------------------------------------------------------------

const log = site.log()
const secrets = [...Object.values(all).flatMap(one => [one.email, one.password]), link.split('/').pop(), mine, fixed, 'Demonstration', 'Mallory', 'evil.test', 'HYPERLINK']
check(secrets.every(secret => !log.includes(secret)), 'the log names nobody and holds no secret', list(secrets.filter(secret => log.includes(secret))))
check(!/ fault /.test(log), 'nothing was a fault', / fault .*/.exec(log)?.[0])
check(/audit log is whole/.test(site.kith('audit', 'verify')), 'the audit log is whole')
await site.stop()
end()
