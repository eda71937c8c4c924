// The front page of the example partnership, as a small picture: node test/browser/screenshot.mjs FILE
import { chromium } from 'playwright-core'
import { startSite } from './site.mjs'

const site = await startSite({ pack: 'packs/nottingham', demo: true })
site.kith('report', 'publish', '--year', '2013/14', '--quarter', '4')
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox'] })
try {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } })
  await page.goto(site.url)
  await page.screenshot({ path: process.argv[2] })
} finally {
  await browser.close()
  await site.stop()
}
