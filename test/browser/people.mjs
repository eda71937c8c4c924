// The people of `kith demo`. A journey with `needs = {demo: true}` signs one of them in: the first of a role, or
// somebody by address ("nurse@demo.example").
function account (site, who) {
  const line = site.said.split('\n').find(text => text.trim().endsWith(` ${who}`) || text.trim().startsWith(`${who} `))
  if (!line) throw new Error(`kith demo printed no account for ${who}:\n${site.said}`)
  const [email, password] = line.trim().split(/\s+/)
  return { email, password }
}

// Gives the password.
export async function begin (visitor, role) {
  const { email, password } = account(visitor.site, role)
  await visitor.page.goto('/sign-in')
  await visitor.page.getByLabel('Email address').fill(email)
  await visitor.page.getByLabel('Password', { exact: true }).fill(password)
  await visitor.page.locator('main').getByRole('button', { name: 'Sign in' }).click()
  await visitor.page.waitForLoadState()
}

export async function signIn (visitor, role) {
  await begin(visitor, role)
  await visitor.check()
  await visitor.see('Sign out')
}
