// A form that was changed and not sent asks before the page is left. Forms that want it say data-unsent.
export function keepUnsent () {
  for (const form of document.querySelectorAll('form[data-unsent]')) {
    let changed = false
    form.addEventListener('input', () => { changed = true })
    form.addEventListener('submit', () => { changed = false })
    window.addEventListener('beforeunload', (event) => { if (changed) event.preventDefault() })
  }
}
