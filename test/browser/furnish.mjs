// A site with something on every page: a published report and its successor, a year with figures at each stage, a
// sheet that waits, people invited and closed, mail sent. What it made is what the addresses of the pages need.
import { createHmac } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { begin } from './people.mjs'

export const roles = ['administrator', 'board-support', 'performance-officer', 'responsible-officer', 'member', 'viewer',
  'practitioner', 'adviser', 'social-worker', 'team-manager', 'family']

const field = (html, name) => html.match(new RegExp(`name="${name}"[^>]*?\\svalue="([^"]*)"`))?.[1] ??
  html.match(new RegExp(`value="([^"]*)"[^>]*?\\sname="${name}"`))?.[1]

// Sends the form that stands on `page`; what it answered.
async function send (request, page, to, fields, { multipart = false } = {}) {
  const shown = await (await request.get(page)).text()
  const form = { csrf: field(shown, 'csrf'), ...fields(shown) }
  const answer = await request.post(to, { ...(multipart ? { multipart: form } : { form }), maxRedirects: 0 })
  if (answer.status() !== 303) throw new Error(`${to} answered ${answer.status()}:\n${(await answer.text()).slice(0, 600)}`)
  return answer.headers().location
}

// RFC 6238, as the app on a phone does it.
export function oneTimeCode (key, now = Date.now()) {
  const bits = [...key.replace(/\s/g, '')].map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  const secret = Buffer.from(bits.match(/.{8}/g).map(byte => parseInt(byte, 2)))
  const count = Buffer.alloc(8)
  count.writeBigUInt64BE(BigInt(Math.floor(now / 30000)))
  const digest = createHmac('sha1', secret).update(count).digest()
  const at = digest[19] & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1e6).padStart(6, '0')
}

async function people (request) {
  const invite = email => send(request, '/office/accounts/invite', '/office/accounts/invite',
    html => ({ email, name: 'Sam Example', agency: html.match(/<option\s+value="(\d+)"/)[1], role: 'viewer' }))
  const person = await invite('sam@demo.example')
  await send(request, '/office/agencies/add', '/office/agencies/add', () => ({ name: 'Example agency', kind: 'voluntary' }))
  const agency = (await (await request.get('/office/agencies')).text()).match(/\/office\/agencies\/\d+/)[0]
  const team = await send(request, '/office/teams/add', '/office/teams/add',
    html => ({ agency: html.match(/<option\s+value="(\d+)"/)[1], name: 'Example team', kind: 'early-help' }))
  return { person, agency, team }
}

async function figures (request) {
  await send(request, '/office/figures', '/office/figures/open-year', () => ({ year: '2014/15' }))
  const quarter = '/office/figures/2014-15/q1'
  await send(request, quarter, quarter, html => {
    const figures = [...html.matchAll(/name="figure-(\d+)"/g)].slice(0, 3).map(([, id], i) => [`figure-${id}`, `${i + 20}`])
    const versions = [...html.matchAll(/name="(version-\d+)" value="(\d+)"/g)].map(([, name, value]) => [name, value])
    return { act: 'hand-in', ...Object.fromEntries([...versions, ...figures]) }
  })
  const sheet = await send(request, '/office/figures/import', '/office/figures/import',
    () => ({ quarter: '2014-15-q2', pasted: 'measure,figure\nCIN-8,69.0%\nCIN-11,about 80\nXYZ,4' }), { multipart: true })
  return { sheet }
}

// What is in the mails, which without a mail server are files.
function letters (folder) {
  return readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.eml'))
    .map(name => readFileSync(join(folder, name), 'utf8').replace(/=\r?\n/g, '')).join('\n')
}

