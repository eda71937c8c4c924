// node test/attack/network.mjs [PORT]: a real `kith serve` under the things a hostile or broken network does. Each attack must
// get its proper end, and meanwhile others must be answered as if nothing happened.
import { spawn, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const kith = resolve(root, process.env.KITH_BUILD ?? 'build', 'kith')
const port = Number(process.argv[2] || 18170)
const dir = mkdtempSync(join(tmpdir(), 'kith-attack-'))
const database = process.env.KITH_DATABASE || `sqlite:${join(dir, 'kith.db')}`
const HEADER_SECONDS = 2
let passed = 0
let failed = 0

function check (holds, sentence, detail = '') {
  if (holds) passed++
  else failed++
  console.log(`${holds ? 'ok' : 'FAILED'} ${sentence}${detail === '' ? '' : ` (${detail})`}`)
}

// ---- the server ----------------------------------------------------------------------------------------------

const server = spawn(kith, ['serve', '--database', database, '--data', join(dir, 'data'), '--port', String(port),
  '--header-seconds', String(HEADER_SECONDS), '--idle-seconds', '4', '--bench-page', '9000000', '--quiet',
  '--drain-seconds', '5'], { stdio: ['ignore', 'pipe', 'inherit'] })
const ended = new Promise(resolve => server.on('exit', (code, signal) => resolve(code ?? signal)))
await Promise.race([new Promise(resolve => server.stdout.once('data', resolve)), ended])
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024

// ---- a client that says exactly what it is told to -------------------------------------------------------------

function raw (text, { until = 3000, keep = false } = {}) {
  return new Promise(resolve => {
    const began = Date.now()
    const socket = net.connect(port, '127.0.0.1')
    let got = ''
    const end = how => resolve({ got, how, ms: Date.now() - began, status: Number(/^HTTP\/1\.1 (\d+)/.exec(got)?.[1] ?? 0), socket })
    const timer = setTimeout(() => { if (!keep) socket.destroy(); end('open') }, until)
    socket.on('data', data => { got += data.toString('latin1') })
    socket.on('error', () => {})
    socket.on('close', () => { clearTimeout(timer); end('closed') })
    if (text !== null) socket.write(text)
  })
}

function get (path, headers = {}) {
  return new Promise(resolve => {
    const began = performance.now()
    const ask = http.get({ port, path, headers, agent: false, timeout: 5000 }, answer => {
      let body = ''
      answer.on('data', data => { body += data })
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body, ms: performance.now() - began }))
    })
    ask.on('timeout', () => ask.destroy())
    ask.on('error', () => resolve({ status: 0, ms: performance.now() - began }))
  })
}

// What another reader sees while `attack` goes on: the slowest of a page every 50 ms.
async function meanwhile (attack, sentence, path = '/sign-in') {
  let going = true
  const times = []
  let wrong = 0
  const others = (async () => {
    while (going) {
      const answer = await get(path)
      if (answer.status === 0 || answer.status >= 500) wrong++
      times.push(answer.ms)
      await sleep(50)
    }
  })()
  const result = await attack()
  going = false
  await others
  times.sort((a, b) => a - b)
  const slow = times[Math.floor(times.length * 0.95)]
  check(wrong === 0 && slow < 500, sentence, `${times.length} asked, ${wrong} unanswered, 95 % within ${slow.toFixed(0)} ms`)
  return result
}

// ---- heads that can be read in two ways ------------------------------------------------------------------------

