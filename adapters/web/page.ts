// The pages: choosing whom to play in practice, the conversation, and the home page.
import { checkLabel, helpButton } from './hear.ts'
import { html, nothing, type Html } from './html.ts'
import { layout } from './layout.ts'
import { limits } from './limits.ts'
import { showMessage } from './message.ts'
import { personas, type Persona } from './people.ts'
import { carry, showButton } from './press.ts'
import type { Seat } from './seat.ts'
import type { Message } from './transcript.ts'

export function choosePage(school: string, now: Persona | undefined): string {
  return layout(
    { title: 'Who would you like to be?', school },
    html` <main class="choose">
      <h1>Who would you like to be?</h1>
      <p>
        Policy Guide answers questions about the school’s policies. It shows the section that answers, word for word,
        and says so when no policy does. Staff read and sign here, too, and senior leaders see who has.
      </p>
      ${picture}
      <p>Choose a person, then try:</p>
      <ul class="tries">
        <li>ask “can I be friends with parents on Facebook?”</li>
        <li>say “can I post this?” and paste a few lines</li>
        <li>say “sign”, or as a senior leader “who has not signed”</li>
      </ul>
      <p>
        This is practice, on this computer only. Nothing is sent to Slack, to Teams or to anybody. Choose a person to
        see Policy Guide as they would see it; you can change at any time.
      </p>
      <form method="post" action="/be" class="people">
        ${personas.map((persona) => showPersona(persona, persona.id === now?.id))}
      </form>
      <p class="note">Open a second browser, or a private window, to be two people at once. The people are made up.</p>
    </main>`,
  )
}

/** A question, the section that answers it with its sentence set off, and a signature. In the colour of the text. */
const picture = html`<svg
  class="what"
  role="img"
  aria-label="You ask a question, you are shown the section that answers it, and you sign."
  viewBox="0 0 280 64"
  width="100%"
  height="64"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M8 12h56v30H32l-10 10v-10H8z" />
  <path d="M31 23a5 5 0 1 1 7 5c-2 1-2 2-2 3m0 5v.1" />
  <path d="M78 30h20m-6-6 6 6-6 6" />
  <path d="M114 6h44v52h-44zM122 16h28M122 24h20M122 48h24" />
  <path d="M122 32h28M122 40h18" stroke-width="5" />
  <path d="M172 30h20m-6-6 6 6-6 6" />
  <path d="M208 48h60M212 40c8-20 14-20 12-8s2 10 8 0 8-8 8 0 8 6 16-6" />
</svg>`

/** Nothing of the school's own exists yet: two doors. */
export function firstPage(): string {
  return layout(
    { title: 'Welcome', school: undefined },
    html` <main class="choose">
      <h1>Welcome to Policy Guide</h1>
      <p>It guides your staff through the school’s policies. Nothing has been set up here yet.</p>
      <h2>Try it</h2>
      <p>
        Look around as an invented teacher, new starter, governor or senior leader, with an example policy. Nothing
        counts.
      </p>
      <div class="row"><a class="door" href="/choose">Try it</a></div>
      <h2>Set up my school</h2>
      <p>Six short steps, about ten minutes. You can skip each of them and come back to it.</p>
      <form method="post" action="/office/begin"><button class="main">Set up my school</button></form>
    </main>`,
  )
}

function showPersona({ id, name, role, about }: Persona, current: boolean): Html {
  const initials = name.replace(/[^A-Z]/g, '')
  return html`<button name="person" value="${id}">
    <span class="initials" aria-hidden="true">${initials}</span>
    <span class="who"
      ><strong>${name}</strong
      ><span class="role">, ${role}</span>${current ? html` <span class="now">(you now)</span>` : nothing}</span
    >
    <span class="about">${about}</span>
  </button>`
}

export interface ChatView {
  readonly school: string
  readonly seat: Seat
  readonly newId: () => string
  /** Something went wrong with the last post: what to say, and what was typed, which goes back into the box. */
  readonly trouble?: { readonly say: string; readonly typed: string }
}

