// The second act: an early help assessment that a family worker and a school nurse write together, with the child's own
// words in it; and the level of need, decided with a reason.
import { day, door, fill, front, go, openRecord, picture, tick } from './story.mjs'

const dimensions = {
  development: ['health', 'education', 'emotional', 'identity', 'relationships', 'selfcare'],
  parents: ['basic', 'warmth', 'guidance'],
  around: ['history', 'housing', 'integration', 'community']
}
const both = (section, well, needed) => Object.fromEntries(dimensions[section].flatMap(key =>
  [[`${key}_strengths`, well], [`${key}_needs`, needed]]))

export const inTheAssessment = 'I want mum to be at home when it is dark.'

// A text is typed, a word in brackets is the value of what is ticked.
const answers = {
  child: { language: 'English', interpreter: ['no'], school: 'Example Academy' },
  why: { reasons: ['progress'], reasons_words: 'Hungry and tired since the summer', absentee: ['no'], crisis: ['no'] },
  consent: { agreed: ['yes'], agreed_who: 'Her mother', told_sharing: ['yes'] },
  family: { people: ['yes'] },
  parents: both('parents', 'Warm with both children', 'Somebody at home in the evenings'),
  around: both('around', 'Neighbours help', 'A steady income, and a bed for each child'),
  safety: {
    worried: 'Alone in the evenings',
    well: 'School is loved',
    happen: 'Somebody is at home when it is dark',
    who: 'Mother',
    score: '5'
  },
  voice: { heard: ['yes'], words: inTheAssessment, how: 'Told while drawing', parents_view: 'I work nights and have nobody' },
  analysis: {
    meaning: 'School will be lost if the nights go on',
    wants: 'Other hours, and help in the morning',
    service: 'Breakfast club',
    what: 'Open every day'
  }
}
const nurseWrites = both('development', 'Curious and kind', 'Sleep, breakfast, and her hearing looked at')

async function answer (visitor, key, value) {
  const at = visitor.page.locator(`[data-question="${key}"]`)
  for (const choice of Array.isArray(value) ? value : []) {
    for (const box of await at.locator(`input[value="${choice}"]`).all()) await box.check()
  }
  if (Array.isArray(value)) return
  const box = await at.count() ? at.locator('textarea, input[type=text]') : visitor.page.locator(`[name$="${key}"]`)
  if (await box.first().getAttribute('type') === 'radio') await visitor.page.check(`[name$="${key}"][value="${value}"]`)
  else await box.first().fill(value)
}

async function section (visitor, title, all) {
  await go(visitor, title)
  for (const [key, value] of Object.entries(all)) await answer(visitor, key, value)
  await go(visitor, 'Save and go on')
  await visitor.see('Saved')
  if (await visitor.page.getByRole('link', { name: 'All sections' }).count()) await go(visitor, 'All sections')
}

// W36 W45 W64: the eleven signs first; then it is theirs, and each section somebody's.
async function begin (worker, story) {
  await openRecord(worker, story.child)
  await go(worker, 'Start an assessment')
  await worker.page.getByLabel('None of them is so').check()
  await worker.page.getByLabel('The usual one').check()
  await worker.page.locator('select[name=team]').selectOption({ label: 'North Targeted Family Support' })
  await day(worker, 'by', 21)
  await go(worker, 'Go on')
  await worker.see('What Kith knows already stands in it')
}

async function seat (worker, who, role) {
  await go(worker, 'Add somebody to the team')
  await worker.page.getByLabel('A worker', { exact: true }).check()
  const account = worker.page.locator('#account')
  await account.selectOption({ label: (await account.locator('option').allTextContents()).find(text => text.startsWith(who.name)) })
  await fill(worker, 'Their role, in the family’s words', role)
  await worker.page.getByLabel(new RegExp(`Consent of .* to ${who.agency}`)).check()
  await go(worker, 'Add them')
  await worker.see('They are in the team around the child')
}