const H = 'Host: kith\r\n'
const ambiguous = {
  'a length and chunks': `POST /x HTTP/1.1\r\n${H}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  'two lengths': `POST /x HTTP/1.1\r\n${H}Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef`,
  'the same length twice': `POST /x HTTP/1.1\r\n${H}Content-Length: 5\r\nContent-Length: 5\r\n\r\nabcde`,
  'a length with a sign': `POST /x HTTP/1.1\r\n${H}Content-Length: +5\r\n\r\nabcde`,
  'a length of two values': `POST /x HTTP/1.1\r\n${H}Content-Length: 5, 5\r\n\r\nabcde`,
  'an unknown transfer encoding': `POST /x HTTP/1.1\r\n${H}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
  'chunked twice': `POST /x HTTP/1.1\r\n${H}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  'chunks in HTTP/1.0': `POST /x HTTP/1.0\r\n${H}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  'two hosts': `GET / HTTP/1.1\r\n${H}${H}\r\n`,
  'no host': 'GET / HTTP/1.1\r\nAccept: */*\r\n\r\n',
  'a space before the colon': `GET / HTTP/1.1\r\n${H}X-A : b\r\n\r\n`,
  'a space in a name': `GET / HTTP/1.1\r\n${H}X A: b\r\n\r\n`,
  'a NUL in a header': `GET / HTTP/1.1\r\n${H}X-A: b\0c\r\n\r\n`,
  'a NUL in a host': 'GET / HTTP/1.1\r\nHost: kith\0.evil\r\n\r\n',
  'a control character in a header': `GET / HTTP/1.1\r\n${H}X-A: b\x01c\r\n\r\n`,
  'a header over two lines': `GET / HTTP/1.1\r\n${H}X-A: b\r\n c\r\n\r\n`,
  'lines that end in LF alone': 'GET / HTTP/1.1\nHost: kith\nX-A: b\n\n',
  'an unknown method': `FROB / HTTP/1.1\r\n${H}\r\n`,
  'a version of the future': `GET / HTTP/3.7\r\n${H}\r\n`,
  'a line without a colon': `GET / HTTP/1.1\r\n${H}nonsense\r\n\r\n`
}
for (const [name, head] of Object.entries(ambiguous)) {
  const answer = await raw(head)
  check(answer.how === 'closed' && (answer.status === 0 || (answer.status >= 400 && answer.status < 506)), `refused and closed: ${name}`, answer.status || 'closed unanswered')
}
const long = await raw(`GET / HTTP/1.1\r\n${H}X-A: ${'a'.repeat(100000)}\r\n\r\n`)
check(long.status === 431 && long.how === 'closed', 'a head of 100 KB is 431', long.status)
const wide = await raw(`GET /${'a'.repeat(100000)} HTTP/1.1\r\n${H}\r\n`)
check(wide.status === 414 && wide.how === 'closed', 'an address of 100 KB is 414', wide.status)
const plain = await raw(`GET /healthz HTTP/1.1\r\n${H}Connection: close\r\n\r\n`)
check(plain.status === 200, 'a plain request is answered')
const nul = await raw(`GET /healthz\0x HTTP/1.1\r\n${H}Connection: close\r\n\r\n`)
check(nul.status !== 200, 'a NUL in an address is no address', nul.status || 'closed unanswered')

// ---- slow and half-open ----------------------------------------------------------------------------------------

await meanwhile(async () => {
  const half = await Promise.all(Array.from({ length: 300 }, () => raw(`GET / HTTP/1.1\r\n${H}`, { until: (HEADER_SECONDS + 3) * 1000 })))
  const closed = half.filter(one => one.how === 'closed').length
  check(closed === 300, 'each of 300 half-open requests is hung up on in time', `${closed} closed`)
}, 'others are answered beside 300 half-open requests')

async function dribble (start, byte, seconds) {
  const began = Date.now()
  const one = raw(start, { until: seconds * 1000, keep: true })
  const socket = net.connect(port, '127.0.0.1')
  let closed = 0
  socket.on('error', () => {})
  socket.on('close', () => { closed = Date.now() - began })
  socket.write(start)
  while (!closed && Date.now() - began < seconds * 1000) {
    await sleep(1000)
    if (!socket.destroyed) socket.write(byte)
  }
  socket.destroy()
  ;(await one).socket.destroy()
  return closed
}
await meanwhile(async () => {
  const head = dribble(`GET / HTTP/1.1\r\n${H}X-A: `, 'a', HEADER_SECONDS + 4)
  const line = dribble('G', 'E', HEADER_SECONDS + 4)
  const body = dribble(`POST /sign-in HTTP/1.1\r\n${H}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n`, 'a', HEADER_SECONDS + 6)
  check(await line > 0, 'a request line of a byte a second is hung up on', `${await line} ms`)
  check(await head > 0, 'a head of a byte a second is hung up on', `${await head} ms`)
  check(await body > 0, 'a body of a byte a second is hung up on', `${await body} ms`)
}, 'others are answered beside a byte a second')

await meanwhile(async () => {
  const socket = net.connect(port, '127.0.0.1')
  socket.on('error', () => {})
  let closed = false
  socket.on('close', () => { closed = true })
  socket.pause()
  socket.write(Array(3).fill(`GET /bench HTTP/1.1\r\n${H}\r\n`).join(''))
  await sleep(9000)
  socket.resume()
  let bytes = 0
  socket.on('data', data => { bytes += data.length })
  await sleep(500)
  check(closed && bytes < 27000000, 'a reader that does not read is hung up on', `after ${bytes} of 27,000,000 bytes`)
  socket.destroy()
}, 'others are answered beside a reader that does not read')

// ---- too much ---------------------------------------------------------------------------------------------------

