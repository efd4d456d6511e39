// Says on the page of a place that there is something new in it.
//
// The page works without this script. It shows what is so today, or it listens to nothing; and it listens only while
// it is looked at. What is new is not told here: the reader loads the page again when they like.
const place = location.pathname.match(/^\/places\/[0-9a-f-]{36}$/)
const stamp = document.querySelector('#up-to-date')
let source = null
let seen = ''

const tell = () => {
  if (document.querySelector('#news')) {
    return
  }
  const news = document.createElement('p')
  news.id = 'news'
  news.className = 'ov-fresh'
  news.setAttribute('role', 'status')
  const again = document.createElement('a')
  again.href = location.pathname
  again.textContent = 'load the page again'
  news.append('There is something new: ', again, '.')
  stamp.before(news)
}

const listen = () => {
  source = new EventSource(place[0] + '/updates' + (seen ? '?since=' + encodeURIComponent(seen) : ''))
  source.addEventListener('current', (event) => {
    seen = event.lastEventId
  })
  source.addEventListener('changed', (event) => {
    seen = event.lastEventId
    tell()
  })
}

const leave = () => {
  source?.close()
  source = null
}

if (place && stamp && !location.search.includes('asOf=')) {
  const look = () => (document.hidden ? leave() : source ?? listen())
  document.addEventListener('visibilitychange', look)
  window.addEventListener('pagehide', leave)
  window.addEventListener('pageshow', look)
}
