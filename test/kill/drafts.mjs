// Many browsers saving drafts of early help assessments at once, until the site is killed: each types on in one place
// of its own, a number that goes up, and each save that was answered as kept is a line "ASSESSMENT QUESTION NUMBER".
//
//     node test/kill/drafts.mjs BASE-URL EMAIL PASSWORD SESSION-FILE ROUND CLIENTS
import { existsSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { cookiesSet } from '../cookies.mjs'

const [base, email, password, file, round, clients] = process.argv.slice(2)
const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { jar: [], assessments: [] }
const jar = new Map(kept.jar)
const QUESTIONS = ['health', 'education', 'emotional', 'identity', 'relationships', 'selfcare']
  .flatMap(name => [`${name}_strengths`, `${name}_needs`, `${name}_evidence`])

async function ask (path, form) {
  const answer = await fetch(base + path, {
    method: form ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), ...(form && { Origin: base }) },
    body: form && new URLSearchParams(form)
  })
  return { status: answer.status, cookies: cookiesSet(answer.headers), text: await answer.text(), to: answer.headers.get('location') }
}

function keep (cookies) {
  for (const cookie of cookies) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)
    jar.set(name, value)
  }
}

async function page (path) {
  const answer = await ask(path)
  keep(answer.cookies)
  return { text: answer.text, csrf: /name="csrf" value="([^"]+)"/.exec(answer.text)?.[1] }
}

async function signIn () {
  const { csrf } = await page('/sign-in')
  const { status, cookies } = await ask('/sign-in', { csrf, email, password, next: '' })
  if (status !== 303) throw new Error(`signing in was answered ${status}`)
  keep(cookies)
}

// As many assessments as the clients need, each client a place of its own.
async function beginAll () {
  const child = /\/work\/people\/\d+/.exec((await page('/work')).text)[0]
  while (kept.assessments.length * QUESTIONS.length < Number(clients)) {
    const { text, csrf } = await page(`${child}/assessments/new`)
    const team = /<select[^>]*name="team"[\s\S]*?<option\s+value="(\d+)"/.exec(text)[1]
    const { status, to } = await ask(`${child}/assessments/new`,
      { csrf, any: 'none', form: 'usual', team, 'by-day': '1', 'by-month': '12', 'by-year': '2099' })
    if (status !== 303) throw new Error(`beginning an assessment was answered ${status}`)
    kept.assessments.push(/\/work\/assessments\/(\d+)/.exec(to)[1])
  }
}

const later = ms => new Promise(resolve => setTimeout(resolve, ms))

async function client (number, csrf) {
  const assessment = kept.assessments[Math.floor(number / QUESTIONS.length)]
  const question = QUESTIONS[number % QUESTIONS.length]
  const tab = `kill-${round}-${number}`
  const { text } = await page(`/work/assessments/${assessment}/development`)
  let stands = new RegExp(`name="base-${question}" value="([^"]+)"`).exec(text)[1]
  for (let i = 1; ; i++) {
    const typed = Number(round) * 1e6 + i
    const { status, text: said } = await ask(`/work/assessments/${assessment}/development/draft`,
      { csrf, tab, [`q-${question}`]: `${typed}`, [`base-${question}`]: stands })
    if (status === 200) {
      const [saved] = JSON.parse(said).saved
      if (saved.clash) throw new Error(`${assessment} ${question}: a clash with nobody`)
      stands = saved.base
      writeSync(1, `${assessment} ${question} ${typed}\n`)
      await later(Math.random() * 200)                       // people type
    } else if (status >= 500) await later(50)                // its database was killed
    else throw new Error(`saving a draft was answered ${status}`)
  }
}

try {
  if (!jar.size) await signIn()
  await beginAll()
  writeFileSync(file, JSON.stringify({ jar: [...jar], assessments: kept.assessments }))
  const { csrf } = await page(`/work/assessments/${kept.assessments[0]}/development`)
  await Promise.all(Array.from({ length: Number(clients) }, (_, number) => client(number, csrf)))
} catch (error) {
  if (!error.cause) console.error(error.message)   // without a server there is nobody to ask: that is the end
}
