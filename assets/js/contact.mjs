// The front door while somebody talks. The log ([data-draft]) is saved as one types; the family is found as its name
// is typed ([data-find]); without script both are a button.
const WAIT = 900

function say (text) {
  const says = document.querySelector('[data-draft-says]')
  if (says) says.textContent = text
}

const time = () => new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })

const post = (url, body) => fetch(url, { method: 'POST', body, credentials: 'same-origin', redirect: 'error' })

// One at a time, the newest last: the answer gives the version that the next one is written over.
async function save (url, form) {
  const answer = await post(url, new URLSearchParams(new FormData(form)))
  if (!answer.ok) throw new Error(answer.status)
  const { version, saved, wrong } = await answer.json()
  if (saved) {
    form.elements.version.value = version
    say(`Saved at ${time()}`)
  } else {
    say(wrong ? 'Not saved: something typed does not fit. Press Save the log to see what.'
      : 'A colleague changed this contact. Press Save the log to see both.')
  }
  return saved
}

// Whatever else is pressed on the page waits for the save, and for no longer than a moment: a call to the duty team is
// never held up.
const MOST = 1500

function drafts (holder) {
  const form = holder.querySelector('form')
  let timer = 0
  let dirty = false
  let busy = false                       // a save is on its way: the next one needs the version it brings back
  let last = Promise.resolve()
  const run = async () => {
    if (!dirty) return
    dirty = false
    busy = true
    try {
      await save(holder.dataset.draft, form)
    } catch {
      dirty = true
      say('Not saved: Kith cannot be reached. It is tried again; keep this page open.')
      timer = setTimeout(later, 5000)
    }
    busy = false
  }
  const later = () => { last = last.then(run) }
  const settle = async () => {
    clearTimeout(timer)
    later()
    await Promise.race([last, new Promise(resolve => setTimeout(resolve, MOST))])
    dirty = busy = false
  }
  form.addEventListener('input', () => { dirty = true; clearTimeout(timer); timer = setTimeout(later, WAIT) })
  document.addEventListener('submit', event => {
    if (event.target === form) { clearTimeout(timer); dirty = false }
    if (!dirty && !busy) return
    event.preventDefault()
    settle().then(() => event.target.requestSubmit(event.submitter))
  })
  document.addEventListener('click', event => {
    const link = event.target.closest('main a[href]')
    if (!link || !dirty || link.getAttribute('href').startsWith('#')) return
    event.preventDefault()
    settle().then(() => { window.location.href = link.href })
  })
  window.addEventListener('beforeunload', event => { if (dirty) event.preventDefault() })
}

// Alt and a key, whatever the browser's own keys for accesskey are: it presses, or goes into the box.
function keys (event) {
  const key = event.code.replace(/^(Digit|Key)/, '').toLowerCase()
  if (!event.altKey || event.ctrlKey || event.metaKey || !/^[0-9a-z]$/.test(key)) return
  const target = document.querySelector(`main [accesskey="${key}"]`)
  if (!target) return
  event.preventDefault()
  if (target.matches('input')) target.focus()
  else target.click()
}

// A hit: who it is and why it was found, with a button that puts the child on the contact. The button belongs to the
// form `add`, which holds nothing else: Enter in a box searches, and chooses nobody.
function hitLine (add, hit) {
  const line = document.createElement('li')
  const name = document.createElement('strong')
  name.textContent = hit.name
  const about = [hit.age ?? 'age not known', hit.area].filter(Boolean).join(', ')
  const who = document.createElement('p')
  who.className = 'govuk-body'
  who.append(name, `, ${about}. ${hit.sure ? 'Likely. ' : ''}Found by: ${hit.whys.join('; ')}`)
  const button = document.createElement('button')
  button.className = 'govuk-button govuk-button--secondary kith-small'
  Object.assign(button, { name: 'person', value: hit.id, textContent: 'It is about this child' })
  button.setAttribute('form', add.id)
  button.setAttribute('aria-label', `It is about this child: ${hit.name}`)
  line.append(who, button)
  return line
}

function addForm (form) {
  const add = document.createElement('form')
  Object.assign(add, { method: 'post', action: form.dataset.add, id: 'find-add' })
  const csrf = document.createElement('input')
  Object.assign(csrf, { type: 'hidden', name: 'csrf', value: form.elements.csrf.value })
  add.append(csrf)
  form.after(add)
  return add
}

// What is offered answers what stands in the boxes, or nothing is offered: with the first key the list is gone, and
// an answer to what was typed before comes too late.
function find (form) {
  const list = form.querySelector('[data-find-hits]')
  const says = form.querySelector('[data-find-says]')
  const add = addForm(form)
  let timer = 0
  let asked = 0
  const show = (words, hits = []) => {
    says.textContent = words
    list.replaceChildren(...hits.map(hit => hitLine(add, hit)))
    list.firstElementChild?.scrollIntoView({ block: 'nearest' })
  }
  const run = async turn => {
    try {
      const answer = await post(form.dataset.find, new URLSearchParams(new FormData(form)))
      if (!answer.ok) throw new Error(answer.status)
      const { hits, unclear } = await answer.json()
      if (turn !== asked) return
      show(unclear ?? (hits.length ? `${hits.length} found` : 'Nobody found yet. Press Search to make a record'), hits)
    } catch {
      if (turn === asked) show('Press Search: looking while you type does not work now')
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    const turn = ++asked
    const typed = ['name', 'born', 'place'].map(name => form.elements[name].value.trim()).join('')
    show('')
    if (typed.length >= 3) timer = setTimeout(run, 250, turn)
  })
}

export function contacts () {
  for (const holder of document.querySelectorAll('[data-draft]')) drafts(holder)
  for (const form of document.querySelectorAll('[data-find]')) find(form)
  document.addEventListener('keydown', keys)
}
