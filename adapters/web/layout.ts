// What every page has in common: the head, who somebody is and where, and the page that has one thing to say.
import { html, nothing, type Html } from './html.ts'
import { icons } from './icons.ts'
import type { Persona } from './people.ts'

export interface Layout {
  readonly title: string
  readonly school: string | undefined
  readonly now: Persona | undefined
  /** Where somebody who is chosen is; the conversation has a script. */
  readonly at?: '/' | '/home'
}

export function layout({ title, school, now, at }: Layout, body: Html): string {
  const who = now === undefined ? nothing : showWho(now)
  const page = html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Policy Guide</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/page.css" />
        ${at === '/' ? html`<script type="module" src="/page.js"></script>` : nothing}
      </head>
      <body>
        ${at === '/' ? html`<a class="skip" href="#text">Skip to the question box</a>` : nothing}
        <header>
          <div class="inside">
            <p class="name">
              <img src="/icon.svg" alt="" width="36" height="36" /><span
                ><strong>Policy Guide</strong
                >${school === undefined ? nothing : html` <span class="school">${school}</span>`}</span
              >
            </p>
            ${at === undefined ? nothing : showWays(at)} ${who}
          </div>
        </header>
        ${body} ${icons}
      </body>
    </html>`
  return page.markup
}

function showWho({ name, role }: Persona): Html {
  return html`<p class="you">
    <span class="practice">Practice</span> You are <strong>${name}</strong>, ${role}.
    <a href="/choose" aria-label="Change who you are">Change</a>
  </p>`
}

function showWays(at: '/' | '/home'): Html {
  const way = (to: string, label: string) =>
    html`<a href="${to}" ${to === at ? html`aria-current="page"` : nothing}>${label}</a>`
  return html`<nav aria-label="Pages">${way('/', 'Ask')} ${way('/home', 'Home')}</nav>`
}

/** A page with one thing to say. `back` is the way on, where there is one. */
export function noticePage({ title, lines, school, back }: NoticePage): string {
  return layout(
    { title, school, now: undefined },
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
