// Every page works without this: it adds focus to error summaries, a menu that folds and the like.
import {
  createAll,
  Button,
  ErrorSummary,
  FileUpload,
  Header,
  NotificationBanner,
  Radios,
  SkipLink,
} from 'nhsuk-frontend'

document.body.classList.add('js-enabled', 'nhsuk-frontend-supported')
for (const component of [Button, ErrorSummary, FileUpload, Header, NotificationBanner, Radios, SkipLink]) {
  createAll(component)
}

// A page that shows work in progress asks to be loaded again; without script the reader uses its link.
const again = document.querySelector('[data-reload-after]')
if (again) {
  setTimeout(() => window.location.reload(), Number(again.dataset.reloadAfter) * 1000)
}
