// Makes the page immediate: answers and pushed messages appear without a reload. Every form works without it, too.

const log = document.getElementById('log')
const ask = document.getElementById('ask')
const box = document.getElementById('text')
const waiting = document.getElementById('waiting')
const trouble = document.getElementById('trouble')
const again = document.getElementById('again')
const aloud = document.getElementById('aloud')
const below = document.getElementById('below')
const offline = document.getElementById('offline')
const composer = document.querySelector('.composer')

const patience = 30_000
const shortly = 300
const mostMessages = 150

let inHand = false
let retry
/** A question that was sent while the last one was still in hand: it goes off next. */
let next = false

// A live region reads a whole card as one long string, buttons included. So the log falls silent, and each new card is
// announced by its own summary instead.
log.setAttribute('aria-live', 'off')

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
  // Only what belongs to the conversation is answered in it.
  if (!form.elements.namedItem('delivery')) return
  event.preventDefault()
  if (inHand) {
    next = form === ask && box.value.trim() !== ''
    waiting.textContent = next
      ? 'This question is asked as soon as the last one is answered.'
      : 'One moment: the last one is still on its way.'
    waiting.scrollIntoView({ block: 'nearest' })
    return
  }
  if (form === ask && box.value.trim() === '') {
    say('Type a question first.')
    box.focus()
    return
  }
  const long = [...form.querySelectorAll('[data-max]')].find((field) => field.value.length > Number(field.dataset.max))
  if (long) {
    const count = (n) => n.toLocaleString('en-GB')
    const length = count(long.value.length)
    say(`That is ${length} characters, and I can read ${count(Number(long.dataset.max))} at a time. Please shorten it.`)
    long.focus()
    return
  }
  const body = new URLSearchParams(new FormData(form))
  if (event.submitter?.name) body.set(event.submitter.name, event.submitter.value)
  body.set('delivery', newDelivery())
  void post({ action: form.action, body, form })
})

async function post(sending) {
  const { action, body, form } = sending
  const asked = form === ask
  const before = new Set(articlesOf(log).map(({ id }) => id))
  inHand = true
  retry = undefined
  trouble.hidden = true
  const standing = asked ? stand(body.get('text')) : undefined
  const slow = setTimeout(() => {
    waiting.textContent = 'Looking it up…'
    waiting.scrollIntoView({ block: 'nearest' })
  }, shortly)
  log.setAttribute('aria-busy', 'true')
  try {
    const response = await fetch(`${action}?after=${encodeURIComponent(cursor())}`, {
      method: 'POST',
      body,
      headers: { 'X-Policy-Guide': 'script' },
      signal: AbortSignal.timeout(patience),
    })
    const text = await response.text()
    standing?.remove()
    if (response.ok) arrived(text, { asked, answer: response.headers.get('X-Answer') })
    else
      failed(text, response.status >= 500 || response.status === 429 ? sending : undefined, asked && body.get('text'))
  } catch {
    standing?.remove()
    failed('Policy Guide can’t be reached just now. What you typed is still here.', sending, asked && body.get('text'))
  } finally {
    clearTimeout(slow)
    waiting.textContent = ''
    log.removeAttribute('aria-busy')
    inHand = false
    // What was pushed in the meantime is news, too.
    announceAll(articlesOf(log).filter(({ id }) => !before.has(id)))
    if (next && retry === undefined) ask.requestSubmit()
    next = false
  }
}

/** The question stands in the conversation at once; what comes back from the server takes its place. */
function stand(text) {
  const question = document.createElement('div')
  question.className = 'message asked'
  question.dataset.from = 'you'
  const words = document.createElement('p')
  words.dir = 'auto'
  words.textContent = text
  question.append(words)
  log.append(question)
  box.value = ''
  question.scrollIntoView({ block: 'nearest' })
  return question
}

function arrived(fragment, { asked, answer }) {
  const changed = merge(fragment)
  const card = answer === null ? undefined : document.getElementById(`m-${answer}`)
  const heading = card?.querySelector('h2')
  if (!asked && heading) {
    reveal(card)
    heading.focus({ preventScroll: true })
    told.add(card)
    return
  }
  // The stream may have brought the answer first, so what is announced is all that came since the question was sent.
  announceAll(
    articlesIn(fragment).map(({ id }) => document.getElementById(id)),
    card,
  )
  if (!asked) return
  box.focus()
  const first = changed.find((article) => article.dataset.from === 'you') ?? card
  first?.scrollIntoView({ block: 'start' })
}

/** Scrolls only when not all of the card can be seen, and then to its beginning. */
function reveal(card) {
  const { top, bottom } = card.getBoundingClientRect()
  if (top < 0 || bottom > composer.getBoundingClientRect().top) card.scrollIntoView({ block: 'start' })
}

/** The window says what it shows, for whoever goes from one to another. */
function entitle() {
  const titles = log.querySelectorAll('article[data-from=guide] h2')
  const last = titles[titles.length - 1]?.textContent.trim()
  if (last) document.title = `${last} · Policy Guide`
}

