// A form with data-drafts="address" is saved as one types, a question at a time. Each question sends what the page
// had before it; the answer says what it has now, or that somebody else wrote there too. Without a connection the
// questions wait, and are tried again at longer and longer intervals; a copy in this tab outlives a closed lid.
const WAIT = 900
const LONGEST = 30000

const question = element => element.closest?.('[data-question]')
const boxes = part => [...part.querySelectorAll('input, textarea, select')].filter(box => box.name)

class Drafts {
  constructor (form) {
    this.form = form
    this.says = form.querySelector('[data-drafts-say]')
    this.changed = new Set()
    this.delay = WAIT
    this.store = `drafts ${form.dataset.drafts}`
    form.addEventListener('input', event => this.touch(event))
    form.addEventListener('change', event => this.touch(event))
    form.addEventListener('submit', () => { clearTimeout(this.timer); this.changed.clear(); this.keep() })
    window.addEventListener('online', () => this.soon(0))
    window.addEventListener('beforeunload', event => { if (this.changed.size) event.preventDefault() })
    this.restore()
  }

  touch ({ target }) {
    const part = question(target)
    if (!part || !this.form.elements[`base-${part.dataset.question}`]) return
    this.changed.add(part.dataset.question)
    this.keep()
    this.say('Not saved yet')
    this.soon(this.delay)
  }

  soon (delay) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), delay)
  }

  say (text) { if (this.says && this.says.textContent !== text) this.says.textContent = text }

  part (key) { return this.form.querySelector(`[data-question="${CSS.escape(key)}"]`) }

  // What is not saved yet, in this tab alone: gone when it is closed, or once it is saved.
  keep () {
    if (!this.changed.size) return sessionStorage.removeItem(this.store)
    const texts = {}
    for (const key of this.changed) {
      texts[key] = boxes(this.part(key)).map(box => ['checkbox', 'radio'].includes(box.type) ? box.checked : box.value)
    }
    sessionStorage.setItem(this.store, JSON.stringify({ tab: this.form.elements.tab.value, texts }))
  }

  restore () {
    const kept = JSON.parse(sessionStorage.getItem(this.store) ?? 'null')
    if (!kept) return
    this.form.elements.tab.value = kept.tab
    for (const [key, values] of Object.entries(kept.texts)) {
      const part = this.part(key)
      if (!part) continue
      boxes(part).forEach((box, i) => {
        if (['checkbox', 'radio'].includes(box.type)) box.checked = values[i]
        else if (values[i] !== undefined) box.value = values[i]
      })
      this.changed.add(key)
    }
    this.soon(0)
  }

  async save () {
    if (this.saving || !this.changed.size) return
    this.saving = true
    const keys = [...this.changed]
    this.changed.clear()
    try {
      this.saved(await this.send(keys))
      this.delay = WAIT
    } catch {
      keys.forEach(key => this.changed.add(key))
      this.delay = Math.min(this.delay * 2, LONGEST)
      this.say('Not saved: Kith cannot be reached, or you are signed out. What you typed waits on this page and is ' +
        'tried again. Keep it open.')
      this.soon(this.delay)
    }
    this.saving = false
    this.keep()
    if (this.changed.size && this.delay === WAIT) this.soon(WAIT)
  }

  async send (keys) {
    const body = new URLSearchParams({ csrf: this.form.elements.csrf.value, tab: this.form.elements.tab.value })
    for (const key of keys) {
      for (const box of boxes(this.part(key))) {
        if (!['checkbox', 'radio'].includes(box.type) || box.checked) body.append(box.name, box.value)
      }
    }
    const answer = await fetch(this.form.dataset.drafts,
      { method: 'POST', body, credentials: 'same-origin', redirect: 'error' })
    if (answer.status === 403) await this.freshToken()
    if (!answer.ok) throw new Error(answer.status)
    return answer.json()
  }

  // Signed out and in again in another tab: the page's token is the old session's.
  async freshToken () {
    const page = await fetch(location.href, { credentials: 'same-origin', redirect: 'error' })
    const token = /name="csrf" value="([^"]+)"/.exec(await page.text())
    if (token) this.form.elements.csrf.value = token[1]
  }

  saved ({ at, saved }) {
    let clash = false
    for (const one of saved) {
      clash ||= one.clash
      const part = this.part(one.question)
      if (one.clash) this.showClash(part)
      else {
        this.form.elements[`base-${one.question}`].value = one.base
        part.querySelector('.kith-question__known')?.remove()
      }
    }
    this.say(clash ? 'Somebody else wrote in the same place. Both texts are kept.' : `Saved ${at}`)
  }

  showClash (part) {
    if (part.querySelector('.kith-question__clash')) return
    const link = Object.assign(document.createElement('a'),
      { className: 'govuk-link', href: this.form.action.replace(/\/[^/]*$/, '/clashes'), textContent: 'See both and choose' })
    const line = Object.assign(document.createElement('p'),
      { className: 'govuk-body kith-question__clash', textContent: 'Two people wrote here, and both texts are kept. ' })
    line.append(link, '.')
    part.append(line)
  }
}

// What is asked only if … is shown while that holds.
function values (form, key) {
  const part = form.querySelector(`[data-question="${CSS.escape(key)}"]`)
  if (!part) return null
  return boxes(part).filter(box => box.type !== 'hidden' && (!['checkbox', 'radio'].includes(box.type) || box.checked))
    .map(box => box.value.trim()).filter(Boolean)
}

function holds (form, condition) {
  const [key, is] = condition.split('=')
  const now = values(form, key)
  if (now === null) return true
  return is ? is.split('|').some(value => now.includes(value)) : now.length > 0
}

function conditions (form) {
  for (const part of form.querySelectorAll('[data-show-if]:not([data-show-if=""])')) {
    part.hidden = !part.dataset.showIf.split(';').every(condition => holds(form, condition))
    part.querySelector('.kith-question__if')?.setAttribute('hidden', '')
  }
}

export function drafts () {
  for (const form of document.querySelectorAll('form[data-drafts]')) {
    new Drafts(form)
    conditions(form)
    form.addEventListener('input', () => conditions(form))
    form.addEventListener('change', () => conditions(form))
  }
}
