// The card of the school's calendar: what comes next, and the private link by which a calendar program reads it.
import { opening } from '../chat/opening.ts'
import { buttons, note, plain, strong, text, type Block, type Card } from '../chat/cards.ts'
import { compact } from '../kit/defined.ts'
import { sayDay, type Day } from '../kit/days.ts'
import { yearActions } from './actions.ts'
import type { YearEvent } from './calendar-file.ts'
import { howToSubscribe, sayShares } from './calendar-words.ts'

/** What somebody's link is like. */
export type LinkState =
  /** The web page has no address at which a calendar program could reach it. */
  | { readonly kind: 'no-page' }
  /** An invented person has no calendar of their own. */
  | { readonly kind: 'practice' }
  | { readonly kind: 'none' }
  | { readonly kind: 'made'; readonly since: Day }
  /** It was made just now, and can be shown this once. */
  | { readonly kind: 'new'; readonly url: string }

export interface CalendarView {
  /** From today on, soonest first. */
  readonly coming: readonly YearEvent[]
  readonly link: LinkState
  /** What was just done. */
  readonly done?: string | undefined
}

const mostComing = 8

export function showCalendar({ coming, link, done }: CalendarView): Card {
  const next = coming.slice(0, mostComing)
  const [first] = next
  const summary =
    first === undefined
      ? 'Nothing is planned in the school’s calendar.'
      : `Next in the school’s calendar: ${first.title}, on ${sayDay(first.day)}.`
  return {
    title: 'The school’s calendar',
    tone: 'plain',
    summary: compact([done, summary]).join(' '),
    blocks: compact([
      done !== undefined && text(strong(done)),
      first === undefined && text(summary),
      first !== undefined && {
        kind: 'list',
        ordered: false,
        items: next.map(({ day, title }) => plain(`${sayDay(day)}: ${title}`)),
      },
      coming.length > mostComing && note(`And ${coming.length - mostComing} more.`),
      ...showLink(link),
      note('Only you see this.'),
    ]),
  }
}

function showLink(link: LinkState): Block[] {
  const heading: Block = { kind: 'heading', text: 'In your own calendar' }
  const withdraw = { label: 'Withdraw my link', action: yearActions('withdraw-calendar-link') }
  switch (link.kind) {
    case 'no-page':
      return [
        heading,
        text(
          'A calendar program reads it from the web page, and there is none here that can be reached. Whoever looks after the server can set PUBLIC_URL, or write a file with “npm run calendar”.',
        ),
      ]
    case 'practice':
      return [heading, text('Here you are trying it out. For the real school, this is where you make a private link.')]
    case 'none':
      return [
        heading,
        text(`Outlook, Google and others can show it. ${sayShares}`),
        buttons({ label: 'Make my private link', action: yearActions('make-calendar-link'), main: true }),
      ]
    case 'made':
      return [
        heading,
        text(
          `You have had a private link since ${sayDay(link.since)}. I keep no copy of it. If it is lost, make a new one; the old one then stops working.`,
        ),
        buttons({ label: 'Make a new link', action: yearActions('make-calendar-link') }, withdraw),
      ]
    case 'new':
      return [
        heading,
        text('This is your private address. It is shown this once, so copy it now:'),
        text(strong(link.url)),
        { kind: 'list', ordered: false, items: howToSubscribe.map(plain) },
        text(sayShares),
        buttons(withdraw, { label: 'The calendar', action: opening('calendar') }),
      ]
  }
}
