// A long list of boxes to tick, narrowed by words as they are typed. Nothing ticked is ever hidden, and without
// script the whole list is there.
const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function sift (form) {
  const box = form.querySelector('.kith-sift'), input = box.querySelector('input'), said = box.querySelector('[role=status]')
  const ones = [...form.querySelectorAll('.kith-sift__one')].map(at => ({
    at, tick: at.querySelector('input'), text: fold(at.textContent),
  }))
  const groups = [...form.querySelectorAll('.kith-sift__group')]
  const say = (shown) => {
    const ticked = ones.filter(one => one.tick.checked).length
    said.textContent = `${shown} of ${ones.length} examples shown, ${ticked} ticked`
  }
  const show = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean)
    let shown = 0
    for (const one of ones) {
      const fits = words.every(word => one.text.includes(word))
      one.at.hidden = !fits && !one.tick.checked
      shown += !one.at.hidden
    }
    for (const group of groups) group.hidden = !group.querySelector('.kith-sift__one:not([hidden])')
    say(shown)
  }
  box.hidden = false
  input.addEventListener('input', show)
  input.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault() })
  form.addEventListener('change', show)
  show()
}

export function siftLists () {
  for (const form of document.querySelectorAll('form[data-sift]')) sift(form)
}
