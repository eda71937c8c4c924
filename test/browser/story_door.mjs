// The first act: a teacher calls, a child whom nobody has met gets a record, and the teacher is told what became of it.
import { day, door, fill, front, go, item, pick, picture, tick } from './story.mjs'

async function write (adviser, story) {
  await fill(adviser, 'What was said', `${story.child} comes without breakfast and falls asleep. Father left in summer.`)
  await fill(adviser, 'Children, as the caller names them', `${story.child}, year 3, and a small brother`)
  await adviser.page.getByLabel('Green', { exact: true }).check()
  await tick(adviser, 'Who is calling', 'A professional')
  await fill(adviser, 'Where the child lives', story.address)
  await fill(adviser, 'Postcode', story.postcode)
  await fill(adviser, 'What are we worried about?', 'Hungry, tired, and alone in the evenings')
  await fill(adviser, 'What is going well?', 'In school every day; mother comes when she is called')
  await fill(adviser, 'What needs to happen?', 'Somebody sits down with the family')
  await tick(adviser, 'Does the family know of this call?', 'Yes')
  await fill(adviser, 'Caller’s name', 'Tomasz Demonstration')
  await fill(adviser, 'Caller’s role', 'Class teacher')
  await fill(adviser, 'Caller’s agency or school', 'Example Academy')
  await fill(adviser, 'How to tell them what becomes of it', 'teacher@demo.example')
  await go(adviser, 'Save the log')
  await adviser.see('Green')
}

// Nobody makes a record without a search; what was searched for is not typed again.
async function meet (adviser, story) {
  await adviser.page.fill('#find-name', story.child)
  await adviser.page.fill('#find-born', story.born.join(' '))
  await adviser.page.fill('#find-place', story.postcode)
  await go(adviser, 'Search')
  await go(adviser, 'Make a record for the child')
  if (await adviser.page.inputValue('#family') !== story.child.split(' ').pop()) throw new Error('the name is asked again')
  await adviser.page.getByLabel('A child or young person').check()
  await pick(adviser, 'Gender', story.gender)
  await fill(adviser, 'Address', story.address)
  await picture(adviser, story, 'new-record')
  await go(adviser, 'Make the record')
  await adviser.see('The record is made, and the child is on this contact')
}

async function addBrother (adviser, story) {
  await go(adviser, 'Family')
  await go(adviser, 'Add somebody')
  await fill(adviser, 'First and middle names', story.brother)
  await fill(adviser, 'Family name', story.child.split(' ').pop())
  await adviser.page.getByLabel('How they belong together').selectOption('sibling')
  await tick(adviser, 'Do they live together now?', 'Yes')
  await go(adviser, 'Look and add')
  if (await adviser.page.getByText('It is none of those who are there already').isVisible()) {
    await adviser.page.getByLabel('It is none of those who are there already').check()
    await go(adviser, 'Look and add')
  }
  await adviser.see(`${story.brother} ${story.child.split(' ').pop()}`)
  await picture(adviser, story, 'family')
}

async function hear (visitor, words, about) {
  await fill(visitor, 'Their own words', words)
  await visitor.page.getByLabel('Said it', { exact: true }).check()
  await fill(visitor, 'What it is about, in a few words', about)
  await go(visitor, 'Save their words')
}

export const atTheDoor = 'I am hungry in the mornings, but I like my teacher.'

// W16 W22 W25 W28 W9 P8: everything on one screen while the teacher talks.
async function call (adviser, story) {
  await door(adviser, 'Contacts')
  await go(adviser, 'Take a call')
  await write(adviser, story)
  await meet(adviser, story)
  await picture(adviser, story, 'contact')
  await addBrother(adviser, story)
  await go(adviser, story.child)
  await go(adviser, 'Record their words')
  await hear(adviser, atTheDoor, 'mornings at school')
  await adviser.see(atTheDoor)
  await adviser.see('Decide what happens next')
  await picture(adviser, story, 'front-contact')
}

// W18 W19 W21: decided with a reason; the postcode chose the locality. P2: told in Kith.
async function decide (adviser, story) {
  await adviser.page.locator('dl').filter({ hasText: 'Contact' }).getByRole('link').first().click()
  await adviser.check()
  await adviser.see('Central')
  await go(adviser, 'Decide')
  await tick(adviser, 'What this is', 'Initial Contact')
  await tick(adviser, 'Which way it goes', 'Locality Access Point')
  await fill(adviser, 'Why', 'Several services are needed; nothing points to harm')
  await go(adviser, 'Decide')
  await tick(adviser, 'How you told them', 'In Kith')
  await fill(adviser, 'What you told them', 'A family worker calls the mother this week and asks you in.')
  await go(adviser, 'Save')
  await adviser.see('Written down')
}

async function isTold (teacher, story) {
  await door(teacher, 'Work')
  await go(teacher, 'What I raised')
  await teacher.page.locator('tr', { hasText: story.child }).getByRole('link').first().click()
  await teacher.check()
  await teacher.see('A family worker calls the mother this week and asks you in.')
  await picture(teacher, story, 'teacher-told')
}

// The contact is in the family worker's hands, and says how to begin.
async function receive (worker, story) {
  await item(worker, story.child, 'Contact')
  await worker.see('falls asleep')
  await worker.see('Begin the help, or close')
  await picture(worker, story, 'contact-received')
  await front(worker, { ...story, words: atTheDoor, says: ['North Targeted Family Support', 'Begin the help, or close'] })
}

// W41 P6: which agencies may see what, until when, and who agreed.
async function agree (worker, story) {
  await go(worker, 'Record consent')
  await tick(worker, 'Did they agree?', 'Yes')
  await fill(worker, 'What is it for?', 'So that school, the nurse and we can plan with us')
  for (const kind of ['who', 'help', 'assessment', 'plan', 'note', 'view']) await worker.page.check(`input[name=kinds][value=${kind}]`)
  for (const agency of ['Example Academy', 'Health', 'Example Volunteers']) {
    await tick(worker, 'Which agencies may see it?', agency)
  }
  await fill(worker, 'Their name, if it is not in the list', 'Her mother')
  await worker.page.check('input[name=capacity][value=parent]')
  await worker.page.check('input[name=how][value=signed]')
  await day(worker, 'until_on', 300)
  await go(worker, 'Record it')
  await worker.see('Those named can see it from now')
}

export async function theCall ({ adviser, teacher, worker, nurse }, story) {
  await call(adviser, story)
  await decide(adviser, story)
  await isTold(teacher, story)
  await receive(worker, story)
  const record = new URL(worker.page.url()).pathname
  await nurse.visit(record, { status: 403 })                      // nobody has agreed to that yet
  await agree(worker, story)
}

