// The office words its forms: an XLSForm is brought in, a questionnaire changed question by question, and the threshold
// document given a new edition. With script, and without.
import { signIn } from './people.mjs'
import { workbook } from './workbook.mjs'

export const needs = { pack: 'packs/nottingham', demo: true }

// What a link or a button is called whose second half is only heard: “Move up: Young carers”.
const called = (words, label) => new RegExp(`^${words}\\s*:\\s*${label.replace(/[?.()]/g, '\\$&')}$`)

const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const survey = [
  ['type', 'name', 'label', 'hint', 'required', 'relevant', 'constraint'],
  ['begin_group', 'home', 'At home'],
  ['select_one yn', 'safe', 'Is it safe?', '', 'yes'],
  ['text', 'why', 'Why not?', '', '', "${safe} = 'no'"],
  ['end_group'],
  ['begin_repeat', 'children', 'Children'],
  ['text', 'name', 'What is the name?'],
  ['integer', 'age', 'How old?', '', '', '', '. >= 0 and . <= 17'],
  ['end_repeat']
]
const choices = [['list_name', 'name', 'label'], ['yn', 'yes', 'Yes'], ['yn', 'no', 'No']]

async function bring (visitor, rows, id) {
  await visitor.page.setInputFiles('input[type=file]', {
    name: `${id}.xlsx`, mimeType: mime, buffer: workbook({ survey: rows, choices, settings: [['form_title', 'form_id'], [`Home visit ${id}`, id]] })
  })
  await visitor.page.getByRole('button', { name: 'Look at it' }).click()
  await visitor.check()
}

async function bringsAForm (visitor, script) {
  const id = script ? 'visit_one' : 'visit_two'
  await signIn(visitor, 'administrator')
  await visitor.visit('/office/forms')
  await visitor.page.getByRole('link', { name: 'Bring in an XLSForm' }).click()
  await visitor.check()
  await bring(visitor, [...survey, ['calculate', 'sum', 'Sum'], ['text', 'x', 'X', '', '', '${age} > 5']], id)
  await visitor.see('Sheet survey, row 10, column type')
  await visitor.see('scores nobody')
  await visitor.see('Sheet survey, row 11, column relevant')
  if (script) await visitor.shoot('form-import-faults')
  await visitor.visit('/office/forms')
  if (await visitor.page.getByText(`Home visit ${id}`).count()) throw new Error('half of a faulty form was kept')
  await visitor.visit('/office/forms/import/xlsform')
  await bring(visitor, survey, id)
  await visitor.see('Is it safe?')
  await visitor.see('Give a whole number from 0 to 17')
  if (script) await visitor.shoot('form-import')
  await visitor.page.getByRole('button', { name: 'Keep it as a draft' }).click()
  await visitor.check()
  await visitor.see('Nobody is asked by it until you put it in force')
  await visitor.page.getByLabel('In force from').fill('2030-01-01')
  await visitor.page.getByRole('button', { name: 'Put it in force' }).click()
  await visitor.check()
  await visitor.see('in force from 1 January 2030')
}

export async function an_xlsform_is_looked_at_mended_and_kept (visitor) { // W15
  await bringsAForm(visitor, true)
}

export async function an_xlsform_is_brought_in_without_script (visitor) { // W15
  await bringsAForm(await visitor.another({ script: false }), false)
}

export async function what_is_no_workbook_is_told_so (visitor) { // W15
  await signIn(visitor, 'administrator')
  await visitor.visit('/office/forms/import/xlsform')
  await visitor.page.setInputFiles('input[type=file]', { name: 'form.xlsx', mimeType: mime, buffer: Buffer.from('type,name\n') })
  await visitor.page.getByRole('button', { name: 'Look at it' }).click()
  await visitor.check()
  await visitor.see('no .xlsx workbook, whatever its name is')
}

