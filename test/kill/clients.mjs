// Many people at the site at once, until it is killed: each adds agencies, one after the other, and each that was
// answered as kept is a line on standard output. Signs in once and keeps the session in a file, for sessions outlive
// the server.
//
//     node test/kill/clients.mjs BASE-URL EMAIL PASSWORD SESSION-FILE ROUND CLIENTS
import {existsSync, readFileSync, writeFileSync, writeSync} from 'node:fs'
import { cookiesSet } from '../cookies.mjs'

const [base, email, password, file, round, clients] = process.argv.slice(2)
const jar = new Map(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [])

async function ask(path, form) {
  const answer = await fetch(base + path, {
    method: form ? 'POST' : 'GET',
    redirect: 'manual',
    headers: {Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), ...(form && {Origin: base})},
    body: form && new URLSearchParams(form)
  })
  return {status: answer.status, cookies: cookiesSet(answer.headers), text: await answer.text()}
}

async function token(path) {
  const {cookies, text} = await ask(path)
  keep(cookies)
  return /name="csrf" value="([^"]+)"/.exec(text)?.[1]
}

function keep(cookies) {
  for (const cookie of cookies) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)
    jar.set(name, value)
  }
}

async function signIn() {
  const csrf = await token('/sign-in')
  const {status, cookies} = await ask('/sign-in', {csrf, email, password, next: ''})
  if (status !== 303) throw new Error(`signing in was answered ${status}`)
  keep(cookies)
  writeFileSync(file, JSON.stringify([...jar]))
}

async function client(number, csrf) {
  for (let i = 0; ; i++) {
    const name = `kill-${round}-${number}-${i}`
    const {status} = await ask('/office/agencies/add', {csrf, name, kind: 'other'})
    if (status === 303) writeSync(1, name + '\n')
    else if (status >= 500) await new Promise(later => setTimeout(later, 50))   // its database was killed
    else throw new Error(`adding ${name} was answered ${status}`)
  }
}

try {
  if (!jar.size) await signIn()
  const csrf = await token('/office/agencies/add')
  await Promise.all(Array.from({length: Number(clients)}, (_, number) => client(number, csrf)))
} catch (error) {
  if (!error.cause) console.error(error.message)   // without a server there is nobody to ask: that is the end
}
