// The pages of practice mode: choosing who to be, the conversation, and the home page.
import { checkLabel, helpButton } from './hear.ts'
import { html, nothing, type Html } from './html.ts'
import { layout } from './layout.ts'
import { limits } from './limits.ts'
import { showMessage } from './message.ts'
import { personas, type Persona } from './people.ts'
import { carry, showButton } from './press.ts'
import type { Message, Transcript } from './transcript.ts'

export function choosePage(school: string, now: Persona | undefined): string {
  return layout(
    { title: 'Who would you like to be?', school, now: undefined },
    html` <main class="choose">
      <h1>Who would you like to be?</h1>
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
  readonly persona: Persona
  readonly transcript: Transcript
  readonly newId: () => string
  /** Something went wrong with the last post: what to say, and what was typed, which goes back into the box. */
  readonly trouble?: { readonly say: string; readonly typed: string }
}

export function chatPage({ school, persona, transcript, newId, trouble }: ChatView): string {
  const on = { as: persona.id, newId }
  const messages = transcript
    .all()
    .map((message) => showMessage(message, { ...on, cursor: transcript.cursor(message) }))
  return layout(
    { title: 'Ask about a policy', school, now: persona, at: '/' },
    html` <main class="chat">
      <h1 class="unseen">Your conversation with Policy Guide</h1>
      <div id="log" role="log" aria-live="polite" aria-label="Conversation">${messages}</div>
      <p id="waiting" class="waiting" role="status"></p>
      <div id="aloud" class="unseen" role="status"></div>
      ${composer(on, trouble)}
    </main>`,
  )
}

function composer(on: { as: string; newId: () => string }, trouble: ChatView['trouble']): Html {
  const hidden = carry({ ...on, message: '' })
  return html`<section class="composer" aria-label="Ask">
    <div class="inside">
      <button type="button" id="below" class="below" hidden>New message below</button>
      <div id="trouble" class="trouble" ${trouble === undefined ? html`hidden` : nothing}>
        <p role="status">${trouble?.say ?? ''}</p>
        <button type="button" id="again" hidden>Try again</button>
      </div>
      <p id="offline" class="note" role="status"></p>
      <form id="ask" class="ask" method="post" action="/say">
        ${hidden}
        <label for="text">Ask about a policy, in your own words</label>
        <div class="box">
          <textarea id="text" name="text" rows="1" dir="auto" enterkeyhint="send" data-max="${limits.textLength}">
${trouble?.typed ?? ''}</textarea>
          <button class="main">Ask</button>
        </div>
      </form>
      <div class="row quick">
        <form method="post" action="/check">${hidden}<button>${checkLabel}</button></form>
        <form method="post" action="/press">${hidden}${showButton(helpButton)}</form>
        <p id="keys" class="hint" hidden>Enter sends. Shift + Enter starts a new line.</p>
      </div>
    </div>
  </section>`
}

export interface HomeView {
  readonly school: string
  readonly persona: Persona
  readonly messages: readonly Message[]
  readonly newId: () => string
}

/** What other platforms show on the bot's home tab. What is pressed here is answered in the conversation. */
export function homePage({ school, persona, messages, newId }: HomeView): string {
  const cards = messages.map((message) => showMessage(message, { as: persona.id, newId, cursor: '' }))
  return layout(
    { title: 'Home', school, now: persona, at: '/home' },
    html` <main class="home">
      <h1 class="unseen">Home</h1>
      ${cards}
    </main>`,
  )
}
