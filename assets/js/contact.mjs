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

function drafts (holder) {
  const form = holder.querySelector('form')
  let timer = 0
  let dirty = false
  let last = Promise.resolve()
  const run = async () => {
    if (!dirty) return
    dirty = false
    try {
      await save(holder.dataset.draft, form)
    } catch {
      dirty = true
      say('Not saved: Kith cannot be reached. It is tried again; keep this page open.')
      timer = setTimeout(later, 5000)
    }
  }
  const later = () => { last = last.then(run) }
  form.addEventListener('input', () => { dirty = true; clearTimeout(timer); timer = setTimeout(later, WAIT) })
  form.addEventListener('submit', () => { clearTimeout(timer); dirty = false })
  window.addEventListener('beforeunload', event => { if (dirty) event.preventDefault() })
}

// Pressing a button elsewhere on the page first saves what is typed, so that no call waits for a save and none is lost.
export function contacts () {
  for (const holder of document.querySelectorAll('[data-draft]')) drafts(holder)
}
