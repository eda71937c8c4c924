// An .xlsx made by code: sheets of rows of texts, in a zip that packs nothing.
const table = Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1
  return n >>> 0
})
const crc = bytes => (bytes.reduce((c, b) => table[(c ^ b) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0
const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const letter = n => String.fromCharCode(65 + n)

function header (local, name, body, offset) {
  const h = Buffer.alloc(local ? 30 : 46)
  h.writeUInt32LE(local ? 0x04034b50 : 0x02014b50)
  const at = local ? 4 : 6
  h.writeUInt16LE(20, at)
  if (!local) h.writeUInt16LE(20, 4)
  h.writeUInt32LE(crc(body), at + 10)
  h.writeUInt32LE(body.length, at + 14)
  h.writeUInt32LE(body.length, at + 18)
  h.writeUInt16LE(name.length, at + 22)
  if (!local) h.writeUInt32LE(offset, 42)
  return Buffer.concat([h, name])
}

function zip (parts) {
  const before = []
  const index = []
  let offset = 0
  for (const [path, text] of Object.entries(parts)) {
    const name = Buffer.from(path)
    const body = Buffer.from(text)
    const local = Buffer.concat([header(true, name, body), body])
    index.push(header(false, name, body, offset))
    before.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(index.length, 8)
  end.writeUInt16LE(index.length, 10)
  end.writeUInt32LE(index.reduce((sum, one) => sum + one.length, 0), 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...before, ...index, end])
}

const sheet = rows => `<worksheet><sheetData>${rows.map((row, r) => `<row r="${r + 1}">${row.map((cell, n) => cell === ''
  ? ''
  : `<c r="${letter(n)}${r + 1}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join('')}</row>`).join('')}</sheetData></worksheet>`

// { survey: [['type', 'name'], …], choices: […] }
export function workbook (sheets) {
  const names = Object.keys(sheets)
  const parts = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`
  }
  names.forEach((name, i) => { parts[`xl/worksheets/sheet${i + 1}.xml`] = sheet(sheets[name]) })
  return zip(parts)
}
