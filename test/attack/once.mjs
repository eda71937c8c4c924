// node test/attack/once.mjs: what is good for one use is tried by many at once, over connections of their own; exactly
// one may come in. On PostgreSQL two processes serve the same database.
import { startSite } from '../browser/site.mjs'
import { check, Client, code, end, mailed, people, signedIn, twoSteps } from './client.mjs'

const AT_ONCE = 12
const password = 'plum orbit lantern'
const site = await startSite({ demo: true, twice: true })
site.kith('setting', 'password.memory_mib', '8')                // the races are the same, and sooner over
process.on('exit', () => site.kill())
const doors = [site, ...(site.other ? [site.other] : [])]
const many = make => Promise.all(Array.from({ length: AT_ONCE }, (_, i) => make(new Client({ ...site, url: doors[i % doors.length].url }), i)))
const all = people(site)

// Everybody has the page open; then they all send.
async function together (clients, send) {
  const tokens = await Promise.all(clients.map(client => client.token('/sign-in/code')))
  return Promise.all(clients.map((client, i) => send(client, i, tokens[i])))
}
const counted = answers => answers.reduce((sum, a) => ({ ...sum, [a.status]: (sum[a.status] ?? 0) + 1 }), {})
// One is let in; the others are told no (or to wait), and nobody sees a fault.
function once (sentence, answers, refusal) {
  const count = counted(answers)
  const proper = Object.keys(count).every(status => ['303', refusal, '429'].includes(status))
  check(count[303] === 1 && proper, sentence, JSON.stringify(count))
}

// ---- the second step ------------------------------------------------------------------------------------------

// One after the other: many sign-ins at once would be told to wait, and that is another test.
async function halfWay ({ email, password }) {
  const clients = []
  for (let i = 0; i < AT_ONCE; i++) {
    const client = new Client({ ...site, url: doors[i % doors.length].url })
    await client.signIn(email, password)
    clients.push(client)
  }
  return clients
}
const enterCode = (client, typed, token) => client.post('/sign-in/code', { code: typed }, '', token)

const { key } = await twoSteps(await signedIn(site, 'viewer'))
const app = code(key, 1)
once('a code from the app lets one of many in', await together(await halfWay(all.viewer), (client, i, token) => enterCode(client, app, token)), '422')
const { recovery } = await twoSteps(await signedIn(site, 'board-support'))
once('so does a recovery code', await together(await halfWay(all['board-support']), (client, i, token) => enterCode(client, recovery[0], token)), '422')

// ---- mailed links ---------------------------------------------------------------------------------------------

const admin = await signedIn(site, 'administrator')
const form = (await admin.get('/office/accounts/invite')).text
const agency = /<option\s+value="(\d+)"/.exec(form)[1]
await admin.post('/office/accounts/invite', { email: 'new@demo.example', name: 'New', agency, role: 'viewer' }, '/office/accounts/invite')
const invitation = await mailed(site, '/invitation/')
const taken = await many(async client => ({ client, token: await client.token(invitation) }))
const joined = await Promise.all(taken.map(({ client, token }, i) => client.post(invitation, { name: `Person ${i}`, password: `${password} ${i}` }, '', token)))
once('an invitation is taken up by one of many', joined, '410')
const newcomer = joined.findIndex(answer => answer.status === 303)
const tries = await Promise.all(taken.map(({ client }) => client.get('/account')))
check(tries.filter(answer => answer.status === 200).length === 1, 'and only that one is signed in')
check((await new Client(site).signIn('new@demo.example', `${password} ${newcomer}`)).status === 303, 'the password is that one’s')

await new Client(site).post('/password/forgot', { email: all.member.email }, '/password/forgot')
const reset = await mailed(site, '/password/reset/')
const resetting = await many(async client => ({ client, token: await client.token(reset) }))
const changed = await Promise.all(resetting.map(({ client, token }, i) => client.post(reset, { password: `${password} reset ${i}` }, '', token)))
once('a link to set a new password is used by one of many', changed, '410')
const winner = changed.findIndex(answer => answer.status === 303)
check((await new Client(site).signIn(all.member.email, `${password} reset ${winner}`)).status === 303, 'the new password is that one’s')
check((await new Client(site).signIn(all.member.email, all.member.password)).status === 422, 'the old one opens nothing')

// ---- what is left -----------------------------------------------------------------------------------------------

const said = site.kith('audit', 'verify')
check(/The audit log is whole/.test(said), 'the audit log is whole afterwards', said.trim())
check(!/ fault /.test(site.log()), 'nothing was a fault')
const links = [invitation, reset].map(path => path.split('/').pop())
check(links.every(secret => !site.log().includes(secret)), 'no link is in the log')
await site.stop()
end()
