// Tells at the keyboard whether an NHS number or a pupil number adds up. The same sum is done again when the form is
// sent (src/people/code.c), so without script nothing is lost but the early word.
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'
const packed = typed => typed.replace(/[\s-]/g, '').toUpperCase()

function nhsAddsUp (s) {
  const sum = [...s].slice(0, 9).reduce((total, digit, i) => total + (10 - i) * Number(digit), 0)
  return (11 - sum % 11) % 11 === Number(s[9])
}

function upnAddsUp (s) {
  const value = c => /\d/.test(c) ? Number(c) : LETTERS.indexOf(c)
  return LETTERS[[...s].slice(1).reduce((total, c, i) => total + (i + 2) * value(c), 0) % 23] === s[0]
}

const kinds = {
  nhs: { shape: /^\d{10}$/, long: 10, adds: nhsAddsUp, is: 'an NHS number has 10 digits' },
  upn: { shape: /^[A-Z]\d{11}[\dA-HJ-NP-RT-Z]$/, long: 13, adds: upnAddsUp, is: 'a pupil number is a letter and 12 digits' }
}

// Nothing is said while somebody still types.
function verdict (kind, typed, done) {
  const s = packed(typed)
  if (!s || (s.length < kind.long && !done)) return ''
  if (!kind.shape.test(s)) return `That cannot be right: ${kind.is}`
  return kind.adds(s) ? 'The number adds up' : 'The number does not add up: compare it with the letter it stands on'
}

function watch (input, kind) {
  const says = document.createElement('p')
  says.className = 'govuk-hint kith-code-says'
  says.setAttribute('role', 'status')
  input.after(says)
  const say = done => {
    const text = verdict(kind, input.value, done)
    if (says.textContent !== text) says.textContent = text
  }
  input.addEventListener('input', () => say(false))
  input.addEventListener('change', () => say(true))
}

export function checkCodes () {
  for (const form of document.querySelectorAll('[data-check-codes]')) {
    for (const [name, kind] of Object.entries(kinds)) {
      const input = form.querySelector(`input[name="${name}"]`)
      if (input) watch(input, kind)
    }
  }
}
