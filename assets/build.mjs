// node build.mjs OUT.c: makes the style sheet, the script and the icons, names each by its content, compresses it,
// and writes them all as one table of C (src/web/assets.h).
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const here = dirname(fileURLToPath(import.meta.url))
const [out] = process.argv.slice(2)

function packagesFolder () {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')))
  } catch {
    console.error('assets/build.mjs: the packages it builds with are not installed: run "npm ci" in the project\'s folder')
    process.exit(1)
  }
}

async function styles (packages) {
  const sass = await import('sass')
  return Buffer.from(sass.compile(join(here, 'css/kith.scss'), {
    style: 'compressed', loadPaths: [packages], quietDeps: true, charset: false
  }).css)
}

async function scripts (packages) {
  const esbuild = await import('esbuild')
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(here, 'js/kith.mjs')], bundle: true, minify: true, write: false, format: 'esm',
    target: 'es2020', nodePaths: [packages], legalComments: 'none'
  })
  return Buffer.from(outputFiles[0].contents)
}

const types = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml', png: 'image/png' }

function icons () {
  return readdirSync(join(here, 'icons')).filter(name => types[name.split('.').pop()]).sort()
    .map(name => [name, readFileSync(join(here, 'icons', name))])
}

// Only where it is worth unpacking.
const smaller = (packed, bytes) => packed.length < bytes.length * 0.9 ? packed : null

function asset ([name, bytes]) {
  const dot = name.lastIndexOf('.')
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  return {
    path: `/assets/${name.slice(0, dot)}.${hash}${name.slice(dot)}`,
    type: types[name.slice(dot + 1)],
    bytes, gzip: smaller(gzipSync(bytes, { level: 9 }), bytes), brotli: smaller(brotli, bytes)
  }
}

function array (name, bytes) {
  return bytes ? `static const unsigned char ${name}[] = {${Array.from(bytes).join(',')}};\n` : ''
}

function view (name, bytes) { return bytes ? `{(const char *)${name}, sizeof ${name}}` : '{0}' }

function table (list) {
  const arrays = list.map((a, i) => array(`bytes_${i}`, a.bytes) + array(`gzip_${i}`, a.gzip) + array(`brotli_${i}`, a.brotli))
  const rows = list.map((a, i) => `    {S("${a.path}"), S("${a.type}"), ${view(`bytes_${i}`, a.bytes)}, ` +
    `${view(`gzip_${i}`, a.gzip)}, ${view(`brotli_${i}`, a.brotli)}},\n`)
  return `// Made by assets/build.mjs.\n#include "web/assets.h"\n\n${arrays.join('')}\n` +
    `const Asset assets[] = {\n${rows.join('')}};\nconst size_t n_assets = COUNT(assets);\n`
}

const packages = packagesFolder()
const list = [['kith.css', await styles(packages)], ['kith.js', await scripts(packages)], ...icons()].map(asset)
writeFileSync(out, table(list))
for (const a of list) console.log(a.path, a.bytes.length, a.gzip?.length ?? '-', a.brotli?.length ?? '-')
