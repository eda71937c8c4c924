// A form with data-autosave="address" is saved as one types, a line at a time. Each line's boxes are named
// something-ID, with version-ID beside them; the answer says the line's new version, or what another window saved.
const WAIT = 900

function boxesOf (form, line) {
  return [...form.elements].filter(box => box.name.endsWith(`-${line}`))
}

function say (form, text) {
  const says = form.querySelector('[data-autosave-says]')
  if (says) says.textContent = text
}

function time () { return new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }) }

async function save (form, lines) {
  const body = new URLSearchParams({ csrf: form.elements.csrf.value })
  for (const line of lines) for (const box of boxesOf(form, line)) body.append(box.name, box.value)
  const answer = await fetch(form.dataset.autosave, { method: 'POST', body, credentials: 'same-origin', redirect: 'error' })
  if (!answer.ok) throw new Error(answer.status)
  let clash = false
  for (const saved of await answer.json()) {
    if ('other' in saved) clash = true
    else form.elements[`version-${saved.line}`].value = saved.version
  }
  return clash
}

export function autosave () {
  for (const form of document.querySelectorAll('form[data-autosave]')) {
    const changed = new Set()
    let timer = 0
    let last = Promise.resolve()
    const run = async () => {
      const lines = [...changed]
      changed.clear()
      if (!lines.length) return
      try {
        const clash = await save(form, lines)
        say(form, clash ? 'Another window saved something else in a line you changed. Press Save to see both.' : `Saved at ${time()}`)
      } catch {
        lines.forEach(line => changed.add(line))
        say(form, 'Not saved: Kith cannot be reached. It is tried again as you type; keep this page open.')
        timer = setTimeout(later, 5000)
      }
    }
    const later = () => { last = last.then(run) }
    form.addEventListener('input', (event) => {
      const line = event.target.name?.split('-').pop()
      if (!line) return
      changed.add(line)
      clearTimeout(timer)
      timer = setTimeout(later, WAIT)
    })
    form.addEventListener('submit', () => { clearTimeout(timer); changed.clear() })
    window.addEventListener('beforeunload', (event) => { if (changed.size) event.preventDefault() })
  }
}