// What is focused or scrolled to is never under the question box, however tall that has become.
new ResizeObserver(() => {
  document.documentElement.style.setProperty('--composer', `${composer.offsetHeight}px`)
}).observe(composer)

function articlesIn(fragment) {
  const template = document.createElement('template')
  template.innerHTML = fragment
  return articlesOf(template.content)
}

function articlesOf(part) {
  return [...part.querySelectorAll('article')]
}

/** Puts messages where they belong: in the place of their older selves, or below. Returns what changed. */
function merge(fragment) {
  const changed = []
  for (const article of articlesIn(fragment)) {
    const old = document.getElementById(article.id)
    if (old !== null && !isNewer(article.dataset.cursor, old.dataset.cursor)) continue
    if (old === null) log.append(article)
    else old.replaceWith(article)
    changed.push(article)
  }
  entitle()
  while (log.children.length > mostMessages && !log.firstElementChild.contains(document.activeElement)) {
    log.firstElementChild.remove()
  }
  return changed
}

/** A cursor is RUN.NUMBER; numbers of different runs of the server can't be compared, and the later run is the newer. */
function isNewer(cursor, than) {
  const [run, number] = cursor.split('.')
  const [oldRun, oldNumber] = than.split('.')
  return run !== oldRun || Number(number) > Number(oldNumber)
}

/** The last cursor that the page has seen. */
function cursor() {
  let last = ''
  for (const { dataset } of articlesOf(log)) {
    if (last === '' || isNewer(dataset.cursor, last)) last = dataset.cursor
  }
  return last
}

/** Cards that were announced, or that got the focus. */
const told = new WeakSet()

/** Each card by its own summary, once; `card` comes last where it is not among the articles. */
function announceAll(articles, card) {
  for (const article of [...articles, card]) {
    if (!article?.dataset.summary || told.has(article)) continue
    told.add(article)
    announce(article.dataset.summary)
  }
}

function announce(summary) {
  const line = document.createElement('p')
  line.textContent = summary
  aloud.append(line)
  setTimeout(() => line.remove(), 20_000)
}

function say(text) {
  trouble.firstElementChild.textContent = ''
  trouble.hidden = false
  again.hidden = retry === undefined
  // Said again, it has to be heard again.
  requestAnimationFrame(() => (trouble.firstElementChild.textContent = text))
}

/** What was asked goes back into the box, unless something else has been typed there since. */
function failed(text, sending, asked) {
  retry = sending
  if (asked && box.value === '') box.value = asked
  say(text)
}

again.addEventListener('click', () => {
  if (retry === undefined || inHand) return
  // The same delivery, so that it is answered once even if the first try did arrive.
  const sending = retry
  if (sending.form === ask) {
    if (box.value === sending.body.get('text')) box.value = ''
    box.focus()
  }
  void post(sending)
})

function newDelivery() {
  return (
    crypto.randomUUID?.() ??
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join('')
  )
}

// The question box

box.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  ask.requestSubmit()
})
box.addEventListener('input', () => {
  trouble.hidden = true
  retry = undefined
})
document.getElementById('keys').hidden = false
box.setAttribute('aria-describedby', 'keys')

// Pushed messages. A hidden page lets its connection go, since a browser has only a handful for each server.

let events
let reopening
let noticing
let pause = 1000

function listen() {
  clearTimeout(reopening)
  if (events || document.visibilityState === 'hidden') return
  // Beside where the page's own forms lead.
  events = new EventSource(`${new URL('events', ask.action)}?after=${encodeURIComponent(cursor())}`)
  events.onopen = () => {
    pause = 1000
    clearTimeout(noticing)
    noticing = undefined
    offline.textContent = ''
  }
  events.onmessage = ({ data }) => pushed(JSON.parse(data))
  events.onerror = () => {
    hangUp()
    // A connection that comes straight back is not worth a word.
    noticing ??= setTimeout(() => (offline.textContent = 'Not connected just now. Trying again…'), 4000)
    reopening = setTimeout(listen, pause)
    pause = Math.min(pause * 2, 15_000)
  }
}

function hangUp() {
  events?.close()
  events = undefined
}

function pushed(fragment) {
  const near = document.documentElement.scrollHeight - innerHeight - scrollY < 200
  const changed = merge(fragment)
  const last = changed.at(-1)
  // The answer to what is in hand is announced, or gets the focus, when it comes by itself.
  if (last === undefined || inHand) return
  announceAll(changed)
  if (near && !log.contains(document.activeElement)) reveal(last)
  else if (last.getBoundingClientRect().top > innerHeight - 150) below.hidden = false
}

below.addEventListener('click', () => {
  below.hidden = true
  const last = log.lastElementChild
  last?.scrollIntoView({ block: 'start' })
  last?.querySelector('h2')?.focus({ preventScroll: true })
})

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') hangUp()
  else listen()
})
addEventListener('pageshow', listen)
addEventListener('pagehide', hangUp)
listen()

// Where to begin

if (location.hash === '') log.lastElementChild?.scrollIntoView({ block: 'start', behavior: 'instant' })
if (matchMedia('(hover: hover) and (pointer: fine)').matches) box.focus({ preventScroll: true })
