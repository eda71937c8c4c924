// The same record as Kith's, from the same data, with nothing round it: no session, no access decision, no audit.
import Database from 'better-sqlite3'
import Fastify from 'fastify'

const db = new Database(process.argv[2], { readonly: true })
const person = db.prepare('select o.id, o.name, o.born_on, o.gender from person p join person o on o.id = p.one_id where p.id = ?')
const episodes = db.prepare(`select e.id, e.kind, e.next_on, e.next_what, a.name as owner, t.name as team from episode e
  join account a on a.id = e.owner_id join team t on t.id = e.team_id where e.person_id = ? and e.closed_at is null`)
const seats = db.prepare(`select s.name, s.role from seat s join episode e on e.id = s.episode_id
  where e.person_id = ? and s.ends_at is null`)
const views = db.prepare('select words, how, said_at, outcome from child_view where person_id = ? order by said_at desc limit 3')
const entries = db.prepare(`select e.happened_at, e.what, e.title, e.body, a.name as author from entry e
  left join account a on a.id = e.author_id where e.person_id = ? and e.replaced = 0 order by e.happened_at desc limit 50`)

const escape = text => String(text ?? '').replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c])
const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })     // made once: it is slow to make
const day = at => format.format(at)

function page (p) {
  const rows = entries.all(p.id).map(e => `<tr><td>${day(e.happened_at)}</td><td>${escape(e.what)}</td>
<td><strong>${escape(e.title)}</strong> ${escape(e.body)}</td><td>${escape(e.author)}</td></tr>`)
  const open = episodes.all(p.id).map(e => `<li>${escape(e.kind)}: ${escape(e.owner)}, ${escape(e.team)}; ${escape(e.next_what)} on ${escape(e.next_on)}</li>`)
  const team = seats.all(p.id).map(s => `<li>${escape(s.name)}, ${escape(s.role)}</li>`)
  const words = views.all(p.id).map(v => `<blockquote>${escape(v.words)} <cite>${escape(v.how)}</cite> ${escape(v.outcome)}</blockquote>`)
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escape(p.name)}</title></head><body><main><h1>${escape(p.name)}</h1>
<p>${escape(p.born_on)}</p>${words.join('')}<ul>${open.join('')}</ul><ul>${team.join('')}</ul><table>${rows.join('')}</table></main></body></html>`
}

const app = Fastify()
app.get('/people/:id', (request, reply) => {
  const p = person.get(Number(request.params.id))
  if (!p) return reply.code(404).send('not found')
  return reply.type('text/html; charset=utf-8').send(page(p))
})
console.log(await app.listen({ port: 0, host: '127.0.0.1' }))
