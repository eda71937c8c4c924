// The third and fourth acts: a plan with actions in three agencies, and two reviews: better, and then worse.
import { day, door, fill, front, go, item, openRecord, picture } from './story.mjs'
import { inTheAssessment } from './story_caf.mjs'

const actions = {
  Tomasz: {
    what: 'Breakfast club every school day',
    changes: 'Nobody is hungry when lessons begin',
    known: 'There on eight mornings of ten'
  },
  Nkechi: {
    what: 'Hearing test and a sleep diary',
    changes: 'The teacher is heard, and sleep is ten hours',
    known: 'The test is done; four weeks of diary'
  },
  Fiona: {
    what: 'Evening sitter until mother has other hours',
    changes: 'Nobody is alone when it is dark',
    known: 'Five evenings of five, asked of both children'
  }
}
const byNow = 'Breakfast is good. I still do not like the dark.'
export const atTheSecond = 'Dad came and shouted. I hid with my brother.'

// W52 W114: what, for what, who, by when, and how it will be known.
async function act (worker, doer, { what, changes, known }) {
  await go(worker, 'Add an action')
  await fill(worker, 'What is to be done?', what)
  await fill(worker, 'What does it change for the child?', changes)
  await fill(worker, 'How will we know?', known)
  const seat = worker.page.locator('#seat')
  await seat.selectOption({ label: (await seat.locator('option').allTextContents()).find(text => text.startsWith(doer) && text.includes('(')) })
  await day(worker, 'due', 14)
  await go(worker, 'Add the action')
  await worker.see(what)
}

// W49: what the assessment found to be needed is asked for, and not typed again.
async function ask (worker) {
  await go(worker, 'ask for it')
  if (await worker.page.inputValue('#service') !== 'Breakfast club') throw new Error('the service is asked again')
  await day(worker, 'due', 7)
  await go(worker, 'Keep the request')
  await worker.see('Open every day')
}

export async function thePlan ({ worker, teacher }, story) {
  await openRecord(worker, story.child)
  await go(worker, 'Early help assessment')
  await go(worker, 'Make the plan from it')
  for (const doer of Object.keys(actions)) await act(worker, doer, actions[doer])
  await picture(worker, story, 'plan')
  await ask(worker)
  await go(worker, 'Meetings and reviews')
  await go(worker, 'Plan a review')
  await day(worker, 'due', 30)
  await go(worker, 'Plan it')
  await front(worker, { ...story, words: inTheAssessment, says: ['Next', 'Extensive'] })
  await front(teacher, { ...story, words: inTheAssessment, says: ['Fiona Demonstration'] })
}

// Ticked off by whoever said they would, of whatever agency, from their own My work.
async function tickOff (doer, { child }, name, came) {
  await door(doer, 'Work')
  await doer.page.locator('tr', { hasText: child }).filter({ hasText: actions[name].what }).getByRole('link').first().click()
  await doer.check()
  await doer.page.getByLabel('Yes, it is done').check()
  await fill(doer, 'What came of it, or why not?', came)
  await go(doer, 'Send')
  await doer.see('Thank you. It is in the plan')
}

async function hold (worker, { said, better, improving, likely, why }) {
  await fill(worker, 'What does the child say?', said)
  await fill(worker, 'How did they say it?', 'On a walk round the school garden')
  await worker.page.getByLabel(better, { exact: true }).check()
  await worker.page.locator(`[name=improving][value=${improving}]`).check()
  await worker.page.locator(`[name=likely][value=${likely}]`).check()
  await fill(worker, 'Why do you think so?', why)
  await day(worker, 'next', 60)
  await go(worker, 'Keep the review')
}

// W54 W55 P8: better for the child, in the child's own words; the next one is planned in the same breath.
export async function theFirstReview ({ worker, nurse, teacher }, story) {
  await tickOff(teacher, story, 'Tomasz', 'There nine mornings of ten')
  await tickOff(nurse, story, 'Nkechi', 'Hearing is good; the diary shows eight hours')
  await picture(nurse, story, 'ticked-off')
  await item(worker, story.child, 'Review of a plan')
  await hold(worker, { said: byNow, better: 'Better', improving: 'yes', likely: 'yes', why: 'Mornings missed are down to one' })
  await worker.see('The review is kept, and the next one is planned')
  await picture(worker, story, 'review-one')
  await front(nurse, { ...story, words: byNow, says: ['Extensive'] })
}

// W55: it is worse, and the page says what to do about it.
export async function theSecondReview ({ worker }, story) {
  await item(worker, story.child, 'Review of a plan')
  await hold(worker, { said: atTheSecond, better: 'Worse', improving: 'no', likely: 'no', why: 'Father came twice at night, and the police were called' })
  await worker.see('asks for a referral to social care')
  await picture(worker, story, 'review-two')
  await fill(worker, 'What the concern is, or why no referral is made', 'Stepped up to social care with the plan and the team')
  await go(worker, 'Keep why no referral is made')
  await front(worker, { ...story, words: atTheSecond })
}

// What is left when the family manages: the last action of the family worker's own.
export const theLastAction = (worker, story) => tickOff(worker, story, 'Fiona', 'Mother has day shifts from Monday')
