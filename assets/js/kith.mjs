// What script adds to pages that work without it: GOV.UK's enhancements, and Kith's own.
import {
  createAll, Button, CharacterCount, Checkboxes, ErrorSummary, ExitThisPage, FileUpload, NotificationBanner,
  PasswordInput, Radios, ServiceNavigation, SkipLink, Tabs,
} from 'govuk-frontend'
import { autosave } from './autosave.mjs'
import { contacts } from './contact.mjs'
import { checkCodes } from './codes.mjs'
import { drafts } from './drafts.mjs'
import { siftLists } from './sift.mjs'
import { keepUnsent } from './unsent.mjs'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')

for (const Part of [Button, CharacterCount, Checkboxes, ErrorSummary, ExitThisPage, FileUpload, NotificationBanner,
  PasswordInput, Radios, ServiceNavigation, SkipLink, Tabs]) createAll(Part)

keepUnsent()
autosave()
contacts()
checkCodes()
drafts()
siftLists()
