// Opening a record is an act (P12): whatever page was answered is in the audit log, though the server is killed
// while many read.
import { spawn } from 'node:child_process'
import { startSite } from './site.mjs'
import { cookiesSet } from '../cookies.mjs'

export const needs = { demo: true }

function browser (url) {
  const jar = new Map()
  return async (path, form) => {
    const answer = await fetch(url + path, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), ...(form && { Origin: url }) },
      body: form && new URLSearchParams(form)
    })
    for (const cookie of cookiesSet(answer.headers)) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)
      jar.set(name, value)
    }
    return { status: answer.status, text: await answer.text() }
  }
}

async function signedIn (site, role) {
  const ask = browser(site.url)
  const [email, password] = site.said.split('\n').find(line => line.trim().endsWith(` ${role}`)).trim().split(/\s+/)
  const csrf = /name="csrf" value="([^"]+)"/.exec((await ask('/sign-in')).text)[1]
  const { status } = await ask('/sign-in', { csrf, email, password, next: '' })
  if (status !== 303) throw new Error(`signing in was answered ${status}`)
  return ask
}

const rows = site => Number(/(\d+) rows/.exec(site.kith('audit', 'verify'))[1])

export async function what_was_read_is_noted_though_the_server_is_killed () {   // P12
  const site = await startSite({ demo: true })
  try {
    const ask = await signedIn(site, 'social-worker')
    const record = /\/work\/people\/\d+/.exec((await ask('/work')).text)[0]
    const before = rows(site)
    if ((await ask(record)).status !== 200) throw new Error(`${record} does not open`)
    const each = rows(site) - before
    if (each < 1) throw new Error('a record was opened, and nothing is in the log')
    let answered = 1
    const read = async () => {
      for (let i = 0; i < 200; i++) {
        const { status } = await ask(record).catch(() => ({ status: 0 }))
        if (status !== 200) return
        if (++answered === 150) site.kill()
      }
    }
    await Promise.all(Array.from({ length: 16 }, read))
    const noted = rows(site) - before
    if (answered < 150) throw new Error(`only ${answered} pages were answered`)
    if (noted < answered * each) throw new Error(`${answered} pages were answered, and ${noted} rows are in the log`)
  } finally {
    site.kill()
  }
}

// The child's name on the front of the record, and a form of the record that comes back with what is wrong.
async function shows (ask, record, name) {
  const page = await ask(record)
  const csrf = /name="csrf" value="([^"]+)"/.exec((await ask('/work/search')).text)?.[1] ?? ''
  const form = await ask(`${record}/chronology/new`, { csrf })
  return [page, form].map(({ status, text }) => ({ status, named: text.includes(name) }))
}

function expect (what, answers, statuses, named) {
  answers.forEach((answer, i) => {
    if (answer.status !== statuses[i] || answer.named !== named) {
      throw new Error(`${what}: ${i ? 'the form' : 'the record'} answered ${answer.status}, the child ${answer.named ? 'named' : 'not named'}`)
    }
  })
}

// Another program on the same database: each statement is done when it is answered.
function shell (file) {
  const child = spawn('sqlite3', [file], { stdio: ['pipe', 'pipe', 'inherit'] })
  const run = sql => new Promise(resolve => {
    child.stdout.once('data', resolve)
    child.stdin.write(`.timeout 5000\n${sql};\n.print done\n`)
  })
  return Object.assign(run, { end: () => child.stdin.end() })
}

export async function what_cannot_be_noted_is_not_shown () {   // P12
  if (process.env.KITH_TEST_ENGINE === 'postgres') return
  const site = await startSite({ demo: true })
  const db = shell(site.database.replace('sqlite:', ''))
  try {
    const ask = await signedIn(site, 'social-worker')
    const record = /\/work\/people\/\d+/.exec((await ask('/work')).text)[0]
    const name = /<title>Record – (.+?) – /.exec((await ask(record)).text)[1]
    expect('before', await shows(ask, record, name), [200, 422], true)
    await db("create trigger full before insert on audit begin select raise(abort, 'the disk is full'); end")
    expect('with a full disk', await shows(ask, record, name), [503, 503], false)
    await db('drop trigger full')
    expect('with room again', await shows(ask, record, name), [200, 422], true)
    await db('begin immediate')
    expect('with the database locked', await shows(ask, record, name), [503, 503], false)
    await db('rollback')
    expect('unlocked', await shows(ask, record, name), [200, 422], true)
  } finally {
    db.end()
    site.kill()
  }
}
