// A mail server for the tests: it keeps what it is sent as files, and refuses whom it is told to refuse.
//
//     node test/smtp-catcher.mjs FOLDER tls|plain|login      ends when standard input does
//
// It prints its port. "later…" is refused for now (451), "never…" for good (550). In FOLDER it expects key.pem and
// cert.pem for tls and login, and puts 1.eml, 2.eml, …, the envelope in a first line.
import {readFileSync, writeFileSync} from 'node:fs'
import {SMTPServer} from 'smtp-server'

const [folder, mode] = process.argv.slice(2)
let received = 0

function refusal(code, text) {
  return Object.assign(new Error(text), {responseCode: code})
}

const server = new SMTPServer({
  ...(mode === 'plain' ? {} : {key: readFileSync(`${folder}/key.pem`), cert: readFileSync(`${folder}/cert.pem`)}),
  disabledCommands: mode === 'plain' ? ['STARTTLS', 'AUTH'] : [],
  authOptional: mode !== 'login',
  logger: false,
  onAuth(auth, session, done) {
    if (auth.username === 'kith' && auth.password === 'right') done(null, {user: 'kith'})
    else done(refusal(535, 'wrong user or password'))
  },
  onRcptTo(address, session, done) {
    if (address.address.startsWith('later')) done(refusal(451, 'try again later'))
    else if (address.address.startsWith('never')) done(refusal(550, 'no such mailbox'))
    else done()
  },
  onData(stream, session, done) {
    const parts = []
    stream.on('data', part => parts.push(part))
    stream.on('end', () => {
      const {mailFrom, rcptTo} = session.envelope
      const first = `${mailFrom.address} ${rcptTo.map(r => r.address).join(' ')} ${session.secure ? 'tls' : 'plain'}\n`
      writeFileSync(`${folder}/${++received}.eml`, Buffer.concat([Buffer.from(first), ...parts]))
      done()
    })
  }
})
server.on('error', () => {})
server.listen(0, '127.0.0.1', () => console.log(server.server.address().port))
process.stdin.on('end', () => process.exit(0)).resume()
