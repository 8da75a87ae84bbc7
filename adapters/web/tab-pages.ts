// The pages of the tab that are not the web page's own: the first one, on which Teams says who somebody is, and what it
// can come to.
import type { Block, Card } from '../../src/chat/cards.ts'
import type { Admission } from '../../src/ports/school-accounts.ts'
import { html, type Html } from './html.ts'
import { layout, noticePage } from './layout.ts'
import { showCard } from './show.ts'

export interface TabPage {
  readonly school: string
  /** Where the conversation with the bot is. */
  readonly chatUrl: string
}

/** Its script shows one of its parts at a time; each says what to do next. */
export function tabPage({ school, chatUrl }: TabPage): string {
  const chat = chatLink(chatUrl)
  return layout(
    { title: 'What concerns you', school, framed: true },
    html` <main class="notice" id="tab-first">
      <div data-says="wait" role="status">
        <h1 tabindex="-1">One moment</h1>
        <p>Teams is telling Policy Guide who you are.</p>
        <noscript
          ><p>This page needs JavaScript, which is switched off here. Please write to Policy Guide instead.</p>
          <p><a href="${chatUrl}" target="_blank">Open the chat</a></p></noscript
        >
      </div>
      ${says(
        'unallowed',
        'Policy Guide may not know you here yet',
        [
          'Your school has not allowed Teams to tell Policy Guide who you are. You can do all of this in the chat meanwhile.',
          'For whoever looks after Microsoft 365: in “API permissions” of the app choose “Grant admin consent”. The page about connecting Teams says how.',
        ],
        html`${chat}${again}`,
      )}
      ${says(
        'unknown',
        'Teams could not say who you are',
        ['That can pass: try again in a moment. Nothing was lost, and the chat works all the same.'],
        html`${again}${chat}`,
      )}
      ${says(
        'silent',
        'Policy Guide can’t be reached just now',
        ['Nothing was lost. Please try again in a moment.'],
        html`${again}${chat}`,
      )}
      ${says(
        'elsewhere',
        'This page belongs in Teams',
        ['Open Policy Guide in Microsoft Teams, where it knows you. In a browser, the web page is the place.'],
        html`<a class="door" href="/" target="_blank">Open the web page</a>`,
      )}
      <div data-says="outside" id="outside" hidden></div>
    </main>`,
  )
}

function says(which: string, title: string, lines: readonly string[], ways: Html): Html {
  return html`<div data-says="${which}" hidden>
    <h1 tabindex="-1">${title}</h1>
    ${lines.map((line) => html`<p>${line}</p>`)}
    <div class="row">${ways}</div>
  </div>`
}

const again = html`<button type="button" class="main" data-again>Try again</button>`

function chatLink(url: string): Html {
  return html`<a class="door" data-chat href="${url}" target="_blank">Open the chat</a>`
}

export interface OutsideOn {
  readonly cards: readonly Card[]
  /** What leads on from here. */
  readonly ways: Html
  readonly line: string
}

/** What the bot would say, to be read: there is nothing here that somebody who does not belong could press. */
export function outsideCards({ cards, ways, line }: OutsideOn): Html {
  return html`${cards.map(
      (card, at) =>
        html`<article class="message" aria-labelledby="h-${at}">
          ${showCard({ ...card, blocks: card.blocks.filter(isRead) }, { message: String(at), as: '', base: '', guard: '', newId: () => '' })}
        </article>`,
    )}
    <p>${line}</p>
    <div class="row">${ways}</div>`
}

function isRead({ kind }: Block): boolean {
  return kind === 'text' || kind === 'heading' || kind === 'note' || kind === 'list'
}

/** For the frame: there the way on is the chat. */
export function outsideInTab(outside: NotIn, chatUrl: string): Html {
  const ways = chatLink(chatUrl)
  const cards = outside.kind === 'outside' ? outside.cards : []
  const line = outside.kind === 'outside' ? firstWord : `${noList} You can ask in the chat all the same.`
  return html`<h1 class="unseen" tabindex="-1">What Policy Guide says</h1>
    ${outsideCards({ cards, ways, line })}`
}

export type NotIn = Exclude<Admission, { kind: 'person' }>

const noList = 'The school’s list of people is not here yet, so this page cannot know you.'

const firstWord =
  'If you are on the list and have never written to Policy Guide, write to it once in the chat: it learns there who you are, and this page opens.'

/** The session is there, and the browser does not keep its cookie in a frame. */
export function unkeptPage({ school, chatUrl }: TabPage): string {
  return layout(
    { title: 'This browser keeps pages in Teams apart', school, framed: true },
    html` <main class="notice">
      <h1>This browser keeps pages in Teams apart</h1>
      <p>Teams has said who you are, but the browser forgets it between two pages. Nothing was lost.</p>
      <p>Use the Teams app, allow cookies for this page, or do the same in the chat or on the web page.</p>
      <div class="row">${chatLink(chatUrl)} <a class="door" href="/" target="_blank">Open the web page</a></div>
    </main>`,
  )
}

/** The office needs room and a session of its own, so it opens in the browser. */
export function outPage({ school, url, minutes }: { school: string; url: string; minutes: number }): string {
  return layout(
    { title: 'The office', school, framed: true },
    html` <main class="notice">
      <h1>The office</h1>
      <p>The office opens in your browser, where there is room for it.</p>
      <div class="row"><a class="door" href="${url}" target="_blank" rel="noreferrer">Open the office</a></div>
      <p class="note">This link works once, within ${minutes} minutes, and is for you alone.</p>
      <p><a href="/tab/home">Back</a></p>
    </main>`,
  )
}

/** On the web page. */
export function outsidePage(outside: NotIn, { school, chat }: { school: string; chat: boolean }): string {
  const other = chat ? ' Or write to Policy Guide once in Microsoft Teams.' : ''
  const known = `If you are on the list, your account only has to be made known once: sign in with a link, and choose “Sign in with your school account” at the foot of the home page.${other} From then on your account opens this page.`
  const ways = html`<a class="door" href="/">Sign in with a link</a>`
  const cards = outside.kind === 'outside' ? outside.cards : []
  const line = outside.kind === 'outside' ? known : noList
  return layout(
    { title: 'Your school account is not known here', school },
    html` <main class="notice">
      <h1>Your school account is not known here</h1>
      ${outsideCards({ cards, ways, line })}
    </main>`,
  )
}

type SignInTrouble = 'refused' | 'silent' | 'stopped' | 'old'

export function signInTroublePage(school: string, why: SignInTrouble): string {
  return noticePage({ school, ...troubles[why], back: { to: '/', label: 'Back to signing in' } })
}

const troubles: Readonly<Record<SignInTrouble, { readonly title: string; readonly lines: readonly string[] }>> = {
  refused: {
    title: 'That did not let you in',
    lines: [
      'Microsoft’s answer does not fit this school and this page, so nobody was signed in. Try again, with your account of this school.',
      'If it happens again, sign in with a link, and tell whoever looks after the server: the log says why.',
    ],
  },
  silent: {
    title: 'Microsoft can’t be reached just now',
    lines: ['Nobody was signed in, and nothing was lost. Try again in a moment, or sign in with a link.'],
  },
  stopped: {
    title: 'You did not sign in',
    lines: ['You stopped on Microsoft’s page. Nothing was changed. You can try again, or sign in with a link.'],
  },
  old: {
    title: 'Please begin once more',
    lines: ['Signing in has to be begun and ended in the same browser, within ten minutes. Nothing was changed.'],
  },
}
