// Numbers in columns, and the targets they are held against.
const targets = []

export const n0 = x => x.toLocaleString('en-GB', { maximumFractionDigits: 0 })
export const n1 = x => x.toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
export const percent = x => `${n1(x * 100)} %`

export function heading (text) { console.log(`\n${text}\n`) }

// The first column is words, the others are numbers.
export function table (head, rows) {
  const width = head.map((_, i) => Math.max(...[head, ...rows].map(row => String(row[i]).length)))
  const line = row => row.map((cell, i) => i ? String(cell).padStart(width[i]) : String(cell).padEnd(width[i])).join('  ')
  console.log([line(head), width.map(w => '-'.repeat(w)).join('  '), ...rows.map(line)].join('\n'))
}

export function target (engine, what, held, is) { targets.push({ engine, what, held, is }) }

export function verdicts () {
  heading('Targets')
  for (const t of targets) console.log(`${t.held ? 'held    ' : 'NOT HELD'}  ${t.engine.padEnd(10)}  ${t.what}: ${t.is}`)
}
