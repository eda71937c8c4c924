// Early help assessments, as journeys begin them.

// The first child that this person may open; the record's address.
export async function aChild (visitor) {
  await visitor.visit('/work')
  const link = visitor.page.locator('main a[href^="/work/people/"]').first()
  return (await link.getAttribute('href')).match(/^\/work\/people\/\d+/)[0]
}

export async function begin (visitor, child) {
  await visitor.visit(`${child}/assessments/new`)
  await visitor.page.getByLabel('None of them is so').check()
  await visitor.page.getByLabel('The usual one').check()
  await visitor.page.locator('select[name=team]').selectOption({ index: 1 })
  const soon = new Date(Date.now() + 30 * 86400000)
  await visitor.page.locator('input[name="by-day"]').fill(String(soon.getDate()))
  await visitor.page.locator('input[name="by-month"]').fill(String(soon.getMonth() + 1))
  await visitor.page.locator('input[name="by-year"]').fill(String(soon.getFullYear()))
  await visitor.page.getByRole('button', { name: 'Go on' }).click()
  await visitor.page.waitForURL('**/work/assessments/*')
  await visitor.check()
  await visitor.see('What Kith knows already stands in it')
  return new URL(visitor.page.url()).pathname
}