function upload (head, piece, bytes) {
  return new Promise(resolve => {
    const socket = net.connect(port, '127.0.0.1')
    let sent = 0
    let got = ''
    socket.on('data', data => { got += data.toString('latin1') })
    socket.on('error', () => {})
    socket.on('close', () => resolve({ sent, status: Number(/^HTTP\/1\.1 (\d+)/.exec(got)?.[1] ?? 0) }))
    socket.write(head)
    const pump = () => {
      while (sent < bytes && !socket.destroyed) {
        sent += piece.length
        if (!socket.write(piece)) { socket.once('drain', pump); return }
      }
      if (!socket.destroyed) socket.end()
    }
    pump()
  })
}
const GB = 1024 * 1024 * 1024
const mb = Buffer.alloc(1024 * 1024, 'a')
const chunk = Buffer.concat([Buffer.from('100000\r\n'), mb, Buffer.from('\r\n')])
const before = memory()
await meanwhile(async () => {
  const form = 'Content-Type: multipart/form-data; boundary=b\r\n'
  const declared = await upload(`POST /sign-in HTTP/1.1\r\n${H}${form}Content-Length: ${GB}\r\n\r\n`, mb, GB)
  check(declared.sent < GB / 4 && [0, 404, 413].includes(declared.status), 'an upload of 1 GB is cut off', `${declared.status || 'closed'} after ${declared.sent >> 20} MB`)
  const chunked = await upload(`POST /sign-in HTTP/1.1\r\n${H}${form}Transfer-Encoding: chunked\r\n\r\n`, chunk, GB)
  check(chunked.sent < GB / 4, 'so is one of unsaid length', `${chunked.status || 'closed'} after ${chunked.sent >> 20} MB`)
}, 'others are answered beside uploads of 1 GB')
check(memory() - before < 20, 'and memory does not grow with them', `${before.toFixed(0)} to ${memory().toFixed(0)} MB`)
const large = await upload(`POST /sign-in HTTP/1.1\r\n${H}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000000\r\nConnection: close\r\n\r\n`, Buffer.alloc(100000, 'a'), 1000000)
check(large.status === 413, 'a form a little too large gets its answer read', large.status)

// ---- many at once -----------------------------------------------------------------------------------------------

const pipeline = await raw(`GET /healthz HTTP/1.1\r\n${H}\r\n`.repeat(5) + `GET /healthz HTTP/1.1\r\n${H}Connection: close\r\n\r\n`)
check((pipeline.got.match(/HTTP\/1\.1 200/g) ?? []).length === 6, 'six pipelined requests get six answers')
const smuggle = await raw(`POST /x HTTP/1.1\r\n${H}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\n${H}\r\n`)
check(!/200 OK/.test(smuggle.got), 'what follows an ambiguous request is not answered')

await meanwhile(async () => {
  for (let round = 0; round < 20; round++) {
    await Promise.all(Array.from({ length: 25 }, () => new Promise(resolve => {
      const socket = net.connect(port, '127.0.0.1', () => {
        socket.write(`GET /sign-in HTTP/1.1\r\n${H}\r\n`)
        setTimeout(() => { socket.resetAndDestroy(); resolve() }, Math.random() * 10)
      })
      socket.on('error', () => resolve())
    })))
  }
}, 'others are answered beside 500 clients killed while they ask')

async function flood () {
  const page = await get('/sign-in')
  const cookie = (page.headers['set-cookie'] ?? []).map(one => one.split(';')[0]).join('; ')
  const token = /name="csrf" value="([0-9a-f]+)"/.exec(page.body)?.[1] ?? ''
  const form = `csrf=${token}&email=nobody%40demo.example&password=wrong-password`
  const counts = {}
  let going = true
  const tick = setTimeout(() => { going = false }, 4000)
  await Promise.all(Array.from({ length: 100 }, async () => {
    while (going) {
      const answer = await raw(`POST /sign-in HTTP/1.1\r\n${H}Cookie: ${cookie}\r\nOrigin: http://kith\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${form.length}\r\n\r\n${form}`, { until: 20000 })
      counts[answer.status] = (counts[answer.status] ?? 0) + 1
      await sleep(20)
    }
  }))
  clearTimeout(tick)
  return counts
}
const counts = await meanwhile(flood, 'others are answered beside a flood of sign-ins')
const proper = Object.keys(counts).every(status => ['422', '429', '503'].includes(status))
check(proper && (counts[422] || counts[429]), 'each of the flood is looked at or told to wait', JSON.stringify(counts))

// ---- the end ----------------------------------------------------------------------------------------------------

const after = await get('/readyz')
check(after.status === 200, 'the service is ready afterwards', `${memory().toFixed(0)} MB`)
const last = raw(`GET /bench HTTP/1.1\r\n${H}\r\n`, { until: 5000 })
await sleep(20)
const told = Date.now()
server.kill('SIGTERM')
const code = await Promise.race([ended, sleep(10000).then(() => 'still there')])
check(code === 0, 'told to stop, it leaves with 0', `${code} after ${Date.now() - told} ms`)
check((await last).got.length > 9000000, 'and what was being sent is sent to its end')
if (code !== 0) execFileSync('kill', ['-9', String(server.pid)])
rmSync(dir, { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
