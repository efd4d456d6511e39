// What happened in a meeting outlives a lost connection and is entered once.
//
// The page works without this script. With it, what is tapped is kept on the device until the service has said that
// it is saved. The number of the record is made with the page and stays the same however often it is sent, so that
// the same record counts once. What is kept belongs to the person who tapped it: it is sent from a page of theirs
// only, on which the service names them.
const PREFIX = 'ov-record:'
const AGAIN_AFTER = 60_000
const KEPT_FOR = 14 * 24 * 60 * 60 * 1000

const page = () => document.querySelector('form[data-record]')
const keyOf = (form) => PREFIX + form.dataset.reader + ':' + form.dataset.record

/** Storage may be full or forbidden: then the form works as it does without script. */
const store = {
  read(key) {
    try {
      return JSON.parse(localStorage.getItem(key))
    } catch {
      return null
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value))
      return true
    } catch {
      return false
    }
  },
  remove(key) {
    try {
      localStorage.removeItem(key)
    } catch {
      // There was nothing to remove then.
    }
  },
  keys() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
    } catch {
      return []
    }
  },
}

function say(words) {
  const line = document.getElementById('record-state')
  if (line) {
    line.textContent = words
    line.hidden = words === ''
  }
}

/** Everything but the token of the page, which is another one on each page. */
function fieldsOf(form) {
  return [...new FormData(form)].filter(([name, value]) => name !== 'csrf' && typeof value === 'string')
}

function keep(form, state) {
  return store.write(keyOf(form), {
    page: location.pathname.replace(/\/recorded$/, ''),
    action: new URL(form.action).pathname,
    fields: fieldsOf(form),
    state,
    since: Date.now(),
  })
}

/** Where the value of a question stands in the hidden field of its item. */
function storedAs(name, items) {
  const [, letter, id, more] = /^([hox])-(.{36})(-[kcm])?$/.exec(name) ?? []
  const at = { h: 1, o: 2, 'x-k': 3, 'x-c': 4, 'x-m': 5 }[letter + (more ?? '')]
  return items.find((item) => item.startsWith(id + ' '))?.split(' ')[at]
}

/**
 * Puts back what was tapped. After a refusal the page is newer than what was sent: its versions count, and what was
 * not touched is as it is stored now, so that it does not undo what somebody else recorded meanwhile.
 */
function putBack(form, entry) {
  const refused = entry.state === 'refused'
  const wanted = new Map()
  for (const [name, value] of entry.fields) {
    wanted.set(name, [...(wanted.get(name) ?? []), value])
  }
  const items = wanted.get('item') ?? []
  for (const field of form.elements) {
    const values = wanted.get(field.name)
    if (field.type === 'radio' || field.type === 'checkbox') {
      const untouched = values === undefined || values[0] === storedAs(field.name, items)
      if (!(refused && untouched)) {
        field.checked = values !== undefined && values.includes(field.value)
      }
    } else if (field.name === 'item') {
      const before = items.find((item) => item.split(' ')[0] === field.value.split(' ')[0])
      field.value = refused || before === undefined ? field.value : before
    } else if (values !== undefined && !(refused && ['key', 'etag'].includes(field.name))) {
      field.value = values[0]
    }
  }
}

/** The token of a page of the same person, and nothing where it is somebody else's or there is no sign-in. */
async function tokenFrom(entry, reader) {
  const answer = await fetch(entry.page, { redirect: 'manual', cache: 'no-store' })
  if (!answer.ok) {
    return null
  }
  const other = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('form[data-record]')
  return other !== null && other.dataset.reader === reader ? other.elements.namedItem('csrf').value : null
}

function post(entry, csrf) {
  const body = new URLSearchParams(entry.fields)
  body.append('csrf', csrf)
  return fetch(entry.action, { method: 'POST', body })
}

const sending = new Set()

/** Sends what is kept. Nothing is thrown away before the service has said that it is saved. */
async function send(key) {
  const entry = store.read(key)
  if (entry === null || entry.state !== 'waiting' || sending.has(key)) {
    return
  }
  const form = page()
  const here = form !== null && keyOf(form) === key
  sending.add(key)
  try {
    if (here) {
      say('Saving…')
    }
    const reader = key.slice(PREFIX.length).split(':')[0]
    let csrf = here ? form.elements.namedItem('csrf').value : await tokenFrom(entry, reader)
    if (csrf === null) {
      return
    }
    let answer = await post(entry, csrf)
    let text = await answer.text()
    if (answer.status === 400 && !text.includes('data-record=')) {
      // The page was open for so long that its token has run out.
      csrf = await tokenFrom(entry, reader)
      if (csrf === null) {
        throw new TypeError('signed out')
      }
      answer = await post(entry, csrf)
      text = await answer.text()
    }
    settle(key, entry, here, answer, text)
  } catch {
    if (here) {
      say(
        navigator.onLine
          ? 'It could not be sent. It is kept on this device. If it stays like this, load the page again and sign in: then it is sent.'
          : 'No connection. It is kept on this device and is sent when you are back online.',
      )
    }
    setTimeout(() => send(key), AGAIN_AFTER)
  } finally {
    sending.delete(key)
  }
}

function settle(key, entry, here, answer, text) {
  if (answer.redirected && new URL(answer.url).searchParams.has('said')) {
    store.remove(key)
    if (here) {
      location.assign(answer.url)
    }
  } else if (answer.redirected) {
    if (here) {
      location.assign(answer.url)
    }
  } else if (answer.status >= 500 || answer.status === 429) {
    if (here) {
      say('The service does not answer just now. It is kept on this device and is sent again in a minute.')
    }
    setTimeout(() => send(key), AGAIN_AFTER)
  } else {
    store.write(key, { ...entry, state: 'refused' })
    if (here) {
      show(text)
    }
  }
}

/** The page as the service sent it back, with what is wrong and every answer. */
function show(text) {
  const main = new DOMParser().parseFromString(text, 'text/html').querySelector('main')
  if (main === null) {
    say('It was not saved, and the service does not say why. It is kept on this device: load the page again.')
    return
  }
  document.querySelector('main').replaceWith(main)
  start()
  const problems = document.querySelector('.nhsuk-error-summary')
  if (problems !== null) {
    problems.tabIndex = -1
    problems.focus()
  } else {
    window.scrollTo(0, 0)
  }
}

function start() {
  const form = page()
  if (form === null) {
    return
  }
  const key = keyOf(form)
  const entry = store.read(key)
  if ('refused' in form.dataset) {
    keep(form, 'refused')
  } else if (entry !== null) {
    putBack(form, entry)
    if (entry.state !== 'waiting') {
      say('What you tapped before is still here. It is not saved yet.')
    }
  }
  form.addEventListener('input', () => keep(form, store.read(key)?.state === 'refused' ? 'refused' : 'typed'))
  form.addEventListener('submit', (event) => {
    if (keep(form, 'waiting')) {
      event.preventDefault()
      send(key)
    }
  })
}

for (const key of store.keys()) {
  if (Date.now() - (store.read(key)?.since ?? 0) > KEPT_FOR) {
    store.remove(key)
  }
}
const sendAll = () => store.keys().forEach(send)
start()
window.addEventListener('online', sendAll)
sendAll()
