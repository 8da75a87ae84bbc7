// What all pages share: the head, who and where somebody is, and the page that has one thing to say.
import { defined } from '../../src/kit/defined.ts'
import { teamsScript } from './assets.ts'
import { html, nothing, type Html } from './html.ts'
import { icons } from './icons.ts'
import { homeOf, type Seat } from './seat.ts'

/** What the frame of a page says about the person. */
export type Seated = Pick<Seat, 'base' | 'guard' | 'office' | 'signIn'> & {
  readonly who: Seat['who'] | { readonly kind: 'here' }
}

export interface Layout {
  readonly title: string
  readonly school: string | undefined
  readonly seat?: Seated | undefined
  /** Where somebody who is there is. */
  readonly at?: 'chat' | 'home' | 'office' | undefined
  /** The page is requested again after this many seconds. */
  readonly again?: number | undefined
  /** It may stand in Teams' frame, although nobody is in yet. */
  readonly framed?: boolean
}

export function layout({ title, school, seat, at, again, framed = seat?.base === '/tab' }: Layout, body: Html): string {
  // The room for signing works without it, because it must work on any device.
  const scripted = at === 'chat' && seat !== undefined && seat.base !== '/sign'
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
        ${framed ? inTeams : nothing} ${scripted ? html`<script type="module" src="/page.js"></script>` : nothing}
      </head>
      <body>
        ${at === 'chat' ? html`<a class="skip" href="#text">Skip to the question box</a>` : nothing}
        ${header({ school, seat, at })} ${body}
        ${at === 'chat' ? nothing : footer(framed, at === 'home' && seat?.signIn === true)} ${icons}
      </body>
    </html>`
  return page.markup
}

function header({ school, seat, at }: Pick<Layout, 'school' | 'seat' | 'at'>): Html {
  return html`<header>
    <div class="inside">
      <p class="name">
        <img src="/icon.svg" alt="" width="36" height="36" /><span
          ><strong>Policy Guide</strong
          >${school === undefined ? nothing : html` <span class="school">${school}</span>`}</span
        >
      </p>
      ${at !== undefined && seat !== undefined && seat.base !== '/sign' ? showWays(at, seat) : nothing}
      ${seat === undefined ? nothing : showWho(seat)}
    </div>
  </header>`
}

/** The first one is there before anything is drawn, because it sets light and dark. */
const inTeams = html`<script src="/tab.js"></script>
  <script src="${teamsScript.path}" defer></script>`

function footer(framed: boolean, signIn: boolean): Html {
  const account = signIn ? html`<a href="/school">Sign in with your school account</a> ` : nothing
  const access = html`<a href="/accessibility" ${framed ? html`target="_blank"` : nothing}>Accessibility</a>`
  return html`<footer>${account}${access}</footer>`
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
  const you = html`${who.practice ? practice : nothing} You are <strong dir="auto">${who.name}</strong>.`
  // Who is in Teams is who they are there: leaving would last until the next look.
  if (base === '/tab') return html`<p class="you">${you}</p>`
  return html`<form class="you" method="post" action="${base}/leave">
    <p>${you}</p>
    <input type="hidden" name="guard" value="${guard}" /><button>Leave</button>
  </form>`
}

function showWays(at: 'chat' | 'home' | 'office', { base, office }: Seated): Html {
  const way = (to: string, label: string, here: boolean) =>
    html`<a href="${to}" ${here ? html`aria-current="page"` : nothing}>${label}</a>`
  return html`<nav aria-label="Pages">
    ${way(homeOf({ base }), 'Ask', at === 'chat')} ${way(`${base}/home`, 'Home', at === 'home')}
    ${office ? way(`${base}/office`, 'Office', at === 'office') : nothing}
  </nav>`
}

/** A page with one thing to say. `back` is the way on, where there is one. */
export function noticePage({ title, lines, school, back, framed }: NoticePage): string {
  return layout(
    { title, school, ...defined({ framed }) },
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
  /** It stands in Teams' frame. */
  readonly framed?: boolean
}
