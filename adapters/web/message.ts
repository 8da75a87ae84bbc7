// A message as an article in the log. Its id and its cursor let the page replace it in place.
import { never } from '../../src/kit/never.ts'
import { html, type Html } from './html.ts'
import type { Pressable } from './press.ts'
import { showCard } from './show.ts'
import type { Message, Shown } from './transcript.ts'

export function showMessage({ id, shown }: Message, on: Omit<Pressable, 'message'> & { cursor: string }): Html {
  const tone = shown.kind === 'card' ? shown.card.tone : 'plain'
  const summary = shown.kind === 'card' ? html` data-summary="${shown.card.summary}"` : undefined
  const from = shown.kind === 'card' ? 'guide' : 'you'
  return html`<article
    id="m-${id}"
    class="message"
    data-from="${from}"
    data-tone="${tone}"
    data-cursor="${on.cursor}"
    ${summary}
    aria-labelledby="h-${id}"
  >
    ${shown.kind === 'card' ? showCard(shown.card, { ...on, message: id }) : showEcho(id, shown)}
  </article>`
}

function showEcho(id: string, shown: Exclude<Shown, { kind: 'card' }>): Html {
  switch (shown.kind) {
    case 'said':
      return html`<h2 id="h-${id}" class="unseen" tabindex="-1">You asked</h2>
        <p dir="auto">${shown.text}</p>`
    case 'chose':
      return html`<h2 id="h-${id}" class="unseen" tabindex="-1">You chose</h2>
        <p dir="auto">${shown.label}</p>`
    case 'unkept':
      return html`<h2 id="h-${id}" class="unseen" tabindex="-1">You sent</h2>
        <p class="unkept">${unkept[shown.what]}</p>`
    default:
      return never(shown)
  }
}

const unkept = {
  draft: 'Draft checked. Its text is not kept.',
  form: 'Form sent. What you wrote in it is not shown here.',
  message: 'Message read. Its words are not kept.',
} as const
