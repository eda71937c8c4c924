// Opening a record is an act (P12): whatever page was answered is in the audit log, though the server is killed
// while many read.
import { startSite } from './site.mjs'

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
    for (const cookie of answer.headers.getSetCookie()) {
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