export function chatPage({ school, seat, newId, trouble }: ChatView): string {
  const { transcript } = seat.room
  const on = carriedIn(seat, newId)
  const messages = transcript
    .all()
    .map((message) => showMessage(message, { ...on, cursor: transcript.cursor(message) }))
  return layout(
    {
      title:
        sayError(trouble) ??
        titleOf(transcript.all()) ??
        (seat.base === '/sign' ? 'Read and sign' : 'Ask about a policy'),
      school,
      seat,
      at: 'chat',
    },
    html` <main class="chat">
      <h1 class="unseen">Your conversation with Policy Guide</h1>
      <div id="log" role="log" aria-live="polite" aria-label="Conversation">${messages}</div>
      <p id="waiting" class="waiting" role="status"></p>
      <div id="aloud" class="unseen" role="status" aria-atomic="false"></div>
      ${composer(on, trouble)}
    </main>`,
  )
}

/** Without a script nothing else says it aloud. */
function sayError(trouble: ChatView['trouble']): string | undefined {
  return trouble === undefined ? undefined : `Error: ${trouble.say.replace(/\.$/, '')}`
}

/** What was said last. The window's title changes with every step, for example when somebody reads and signs. */
function titleOf(messages: readonly Message[]): string | undefined {
  const last = messages.flatMap(({ shown }) => (shown.kind === 'card' ? [shown.card.title] : [])).at(-1)
  return last === '' ? undefined : last
}

/** What every card and form on a page carries about the person it is shown to. */
export function carriedIn({ room, base, guard, framed }: Seat, newId: () => string) {
  return { as: room.id, base, guard, framed, newId }
}

function composer(on: ReturnType<typeof carriedIn>, trouble: ChatView['trouble']): Html {
  const hidden = carry({ ...on, message: '' })
  return html`<section class="composer" aria-label="Ask">
    <div class="inside">
      <button type="button" id="below" class="below" hidden>New message below</button>
      <div id="trouble" class="trouble" ${trouble === undefined ? html`hidden` : nothing}>
        <p role="status">${trouble?.say ?? ''}</p>
        <button type="button" id="again" hidden>Try again</button>
      </div>
      <p id="offline" class="note" role="status"></p>
      <form id="ask" class="ask" method="post" action="${on.base}/say">
        ${hidden}
        <label for="text">Ask about a policy, in your own words</label>
        <div class="box">
          <textarea
            id="text"
            name="text"
            rows="1"
            dir="auto"
            enterkeyhint="send"
            placeholder="Ask about a policy"
            data-max="${limits.textLength}"
          >
${trouble?.typed ?? ''}</textarea>
          <button class="main">Ask</button>
        </div>
      </form>
      ${on.base === '/sign' ? nothing : quickWays(on.base, hidden)}
    </div>
  </section>`
}

function quickWays(base: string, hidden: Html): Html {
  return html`<div class="row quick">
    <form method="post" action="${base}/check">${hidden}<button>${checkLabel}</button></form>
    <form method="post" action="${base}/press">${hidden}${showButton(helpButton)}</form>
    <p id="keys" class="hint" hidden>Enter sends. Shift + Enter starts a new line.</p>
  </div>`
}

export interface HomeView {
  readonly school: string
  readonly seat: Seat
  readonly messages: readonly Message[]
  readonly newId: () => string
}

/** What other platforms show on the bot's home tab. What is pressed here is answered in the conversation. */
export function homePage({ school, seat, messages, newId }: HomeView): string {
  const cards = messages.map((message) => showMessage(message, { ...carriedIn(seat, newId), cursor: '' }))
  return layout(
    { title: 'Home', school, seat, at: 'home' },
    html` <main class="home">
      <h1 class="unseen">Home</h1>
      ${cards}
    </main>`,
  )
}
