// A plan from its team to its review, by two agencies and by somebody without an account.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { signIn } from './people.mjs'

export const needs = { demo: true }

// A child that the family worker's team holds: whoever begins the help comes from elsewhere in the program.
function child (site, name) {
  const sql = `
    insert into person (name, born_on, created_at) values ('${name}', '2006-03-09', 1);
    update person set one_id = id where one_id is null;
    insert into team (agency_id, name, kind)
      select agency_id, 'Families ${name}', 'early-help' from account where email = 'family-worker@demo.example';
    insert into team_member (team_id, account_id, lead, starts_at)
      select t.id, a.id, 1, 1 from team t, account a where t.name = 'Families ${name}' and a.email = 'family-worker@demo.example';
    insert into hold (person_id, team_id, subject, subject_id, starts_at)
      select p.id, t.id, 'contact', 0, 1 from person p, team t where p.name = '${name}' and t.name = 'Families ${name}';
    insert into consent (person_id, answer, purpose, giver_name, capacity, how, starts_at, expires_at, recorded_at, recorded_by)
      select p.id, 'given', 'Help for the family', 'Mother', 'parent', 'signed', 1, 4102444800000, 1, a.id
      from person p, account a where p.name = '${name}' and a.email = 'family-worker@demo.example';
    insert into consent_agency (consent_id, agency_id)
      select c.id, a.agency_id from consent c join person p on p.id = c.person_id, account a
      where p.name = '${name}' and a.email = 'teacher@demo.example';
    insert into consent_kind (consent_id, kind)
      select c.id, 'plan' from consent c join person p on p.id = c.person_id where p.name = '${name}';
    select id from person where name = '${name}';`
  const server = !site.database.startsWith('sqlite:')
  const said = server
    ? execFileSync('psql', ['-qAt', site.database, '-c', sql], { encoding: 'utf8' })
    : execFileSync('sqlite3', [site.database.slice(7), '.timeout 5000', sql], { encoding: 'utf8' })
  return Number(said.trim().split('\n').pop())
}

async function send (visitor, button, url) {
  await Promise.all([visitor.page.waitForURL(url), visitor.page.locator('main').getByRole('button', { name: button }).click()])
  await visitor.check()
}

async function fillDay (page, name, days) {
  const day = new Date(Date.now() + days * 86400000)
  await page.locator(`[name="${name}-day"]`).fill(String(day.getDate()))
  await page.locator(`[name="${name}-month"]`).fill(String(day.getMonth() + 1))
  await page.locator(`[name="${name}-year"]`).fill(String(day.getFullYear()))
}

async function begin (lead, site, name) {
  const id = child(site, name)
  await signIn(lead, 'family-worker@demo.example')
  await lead.visit(`/work/people/${id}/episodes/new`)
  await lead.check()
  await lead.page.getByLabel(`Families ${name}`).check()
  await lead.page.getByLabel('What happens next?').fill('First meeting')
  await fillDay(lead.page, 'on', 14)
  await send(lead, 'Begin', /\/work\/episodes\/\d+$/)
  return new URL(lead.page.url()).pathname
}

async function addToTeam (lead, episode, fill) {
  await lead.visit(`${episode}/team/add`)
  await lead.check()
  await lead.page.getByLabel('A worker', { exact: true }).check()
  await fill(lead.page)
  await send(lead, 'Add them', `**${episode}`)
}

async function addAction (lead, episode, who, what) {
  await lead.visit(`${episode}/actions/new`)
  await lead.check()
  await lead.page.getByLabel('What is to be done?').fill(what)
  await lead.page.getByLabel('What does it change for the child?').fill('He has eaten when lessons begin')
  await lead.page.getByLabel('How will we know?').fill('There on eight mornings of ten')
  await lead.page.locator('#seat').selectOption({ label: (await lead.page.locator('#seat option').allTextContents()).find(text => text.includes(who)) })
  await fillDay(lead.page, 'due', 20)
  await send(lead, 'Add the action', `**${episode}/plan`)
}

