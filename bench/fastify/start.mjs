// Starts the bare server beside a database of Kith's.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export async function bare (database, person) {
  const file = database.replace(/^sqlite:/, '')
  const child = spawn(process.execPath, [fileURLToPath(new URL('server.mjs', import.meta.url)), file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise((resolve, reject) => {
    child.stdout.once('data', text => resolve(String(text).trim()))
    child.once('exit', code => reject(new Error(`the bare server ended with ${code}`)))
  })
  const ticks = () => {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 1e4
  }
  return { url, path: `/people/${person}`, cpu: ticks, stop: () => child.kill() }
}
