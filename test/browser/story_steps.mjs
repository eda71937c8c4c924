// The last acts: up to social care, where both teams hold the child until it is accepted; back down; and the end.
import { fill, front, go, item, openRecord, pick, picture, tick } from './story.mjs'
import { atTheSecond } from './story_plan.mjs'

const goingUp = 'I want somebody to stop the shouting.'
const goingDown = 'It is quiet now. I want my lady from before.'
const atTheEnd = 'I sleep in my own bed. I do not need you, but you can come to my birthday.'

async function ask (visitor, { to, level, why, words }) {
  await pick(visitor, 'Who is to take the child over', to)
  await visitor.page.getByLabel(level, { exact: true }).check()
  await fill(visitor, 'Why', why)
  await fill(visitor, 'What the child says about it, in their words', words)
  await go(visitor, 'Ask for the step')
  await visitor.see('Your team holds the child until it is accepted')
}

async function accept (visitor, who, next) {
  await pick(visitor, 'Who answers for the child now', who)
  await fill(visitor, 'What happens next', next)
  await go(visitor, 'Take the child over')
}

// W67 W70 W71 P1: both teams see and hold the child while it waits.
async function up (worker, social, story) {
  await openRecord(worker, story.child)
  await go(worker, 'Step up to social care')
  await ask(worker, { to: 'Neighbourhood Fieldwork: Sofia', level: 'Child in need', why: 'Father comes at night and mother cannot keep him out', words: goingUp })
  const waits = 'Both teams hold the child until then'
  await front(worker, { ...story, words: atTheSecond, says: ['waits for an answer', waits, 'Fiona Demonstration'] })
  await front(social, { ...story, words: atTheSecond, says: [waits, 'North Targeted Family Support'] })
  await picture(social, story, 'front-waiting')
}

// W72 W68: social care has the assessment and its history before it; the plan, the team and the words go across.
async function taken (worker, social, story) {
  await item(social, story.child, 'Accept or decline a step')
  await social.see(goingUp)
  await social.see('The early help assessment and its history')
  await picture(social, story, 'step-accept')
  await accept(social, 'Sofia Demonstration', 'Visit with the police')
  await front(social, { ...story, words: goingUp, says: ['Social care', 'Neighbourhood Fieldwork', 'Children in Need', 'Visit with the police', 'Sofia Demonstration'] })
  await picture(social, story, 'front-social-care')
  await front(worker, { ...story, words: goingUp, says: ['Neighbourhood Fieldwork', 'Children in Need'] })
}

export async function theStepUp ({ worker, social, nurse }, story) {
  await up(worker, social, story)
  await taken(worker, social, story)
  await go(social, 'Plan, team, meetings and reviews')
  await go(social, 'Plan')
  await social.see('Evening sitter until mother has other hours')
  await front(nurse, { ...story, words: goingUp, says: ['Sofia Demonstration'] })
}

// W68 W123: what was planned goes back with the child.
export async function theStepDown ({ worker, social }, story) {
  await openRecord(social, story.child)
  await go(social, 'Step down to early help')
  await ask(social, { to: 'North Targeted Family Support: Fiona', level: 'Extensive', why: 'A court order keeps father away, and mother has day shifts', words: goingDown })
  await front(worker, { ...story, words: goingUp, says: ['waits for an answer'] })
  await item(worker, story.child, 'Accept or decline a step')
  await accept(worker, 'Fiona Demonstration', 'Third meeting of the team')
  await front(worker, { ...story, words: goingDown, says: ['Early help', 'Extensive', 'Third meeting of the team', 'Fiona Demonstration'] })
  await picture(worker, story, 'front-back-down')
  const shut = await social.page.goto(new URL(worker.page.url()).pathname)
  if (shut.status() !== 403) throw new Error(`social care still opens the record: ${shut.status()}`)
}

// W58 P8: needs are met, the child says what they think of it, and the family was told.
export async function theEnd ({ worker, nurse }, story) {
  await openRecord(worker, story.child)
  const record = new URL(worker.page.url()).pathname
  await go(worker, 'Plan, team, meetings and reviews')
  await go(worker, 'Close this help')
  await tick(worker, 'Why does the help end?', 'Needs met')
  await fill(worker, 'In words', 'Day shifts, breakfast club, no visits at night. School stays, and knows whom to ask')
  await fill(worker, 'What does the child think of it?', atTheEnd)
  await fill(worker, 'How did they say it?', 'Told at the last visit')
  await fill(worker, 'Who told the family, and how?', 'Fiona, at their table')
  await picture(worker, story, 'closing')
  await go(worker, 'Close it')
  await worker.see('The help has ended')
  for (const visitor of [worker, nurse]) {                       // by what the mother agreed to
    await visitor.visit(record)
    await visitor.see(atTheEnd)
    await visitor.see('No help is open')
    await visitor.see('times of help have ended')
  }
  await nurse.see('Early help ends: Needs met')
  await picture(nurse, story, 'front-closed')
}