function lastLink (site) {
  const letters = readdirSync(site.folder, { recursive: true }).filter(name => name.endsWith('.eml'))
    .map(name => readFileSync(join(site.folder, name), 'utf8').replace(/=\r?\n/g, ''))
  return letters.map(text => text.match(/\/action\/[0-9a-f]{64}/)?.[0]).filter(Boolean).pop()
}

async function story (lead, site, name, options) {
  const episode = await begin(lead, site, name)
  await lead.see('No review is planned')
  await joinTeam(lead, episode)
  await lead.shoot(`plan-team${options.script === false ? '-plain' : ''}`)
  await addAction(lead, episode, 'Tomasz', 'Breakfast club')
  await addAction(lead, episode, 'Pat Lane', 'Takes him to football')
  await lead.shoot('plan-actions')

  const teacher = await lead.another(options)
  await signIn(teacher, 'teacher@demo.example')
  await teacher.visit(`${episode}/plan`)
  await teacher.check()
  await teacher.page.getByRole('link', { name: 'Breakfast club' }).click()
  await teacher.check()
  await teacher.page.getByLabel('Yes, it is done').check()
  await teacher.page.getByLabel('What came of it, or why not?').fill('There every day')
  await send(teacher, 'Send', `**${episode}/plan`)

  await outsider(lead, site, options)
  await lead.visit(`${episode}/plan`)
  await lead.see('Done')
  await reviewed(lead, episode)
}

async function joinTeam (lead, episode) {
  await addToTeam(lead, episode, async page => {
    await page.locator('#account').selectOption({ label: (await page.locator('#account option').allTextContents()).find(text => text.startsWith('Tomasz')) })
    await page.getByLabel('Their role, in the family’s words').fill('Class teacher')
    await page.locator('input[name="basis"]').first().check()
  })
  await addToTeam(lead, episode, async page => {
    await page.getByLabel('Name', { exact: true }).fill('Pat Lane')
    await page.getByLabel('Where they are from').fill('Scout group')
    await page.getByLabel('Their role, in the family’s words').fill('Scout leader')
    await page.getByLabel('Email address').fill('pat@scouts.example')
    await page.getByLabel('Nothing: they see none of the record').check()
  })
}

async function outsider (lead, site, options) {
  await lead.page.waitForTimeout(2500)                // the letter leaves within a second or two
  const pat = await lead.another(options)
  await pat.visit(lastLink(site))
  await pat.check()
  await pat.see('Takes him to football')
  await pat.shoot('plan-link')
  await pat.page.getByLabel('No, I cannot do it').check()
  await pat.page.getByLabel('What came of it, or why not?').fill('My car broke down')
  await pat.page.locator('main').getByRole('button', { name: 'Send' }).click()
  await pat.see('Your answer is in the plan')
  await pat.check()
}

async function reviewed (lead, episode) {
  await lead.visit(`${episode}/reviews/new`)
  await fillDay(lead.page, 'due', 30)
  await send(lead, 'Plan it', `**${episode}/meetings`)
  await lead.page.locator('main table').getByRole('link').first().click()
  await lead.check()
  await lead.shoot('plan-review')
  await lead.page.getByLabel('What does the child say?').fill('I like breakfast club')
  await lead.page.getByLabel('How did they say it?').fill('Told his teacher')
  await lead.page.getByLabel('Better', { exact: true }).check()
  await lead.page.locator('[name="improving"][value="yes"]').check()
  await lead.page.locator('[name="likely"][value="no"]').check()
  await lead.page.getByLabel('Why do you think so?').fill('He is still tired')
  await fillDay(lead.page, 'next', 60)
  await send(lead, 'Keep the review', /\/work\/reviews\/\d+$/)
  await lead.see('asks for a referral to social care')
  await lead.shoot('plan-referral')
}

export async function a_plan_is_made_ticked_off_by_two_agencies_and_reviewed (visitor, site) {
  await story(visitor, site, 'Omar Journey', {})
}

export async function a_plan_is_made_and_ticked_off_without_script (visitor, site) {
  await story(await visitor.another({ script: false }), site, 'Zofia Journey', { script: false })
}