async function wordsAForm (visitor, script) {
  const { page } = visitor
  const question = script ? 'Which pets live there?' : 'Which birds live there?'
  await signIn(visitor, 'administrator')
  await visitor.visit('/office/forms/caf')
  await page.getByRole('button', { name: 'Begin a draft' }).click()
  await visitor.check()
  await page.locator('a[href="/office/forms/caf/add/child"]').click()
  await visitor.check()
  await page.getByRole('button', { name: 'Add it' }).click()
  await visitor.check()
  await visitor.see('Write the question')
  await page.getByLabel('The question', { exact: true }).fill(question)
  await page.getByLabel('Any of several').check()
  await page.getByLabel('Its choices, one a line').fill('A dog\nA cat')
  await page.getByLabel('When it is asked').selectOption({ label: 'Only if “Which kind of assessment is this?” is “The usual one”' })
  await page.getByRole('button', { name: 'Add it' }).click()
  await visitor.check()
  await visitor.see('Any of several: A dog; A cat')
  await page.getByRole('button', { name: called('Move up', question) }).click()
  await visitor.see('Moved up')
  await page.getByRole('link', { name: called('Change', question) }).click()
  await visitor.check()
  await page.getByLabel('Its choices, one a line').fill('A dog\nA cat\nA parrot')
  await page.getByRole('button', { name: 'Keep it so' }).click()
  await visitor.check()
  if (script) await visitor.shoot('form-outline')
  await page.getByRole('link', { name: 'Preview' }).click()
  await visitor.check()
  await visitor.see('A parrot')
  await visitor.visit('/office/forms/caf')
  await page.getByRole('link', { name: called('Take out', question) }).click()
  await visitor.check()
  await page.getByRole('button', { name: 'Take it out' }).click()
  await visitor.check()
  await visitor.see('Taken out of the draft')
  await page.getByRole('link', { name: called('Take out', 'Which kind of assessment is this?') }).click()
  await visitor.check()
  await visitor.see('Kith itself reads the answer')
  await visitor.visit('/office/forms/caf')
  await page.getByRole('button', { name: 'Throw the draft away' }).click()
  await visitor.check()
  await visitor.see('The draft is thrown away')
}

export async function a_questionnaire_is_changed_question_by_question (visitor) { // W15
  await wordsAForm(visitor, true)
}

export async function a_questionnaire_is_changed_question_by_question_without_script (visitor) { // W15
  await wordsAForm(await visitor.another({ script: false }), false)
}

async function wordsTheThreshold (visitor, script) {
  const { page } = visitor
  const seen = script ? 'Plays an instrument' : 'Sings in a choir'
  await signIn(visitor, 'administrator')
  await visitor.visit('/office/threshold')
  await page.getByRole('link', { name: 'Family Support Pathway: Draft of 2 July 2014' }).click()
  await page.getByRole('button', { name: 'Begin a draft from this edition' }).click()
  await visitor.check()
  const draft = new URL(page.url()).pathname
  await page.getByRole('link', { name: 'Name and purpose' }).click()
  await visitor.check()
  await page.getByLabel('Edition').fill(script ? 'Second edition' : 'Third edition')
  await page.getByRole('button', { name: 'Keep it so' }).click()
  await page.getByRole('link', { name: 'Universal: words, examples, what to do' }).click()
  await visitor.check()
  if (script) await visitor.shoot('threshold-level')
  await page.getByRole('link', { name: 'Add an example' }).click()
  await visitor.check()
  await page.getByLabel('What may be seen').fill(seen)
  await page.getByLabel('Under which heading').selectOption({ label: 'Identity' })
  await page.getByRole('button', { name: 'Add it' }).click()
  await visitor.check()
  await page.getByRole('button', { name: called('Move up', seen) }).click()
  await visitor.see('Kept in the draft')
  await page.getByRole('link', { name: called('Change or take out', 'Physically well') }).click()
  await visitor.check()
  await page.getByLabel('At which level').selectOption({ label: 'Additional' })
  await page.getByRole('button', { name: 'Keep it so' }).click()
  await visitor.visit(`${draft}/levels/universal`)
  await page.getByRole('link', { name: called('Change or take out', 'Accesses health services') }).click()
  await page.getByRole('button', { name: 'Take it out of the draft' }).click()
  await visitor.visit(`${draft}/changes`)
  for (const said of ['New example', seen, 'Example moved: “Physically well”', 'Example no longer there']) await visitor.see(said)
  if (script) await visitor.shoot('threshold-changes')
  const anybody = await visitor.another({ script })
  await anybody.visit('/need/universal')
  await anybody.see('Physically well')
  await visitor.visit(draft)
  const day = new Date(Date.now() + (script ? 400 : 800) * 86400000)
  await page.locator('input[name="from-day"]').fill(String(day.getUTCDate()))
  await page.locator('input[name="from-month"]').fill(String(day.getUTCMonth() + 1))
  await page.locator('input[name="from-year"]').fill(String(day.getUTCFullYear()))
  await page.getByRole('button', { name: 'Put it in force' }).click()
  await visitor.check()
  await visitor.see('Not yet in force')
}

export async function the_threshold_document_gets_a_new_edition (visitor) { // W12 W13
  await wordsTheThreshold(visitor, true)
}

export async function the_threshold_document_gets_a_new_edition_without_script (visitor) { // W12 W13
  await wordsTheThreshold(await visitor.another({ script: false }), false)
}
