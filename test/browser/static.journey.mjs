// The pages that every site has, whatever is loaded.
const pages = [['/help', 'Help'], ['/accessibility', 'Accessibility'], ['/privacy', 'Privacy'], ['/cookies', 'Cookies'], ['/sign-in', 'Sign in']]

export async function the_pages_about_the_site_can_be_read_by_anybody (visitor) {
  for (const [path, title] of pages) {
    await visitor.visit(path)
    const shown = await visitor.page.title()
    if (shown !== `${title} – Kith`) throw new Error(`${path} is titled “${shown}”`)
    await visitor.shoot(path.slice(1))
    await visitor.print(path.slice(1))
  }
}

export async function the_pages_about_the_site_need_no_script (visitor) {
  const plain = await visitor.another({ script: false })
  for (const [path] of pages) await plain.visit(path)
  await plain.shoot('cookies-without-script')
}

export async function a_page_that_is_not_there_says_so_and_leads_on (visitor) {
  await visitor.visit('/nowhere', { status: 404 })
  await visitor.see('Page not found')
  await visitor.shoot('404')
}

export async function the_skip_link_is_the_first_stop_and_leads_to_the_content (visitor) {
  await visitor.visit('/privacy')
  await visitor.tabTo('Skip to main content', 1)
  await visitor.press('Enter')
  const focus = await visitor.page.evaluate(() => document.activeElement.id)
  if (focus !== 'content') throw new Error(`the focus went to “${focus}”`)
}

export async function every_link_of_the_foot_is_reached_by_keyboard (visitor) {
  await visitor.visit('/cookies')
  for (const name of ['Help', 'Accessibility', 'Privacy', 'Cookies']) await visitor.tabTo(name)
  await visitor.press('Enter')
  await visitor.page.waitForURL('**/cookies')
}

export async function pages_keep_their_shape_in_forced_colours (visitor) {
  await visitor.page.emulateMedia({ forcedColors: 'active' })
  await visitor.visit('/cookies')
  await visitor.shoot('cookies-forced-colours')
}