// W50 W51: the team around the child, of three agencies, on what the family agreed to; and who leads it.
async function gather (worker, story) {
  await openRecord(worker, story.child)
  await go(worker, 'Plan, team, meetings and reviews')
  await seat(worker, { name: 'Nkechi', agency: 'Health' }, 'School nurse')
  await seat(worker, { name: 'Tomasz', agency: 'Example Academy' }, 'Class teacher')
  await seat(worker, { name: 'Fiona', agency: 'Example Volunteers' }, 'Family worker')
  await go(worker, 'Name the lead professional')
  await worker.page.getByLabel('Fiona Demonstration').check()
  await fill(worker, 'Why they, and why now?', 'She sees the family every week')
  await fill(worker, 'What do the family and the child say about it?', 'Mother asked for her')
  await go(worker, 'They lead')
  await worker.see('Leads')
  await picture(worker, story, 'team')
}

// W64 W57: the nurse finds her section under My work, and sees the child's words first.
async function together (worker, nurse, story, words) {
  await door(worker, 'Work')
  await go(worker, story.child)
  await go(worker, 'Early help assessment')
  await worker.page.locator('#section').selectOption({ label: 'The child’s development' })
  const who = worker.page.locator('#give-who')
  await who.selectOption({ label: (await who.locator('option').allTextContents()).find(text => text.startsWith('Nkechi')) })
  await go(worker, 'Give this section')
  await front(nurse, { ...story, words, says: ['North Targeted Family Support', 'Fiona Demonstration'] })
  await door(nurse, 'Work')
  await nurse.see('one section is yours')
  await picture(nurse, story, 'nurse-work')
  await nurse.page.locator('main a[href^="/work/assessments/"]', { hasText: story.child }).first().click()
  await nurse.check()
  await section(nurse, 'The child’s development', nurseWrites)
}

const titles = {
  child: 'The child', why: 'Why this assessment', consent: 'Agreement', family: 'The family', parents: 'Parents and carers',
  around: 'Family and environment', safety: 'Signs of Safety', voice: 'The child’s own view', analysis: 'What it means'
}

// W40 W41 W44 W46 W47 P8: complete only with the child's own view, which then stands on the front of the record.
async function complete (worker, story) {
  await openRecord(worker, story.child)
  await go(worker, 'Early help assessment')
  for (const [key, title] of Object.entries(titles)) await section(worker, title, answers[key])
  await worker.see('Nothing that is needed is missing')
  await worker.see('Nkechi Demonstration, Health, writes this')
  await picture(worker, story, 'assessment')
  await go(worker, 'It is complete')
  await worker.see('Complete, waits for sign-off')
}

// W3 W5 W12: ticked, decided by a person, with a reason and under an edition.
async function level (worker, story) {
  await openRecord(worker, story.child)
  await go(worker, 'Level of need')
  await go(worker, 'Look at what is seen')
  await worker.page.getByRole('checkbox', { name: 'Chronic or recurring health problems' }).first().check()
  await go(worker, 'Keep these and go on')
  await tick(worker, 'The level of need', 'Extensive')
  await fill(worker, 'Why this level?', 'Three agencies are needed, with one plan')
  await go(worker, 'Decide')
  await worker.see('The level of need is decided')
}

async function closeContact (worker, story) {
  await openRecord(worker, story.child)
  await worker.page.locator('main a[href^="/work/contacts/"]').first().click()
  await worker.check()
  await go(worker, 'Close this contact')
  await fill(worker, 'What became of it', 'Early help began with an assessment')
  await go(worker, 'Close it')
}

export async function theAssessment ({ worker, nurse, teacher }, story, words) {
  await begin(worker, story)
  await gather(worker, story)
  await together(worker, nurse, story, words)
  await complete(worker, story)
  await level(worker, story)
  await closeContact(worker, story)
  const says = ['Extensive', 'Fiona Demonstration', 'Complete, waits for sign-off']
  await front(worker, { ...story, words: inTheAssessment, says })
  await picture(worker, story, 'front-assessed')
  await front(teacher, { ...story, words: inTheAssessment, says })
  await picture(teacher, story, 'front-teacher')
}
