// The pages before somebody is in: how to come in, a link's one button, and a link that leads nowhere.
import { html, nothing, type Html } from './html.ts'
import { layout, noticePage } from './layout.ts'

export interface DoorPage {
  readonly school: string
  /** Whether links can be sent by email. */
  readonly mail: boolean
  /** Whether people can sign in with the school's own account. */
  readonly account: boolean
  /** What was wrong with the address that was typed. */
  readonly problem?: string
  /** What was typed, so that it need not be typed again. */
  readonly typed?: string
}

export function doorPage({ school, mail, account, problem, typed }: DoorPage): string {
  const title = account ? 'Sign in' : 'Sign in with a link'
  return layout(
    { title: problem === undefined ? title : `Error: ${problem.replace(/\.$/, '')}`, school },
    html` <main class="notice">
      <h1>${title}</h1>
      ${account ? withAccount : html`<p>Policy Guide needs to know who you are. You sign in with a link that is only for you.</p>`}
      <h2>From Slack or Microsoft Teams</h2>
      <p>Send Policy Guide the word <strong>open</strong>. It answers with your link, which only you can see.</p>
      ${mail ? emailForm(problem, typed) : withoutMail}
    </main>`,
  )
}

const withAccount = html`<p>Policy Guide needs to know who you are.</p>
  <div class="row"><a class="door" href="/school">Sign in with your school account</a></div>
  <p>Or sign in with a link that is only for you.</p>`

function emailForm(problem: string | undefined, typed = ''): Html {
  const error =
    problem === undefined
      ? nothing
      : html`<p class="error" id="email-error"><strong>Please look at this: </strong>${problem}</p>`
  const invalid = problem === undefined ? nothing : html`aria-invalid="true"`
  return html`<h2>By email</h2>
    <p>If the school knows your email address, your link can be sent there.</p>
    <form class="fields" method="post" action="/link">
      <div class="field">
        <label for="email">Your email address, as the school knows it</label>
        ${error}
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="email"
          maxlength="254"
          ${typed === '' ? nothing : html`value="${typed}"`}
          required
          ${invalid}
          ${problem === undefined ? nothing : html`aria-describedby="email-error" autofocus`}
        />
      </div>
      <div class="row"><button class="main">Send me a link</button></div>
    </form>`
}

const withoutMail = html`<h2>Without either</h2>
  <p>Ask the senior leadership team, who can give you a link.</p>`

/** The same whether or not anybody has that address, because who works here is nobody else's business. */
export function linkAskedPage(school: string): string {
  return noticePage({
    title: 'Look in your email',
    school,
    lines: [
      'If the school knows that address, a link is on its way to it. It works once, for 30 minutes.',
      'Nothing there in a few minutes? Look among unwanted mail, then ask the senior leadership team which address the school has for you.',
    ],
  })
}

export interface LinkPage {
  readonly school: string
  /** Where the button leads. */
  readonly path: string
}

/** One button, and not in yet: programs that open links in advance press nothing. */
export function enterPage({ school, path }: LinkPage): string {
  return buttonPage('Open Policy Guide', {
    school,
    path,
    lines: ['This link is for one person and works once. Press Continue on the device that you want to use.'],
  })
}

/** `until` is the link's last day, in words. */
export function signPage({
  school,
  path,
  until,
  name,
}: LinkPage & { readonly until: string; readonly name: string }): string {
  return buttonPage('Read and sign', {
    school,
    path,
    lines: [
      `This link is for ${name} alone, to read and sign a school policy. Go on only if that is you.`,
      `You can stop and come back by the same link until you have signed, up to ${until}.`,
    ],
  })
}

/**
 * For a link for signing that has expired or was invented: nobody learns which, and whoever it was sent to can get
 * another.
 */
export function deadSignPage(school: string, path: string): string {
  return buttonPage('This link does not work any more', {
    school,
    path: `${path}/again`,
    label: 'Send me a new link',
    lines: [
      'Its time may be over, or part of it may be missing: it has to be opened whole. What you have read so far is kept.',
      'A new one can be sent to the address that this one was sent to.',
    ],
  })
}

/** The same whether or not there is anything to send. */
export function linkRenewedPage(school: string): string {
  return noticePage({
    title: 'Look in your email',
    school,
    lines: [
      'If that link was the school’s and there is still something to sign, a new one is on its way to the address that the school knows.',
      'Nothing there in a few minutes? Look among unwanted mail, then ask whoever sent the link, or the senior leadership team.',
    ],
  })
}

interface ButtonPage extends LinkPage {
  readonly lines: readonly string[]
  readonly label?: string
}

function buttonPage(title: string, { school, path, lines, label = 'Continue' }: ButtonPage): string {
  return layout(
    { title, school },
    html` <main class="notice">
      <h1>${title}</h1>
      ${lines.map((line) => html`<p>${line}</p>`)}
      <form method="post" action="${path}"><button class="main">${label}</button></form>
    </main>`,
  )
}

/** For a link that was used, has expired, was altered or invented: nobody learns which. */
export function deadLinkPage(school: string, kind: keyof typeof deadLinks): string {
  return noticePage({ title: 'This link does not work any more', school, ...deadLinks[kind] })
}

const deadLinks = {
  enter: {
    lines: ['It may have been used already, or its time is over. Nothing is lost.'],
    back: { to: '/', label: 'Get a new link' },
  },
  sign: {
    lines: [
      'Its time may be over, or part of it may be missing: it has to be opened whole. What you have read so far is kept.',
      'Please ask whoever sent it, or the senior leadership team, for a new one.',
    ],
  },
  receipt: {
    lines: [
      'A link to a receipt works for a limited time. The receipt itself is kept, and you can have it again whenever you like.',
      'Ask Policy Guide for your status: your receipt is there.',
    ],
    back: { to: '/', label: 'Go to Policy Guide' },
  },
  calendar: {
    lines: [
      'A link to the school’s calendar works until it is withdrawn, or replaced by a newer one, and only for whoever may see the register.',
      'Say “calendar” to Policy Guide to have a new one, and take the old calendar out of your calendar program.',
    ],
  },
  original: {
    lines: [
      'A link to a school’s own file works for half an hour. Nothing is lost, and you can have another at once.',
      'Ask Policy Guide for the sections of the policy, and choose “Open the original” there.',
    ],
    back: { to: '/', label: 'Go to Policy Guide' },
  },
} as const

export function alreadySignedPage(school: string): string {
  return noticePage({
    title: 'This has been signed',
    school,
    lines: [
      'The policy that this link is for has been signed, so there is nothing more to do.',
      'Was it not you who signed? Please tell the senior leadership team.',
    ],
  })
}

export function tooManyPage(school: string): string {
  return noticePage({
    title: 'Please wait a minute',
    school,
    lines: ['There were many tries from where you are. Nothing was changed. Please wait a minute, then try again.'],
  })
}

/** Somebody opened the room for signing without having come in by a link. */
export function signAgainPage(school: string): string {
  return noticePage({
    title: 'Please open your link again',
    school,
    lines: [
      'To keep others from reading on where you stopped, this page closes after a while, and when you leave.',
      'Open the link that was given to you once more. What you have read is kept.',
    ],
  })
}

export function leftPage(school: string): string {
  return noticePage({
    title: 'You have left this page',
    school,
    lines: ['Nobody can go on here in your name. What you have read and signed is kept.'],
  })
}
