// The office changes the plan: a definition with what it leaves alone, a target, a new measure, the year's headlines;
// two people at once; and all of it with no script.
export const needs = { pack: 'packs/nottingham', demo: true }

const password = (site, role) => site.said.split('\n').find(line => line.trim().endsWith(role)).split(/\s+/)[1]

async function signIn (visitor) {
  await visitor.visit('/sign-in')
  await visitor.page.getByLabel('Email address').fill('performance@demo.example')
  await visitor.page.getByLabel('Password', { exact: true }).fill(password(visitor.site, 'performance-officer'))
  await press(visitor, 'Sign in')
}

// Presses a button and looks the next page over.
async function press (visitor, name) {
  await Promise.all([visitor.page.waitForNavigation(),
    visitor.page.getByRole('main').getByRole('button', { name }).first().click()])
  await visitor.check()
}

async function fill (visitor, fields) {
  for (const [label, value] of Object.entries(fields)) {
    const box = visitor.page.getByRole('textbox', { name: label, exact: true })
    await (await box.count() ? box : visitor.page.getByLabel(label, { exact: true })).first().fill(value)
  }
}

async function choose (visitor, question, answer) {
  const group = visitor.page.getByRole('group', { name: question })
  await group.getByRole('radio', { name: answer, exact: true }).check()
}

async function day (visitor, name, [d, m, y]) {
  for (const [part, value] of [['day', d], ['month', m], ['year', y]]) {
    await visitor.page.locator(`#${name}-${part}`).fill(value)
  }
}

async function select (visitor, label, option) {
  await visitor.page.getByLabel(label, { exact: true }).selectOption(option)
}

const measure = '/office/measures/cin-11'

async function changeTheDefinition (visitor, from, direction) {
  await visitor.visit(`${measure}/definition`)
  await visitor.shoot('edit-definition')
  await press(visitor, 'See what it changes')
  await visitor.see('Enter the day from which it holds')
  await choose(visitor, 'Which direction is good?', direction)
  await day(visitor, 'from_day', from)
  await fill(visitor, { 'Why it changes': 'The deadline is gone', 'Who decided it': 'Performance group' })
  await press(visitor, 'See what it changes')
  await visitor.see('Judged as before, by the present definition')
  await visitor.shoot('edit-definition-confirm')
  await press(visitor, 'Make the change')
  await visitor.see('The new definition holds from')
}

async function setATarget (visitor, figure) {
  await visitor.visit('/office/measures/cin-8/targets/2013-14')
  await choose(visitor, 'What is it to reach?', 'A figure to reach')
  await fill(visitor, { 'The figure': figure, 'Why this much': 'Two more workers', 'Who proposes it': 'Service manager' })
  await choose(visitor, 'Is it agreed?', 'Yes')
  await press(visitor, 'Save')
  await visitor.see(`The target for 2013/14 is ${figure}.0%`)
  await visitor.visit('/office/measures/cin-8/targets/2013-14')
  await visitor.shoot('edit-target')
}

async function addAMeasure (visitor, code) {
  await visitor.visit('/office/measures/add')
  await visitor.shoot('edit-add')
  await press(visitor, 'Add it')
  await visitor.see('Enter a code')
  await select(visitor, 'Into which year’s report', '2013/14')
  await select(visitor, 'The objective it serves', '2014-O1')
  await select(visitor, 'After which line', 'ni-032')
  await fill(visitor, { Code: code, Title: `Young people at the club (${code})`, Unit: 'people', Decimals: '0' })
  await choose(visitor, 'Do people know it by its code?', 'No')
  await choose(visitor, 'Which direction is good?', 'Higher is better')
  await choose(visitor, 'What sort of value is it?', 'A number')
  await choose(visitor, 'How do quarters add up?', 'Each figure is a count on one day')
  await choose(visitor, 'May the public see it?', 'Yes')
  await choose(visitor, 'Does it count people?', 'Yes')
  await fill(visitor, { 'Explanation in plain words': 'How many come', 'Why it is added': 'The community asked' })
  await press(visitor, 'Add it')
  await visitor.see('The measure is added to the report of 2013/14')
}

export async function a_definition_a_target_and_a_new_measure_are_made_in_the_office (visitor) {
  await signIn(visitor)
  await visitor.visit('/office')
  await visitor.visit('/office/measures?q=assessment')
  await visitor.see('of 112 measures')
  await visitor.shoot('edit-measures')
  await visitor.visit(`${measure}/change`)
  await visitor.shoot('edit-measure')
  await changeTheDefinition(visitor, ['1', '4', '2014'], 'Neither: it is watched')
  await setATarget(visitor, '82')
  await addAMeasure(visitor, 'LOCAL 1')
  await visitor.visit('/office/years/2013-14')
  await visitor.see('Young people at the club (LOCAL 1)')
  await visitor.shoot('edit-year')
}

export async function two_people_change_a_measure_and_the_second_sees_both_texts (visitor, site) {
  const other = await visitor.another()
  await signIn(visitor)
  await signIn(other)
  await visitor.visit(`${measure}/about`)
  await other.visit(`${measure}/about`)
  await visitor.shoot('edit-about')
  await fill(visitor, { 'Explanation in plain words': 'What the first wrote' })
  await fill(other, { 'Explanation in plain words': 'What the second wrote' })
  await press(visitor, 'Save')
  await press(other, 'Save')
  await other.see('Somebody changed this while you wrote')
  await other.see('Now: What the first wrote')
  await other.shoot('edit-both-texts')
  await press(other, 'Save')
  await other.see('What the second wrote')
}

async function sayWhatHappened (visitor, sentence) {
  await visitor.visit('/office/plan/headlines/add')
  await fill(visitor, { Year: '2013/14', 'In one sentence': sentence })
  await choose(visitor, 'What is it?', 'Headline')
  await press(visitor, 'Add it')
  await visitor.see('The headline is added')
  await visitor.see(sentence)
  const up = visitor.page.getByRole('button', { name: `Move up “${sentence}”` })
  await Promise.all([visitor.page.waitForNavigation(), up.click()])
  await visitor.check()
  await visitor.see('It stands one place higher')
}

export async function the_plan_its_priorities_and_headlines_are_kept_in_the_office (visitor) {
  await signIn(visitor)
  await visitor.visit('/office/plan')
  await visitor.shoot('edit-plan')
  for (const path of ['editions/cypp-2015-20', 'editions/add', 'objectives/2014-O1', 'priorities/add']) {
    await visitor.visit(`/office/plan/${path}`)
  }
  await visitor.shoot('edit-priority')
  await sayWhatHappened(visitor, 'More homes for families')
  await visitor.visit('/office/years')
  await visitor.shoot('edit-years')
  for (const path of ['lines/cp-8', 'lines/add', 'exclusions/add']) await visitor.visit(`/office/years/2013-14/${path}`)
  for (const path of ['breaks', 'commentary', 'commentary/2013-14-Q4', 'notes/add', 'end', 'about']) {
    await visitor.visit(`${measure}/${path}`)
  }
}

export async function all_of_it_goes_without_script (visitor) {
  const plain = await visitor.another({ script: false })
  await signIn(plain)
  await changeTheDefinition(plain, ['1', '7', '2014'], 'Lower is better')
  await setATarget(plain, '84')
  await addAMeasure(plain, 'LOCAL 2')
  await sayWhatHappened(plain, 'Fewer families without a home')
  await plain.visit('/office/measures')
  await plain.visit('/office/years/2013-14')
}