// Somebody forgets a password; the links of the mails.
async function mailed (site, request, admin) {
  const page = await (await request.get('/password/forgot')).text()
  await request.post('/password/forgot', { form: { csrf: field(page, 'csrf'), email: 'viewer@demo.example' } })
  for (let tries = 0; tries < 100; tries++) {
    const text = letters(site.folder)
    const [invitation, reset] = ['invitation', 'password/reset'].map(way => text.match(new RegExp(`/${way}/\\w+`))?.[0])
    const mail = (await (await admin.get('/office/outbox')).text()).match(/\/office\/outbox\/\d+/)?.[0]
    if (invitation && reset) return { mail, invitation, reset }
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  throw new Error('the mails were not written within twenty seconds')
}

// The member turns two-step sign-in on, and stands between its steps; the viewer is about to.
async function twoSteps (member, viewer, again) {
  for (const visitor of [member, viewer]) {
    await visitor.page.goto('/account/two-step')
    await visitor.page.getByRole('button', { name: 'Set up two-step sign-in' }).click()
  }
  const key = await member.page.locator('.kith-key').innerText()
  await member.page.locator('main input[type=text]').fill(oneTimeCode(key))
  await member.page.locator('main').getByRole('button').last().click()
  await begin(again, 'member')
}

const linkOn = async (request, page, pattern) => {
  const found = (await (await request.get(page)).text()).match(pattern)?.[0]
  if (!found) throw new Error(`${page} has no link like ${pattern}`)
  return found
}

// A chronology for a conference that is being made.
async function chronology (teacher, child) {
  const page = await (await teacher.get(`${child}/chronologies/new`)).text()
  const made = await teacher.post(`${child}/chronologies/new`, {
    form: { csrf: field(page, 'csrf'), title: 'For the conference', purpose: 'conference', 'by-day': '1', 'by-month': '12', 'by-year': '2099' }
  })
  return new URL(made.url()).pathname.replace('/pick', '')
}

// Records of the demonstration: one that the teacher holds, with a row of its chronology and something the child said;
// one of the team that the manager leads; and the young person's own.
async function records (teacher, worker, family) {
  const child = await linkOn(teacher, '/work', /\/work\/people\/\d+/)
  const part = (page, pattern) => linkOn(teacher, `${child}${page}`, new RegExp(`${child}${pattern}`))
  await send(teacher, `${child}/need/look`, `${child}/need/look`, () => ({ 'seen-ADD-EDU-02': '1' }))
  return {
    child,
    curated: await chronology(teacher, child),
    entry: await part('/chronology', '/chronology/\\d+'),
    said: await part('/views', '/views/\\d+'),
    withdraw: await part('/consent', '/consent/\\d+/withdraw'),
    refusal: await part('/consent', '/consent/\\d+/refusal'),
    fact: await part('/edit', '/facts/\\w+/\\d+'),
    transition: await part('/edit', '/transitions/\\d+'),
    tie: await part('/family', '/family/ties/\\d+'),
    kin: `${child}/family/tie/${(await linkOn(teacher, `${child}/family`, new RegExp(`/work/people/(?!${child.match(/\d+/)[0]}\\b)\\d+`))).match(/\d+/)[0]}`,
    held: await linkOn(worker, '/work', /\/work\/people\/\d+/),
    own: (await linkOn(family, '/me', /\/me\/\d+\/say/)).replace('/say', ''),
    ownMeeting: await linkOn(family, '/me', /\/me\/\d+\/meetings\/\d+/)
  }
}

// Drafts that the office works on: of a questionnaire, and of the threshold document.
async function drafts (admin) {
  await send(admin, '/office/forms/caf', '/office/forms/caf/draft', () => ({}))
  const draft = await send(admin, '/office/threshold/1', '/office/threshold/1/draft', () => ({}))
  const level = `${draft}/levels/universal`
  return {
    draft,
    example: await linkOn(admin, level, /\/office\/threshold\/\d+\/examples\/\d+/),
    item: await linkOn(admin, level, /\/office\/threshold\/\d+\/items\/\d+/)
  }
}

// The teacher's plan around a child, and what is in it.
async function plan (teacher, child) {
  const episode = await linkOn(teacher, child, /\/work\/episodes\/\d+/)
  const assessment = await linkOn(teacher, `${child}/assessments`, /\/work\/assessments\/\d+/)
  const there = what => new RegExp(`/work/${what}/\\d+`)
  return {
    episode,
    assessment,
    leave: await linkOn(teacher, episode, /\/work\/episodes\/\d+\/team\/\d+\/leave/),
    action: await linkOn(teacher, `${episode}/plan`, there('actions')),
    goal: await linkOn(teacher, `${episode}/plan`, there('goals')),
    request: await linkOn(teacher, `${episode}/plan`, there('requests')),
    meeting: await linkOn(teacher, `${episode}/meetings`, there('meetings')),
    review: await linkOn(teacher, `${episode}/meetings`, there('reviews'))
  }
}

// What waits at the front door, in social care, and with the manager.
async function waiting ({ teacher, adviser, worker, manager }) {
  const mine = (who, what) => linkOn(who, '/work', new RegExp(`/work/${what}/\\d+`))
  const crisis = await mine(worker, 'crisis')
  const joined = (await linkOn(manager, '/work', /\/work\/people\/\d+">Layla/)).replace('">Layla', '')
  const stepping = (await (await worker.get('/work')).text()).split(crisis)[1].match(/\/work\/people\/\d+/)[0]
  const helped = await linkOn(worker, stepping, /\/work\/episodes\/\d+/)
  return {
    contact: await mine(worker, 'contacts'),
    decided: await mine(adviser, 'contacts'),
    raised: await linkOn(teacher, '/work/contacts/mine', /\/work\/contacts\/mine\/\d+/),
    check: await linkOn(teacher, '/work/checks', /\/work\/checks\/\d+/),
    referral: await mine(manager, 'referrals'),
    part: await linkOn(manager, `${joined}/join`, /\/work\/people\/\d+\/part\/\d+/),
    flag: await mine(manager, 'contacts/flags'),
    glass: await mine(manager, 'glass'),
    dispute: await mine(manager, 'disputes'),
    complaint: await mine(manager, 'complaints'),
    oversight: await mine(manager, 'oversight'),
    crisis,
    stepping: helped,
    step: await linkOn(worker, `${helped}/steps`, /\/work\/steps\/\d+/)
  }
}

export async function furnish (visitor, site) {
  site.kith('report', 'publish', '--year', '2013/14', '--quarter', '4')
  site.kith('report', 'publish', '--year', '2013/14', '--quarter', '4', '--note', 'A second look')
  const as = {}
  for (const role of ['nobody', ...roles, 'between steps']) as[role] = await visitor.another()
  for (const role of roles) await begin(as[role], role)
  await twoSteps(as.member, as.viewer, as['between steps'])
  const request = role => as[role].context.request
  const made = {
    ...await people(request('administrator')),
    ...await figures(request('performance-officer')),
    ...await mailed(site, request('nobody'), request('administrator')),
    ...await drafts(request('administrator')),
    ...await records(request('practitioner'), request('social-worker'), request('family'))
  }
  Object.assign(made, await plan(request('practitioner'), made.child))
  Object.assign(made, await waiting({
    teacher: request('practitioner'), adviser: request('adviser'), worker: request('social-worker'), manager: request('team-manager')
  }))
  const helper = await visitor.another()
  await begin(helper, 'family-worker@demo.example')
  made.proposal = await linkOn(helper.context.request, '/work', /\/work\/proposals\/\d+/)
  const cookies = {}
  for (const role in as) cookies[role] = await as[role].context.storageState()
  return { ...made, cookies }
}
