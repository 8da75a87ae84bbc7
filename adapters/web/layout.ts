// What all pages share: the head, who and where somebody is, and the page that has one thing to say.
import { html, nothing, type Html } from './html.ts'
import { icons } from './icons.ts'
import { homeOf, type Seat } from './seat.ts'

/** What the frame of a page says about the person. */
export type Seated = Pick<Seat, 'base' | 'guard' | 'office'> & { readonly who: Seat['who'] | { readonly kind: 'here' } }

export interface Layout {
  readonly title: string
  readonly school: string | undefined
  readonly seat?: Seated | undefined
  /** Where somebody who is there is. */
  readonly at?: 'chat' | 'home' | 'office' | undefined
  /** The page is requested again after this many seconds. */
  readonly again?: number | undefined
}

export function layout({ title, school, seat, at, again }: Layout, body: Html): string {
  // The room for signing works without it, because it must work on any device.
  const scripted = at === 'chat' && seat?.base === ''
  const page = html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Policy Guide</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/page.css" />
        <link rel="stylesheet" href="/office.css" />
        ${again === undefined ? nothing : html`<meta http-equiv="refresh" content="${again}" />`}
        ${scripted ? html`<script type="module" src="/page.js"></script>` : nothing}
      </head>
      <body>
        ${at === 'chat' ? html`<a class="skip" href="#text">Skip to the question box</a>` : nothing}
        <header>
          <div class="inside">
            <p class="name">
              <img src="/icon.svg" alt="" width="36" height="36" /><span
                ><strong>Policy Guide</strong
                >${school === undefined ? nothing : html` <span class="school">${school}</span>`}</span
              >
            </p>
            ${at !== undefined && seat?.base === '' ? showWays(at, seat.office) : nothing}
            ${seat === undefined ? nothing : showWho(seat)}
          </div>
        </header>
        ${body} ${at === 'chat' ? nothing : html`<footer><a href="/accessibility">Accessibility</a></footer>`} ${icons}
      </body>
    </html>`
  return page.markup
}

const practice = html`<span class="practice">Practice</span>`

function showWho({ who, base, guard }: Seated): Html {
  if (who.kind === 'here') return html`<p class="you">You are at the computer that Policy Guide runs on.</p>`
  if (who.kind === 'persona') {
    return html`<p class="you">
      ${practice} You are <strong>${who.name}</strong>, ${who.role}.
      <a href="/choose" aria-label="Change who you are">Change</a>
    </p>`
  }
  return html`<form class="you" method="post" action="${base}/leave">
    <p>${who.practice ? practice : nothing} You are <strong dir="auto">${who.name}</strong>.</p>
    <input type="hidden" name="guard" value="${guard}" /><button>Leave</button>
  </form>`
}

function showWays(at: 'chat' | 'home' | 'office', office: boolean): Html {
  const way = (to: string, label: string, here: boolean) =>
    html`<a href="${to}" ${here ? html`aria-current="page"` : nothing}>${label}</a>`
  return html`<nav aria-label="Pages">
    ${way(homeOf({ base: '' }), 'Ask', at === 'chat')} ${way('/home', 'Home', at === 'home')}
    ${office ? way('/office', 'Office', at === 'office') : nothing}
  </nav>`
}

/** A page with one thing to say. `back` is the way on, where there is one. */
export function noticePage({ title, lines, school, back }: NoticePage): string {
  return layout(
    { title, school },
    html` <main class="notice">
      <h1>${title}</h1>
      ${lines.map((line) => html`<p>${line}</p>`)}
      ${back === undefined ? nothing : html`<p><a href="${back.to}">${back.label}</a></p>`}
    </main>`,
  )
}

export interface NoticePage {
  readonly title: string
  readonly lines: readonly string[]
  readonly school?: string
  readonly back?: { readonly to: string; readonly label: string }
}
