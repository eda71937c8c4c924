// wrk, and what becomes of several runs.
import { spawn } from 'node:child_process'

const ms = text => parseFloat(text) * { us: 0.001, ms: 1, s: 1000, m: 60000 }[/[a-z]+$/.exec(text)[0]]

function output (command, words) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', data => { text += data })
    child.on('error', reject)
    child.on('exit', code => code ? reject(new Error(`${command} ended with ${code}: ${text}`)) : resolve(text))
  })
}

// Requests a second, and microseconds of processor time each.
export async function load (site, path, { seconds, connections = 32, cookie, headers = [] }) {
  const all = [...(cookie ? [`Cookie: ${cookie}`] : []), ...headers].flatMap(h => ['-H', h])
  const before = site.cpu()
  const text = await output('wrk', ['-t2', `-c${connections}`, `-d${seconds}s`, '--latency', '--timeout', '30s', ...all, site.url + path])
  const requests = Number(/(\d+) requests in/.exec(text)[1])
  if (/Non-2xx/.test(text)) throw new Error(`${path} was refused under load:\n${text}`)
  const at = percent => ms(new RegExp(`^\\s+${percent}%\\s+(\\S+)`, 'm').exec(text)[1])
  return {
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)[1]),
    cpu: (site.cpu() - before) / Math.max(requests, 1),
    p50: at(50),
    p99: at(99)
  }
}

export function median (numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

export const percentile = (numbers, p) => [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * p / 100))]
export const medianOf = (runs, key) => median(runs.map(run => run[key]))

// One page after another, one at a time: how long each took, and its processor time.
export async function oneByOne (site, path, { times, cookie }) {
  const took = []
  const before = site.cpu()
  for (let i = 0; i < times; i++) {
    const began = performance.now()
    await site.bytes(path, cookie)
    took.push(performance.now() - began)
  }
  return { ms: median(took), cpu: (site.cpu() - before) / times }
}
