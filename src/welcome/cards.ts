// Small talk, answered as a person would, and what the bot says about itself.
import { compact } from '../kit/defined.ts'
import { declarationActions } from '../declaration/actions.ts'
import { checkActions } from '../check/actions.ts'
import { readingActions } from '../reading/actions.ts'
import { welcomeActions } from './actions.ts'
import { buttons, note, text, type Button, type Card, type Rich } from '../chat/cards.ts'
import { opening } from '../chat/opening.ts'
import type { SeenBeside } from '../chat/events.ts'
import type { Person } from '../chat/people.ts'
import { sayPolicies } from '../chat/wording.ts'

/** The buttons on small-talk cards, in order. */
export interface Offers {
  readonly policies: readonly { readonly id: string; readonly title: string }[]
  readonly scenario: { readonly id: string; readonly title: string } | undefined
  /** Whoever leads the school is offered the register in place of the sections, which help leads to. */
  readonly leads?: boolean
}

/**
 * What is still to be read and signed, and how far the person is with it, in a sentence. Without a policy it means
 * several.
 */
export interface Unsigned {
  readonly policy: string | undefined
  readonly line: string
}

export function greeting(person: Person | undefined, offers: Offers & { readonly unsigned?: Unsigned }): Card {
  const { unsigned } = offers
  const name = person === undefined ? '' : ` ${person.name.split(' ')[0] ?? ''}`
  return {
    title: `Hello${name}`,
    tone: 'plain',
    summary: `Hello${name}. Ask me about ${titles(offers)}${offers.scenario === undefined ? '.' : ', or ask “can I post this?”'}`,
    blocks: compact([
      text(
        `I am Policy Guide. Ask me anything about ${titles(offers)} in your own words, and I will show you the section that answers it.`,
      ),
      offers.scenario !== undefined &&
        text('If you are not sure about a post, ask “can I post this?” and we will go through it together.'),
      ...(unsigned === undefined
        ? []
        : [
            text(unsigned.line),
            buttons({
              label: 'Start reading',
              action: declarationActions('start-reading', { policy: unsigned.policy }),
              main: true,
            }),
          ]),
      // What is still to be signed comes first.
      buttons(...offered(offers).map((each) => ({ ...each, main: each.main === true && unsigned === undefined }))),
    ]),
  }
}

export function helpCard(offers: Offers, lines: readonly Rich[]): Card {
  return {
    title: 'What I can do',
    tone: 'plain',
    summary: `Ask a question about ${titles(offers)}; ${offers.scenario === undefined ? '' : 'ask “can I post this?”; '}or say “sections” to read.`,
    blocks: [
      text(`I know ${titles(offers)}. You can:`),
      { kind: 'list', ordered: false, items: lines },
      text(
        'I quote what the policies say, and tell you when they do not say. I am a program, so for a decision ask a person.',
      ),
      buttons(...offered(offers).filter(({ action }) => action.do !== 'help')),
    ],
  }
}

export function thanksCard(): Card {
  return {
    title: 'You are welcome',
    tone: 'plain',
    summary: 'You are welcome. Ask again whenever you like.',
    blocks: [text('Ask again whenever you like.')],
  }
}

/** A message without any words, where something in it cannot be read; undefined where there is nothing like that. */
export function showUnread({ pictures, files, quoted }: SeenBeside, offers: Offers): Card | undefined {
  const line = sayUnread({ pictures, files, quoted })
  if (line === undefined) return undefined
  return {
    title: 'I can’t look at that',
    tone: 'plain',
    summary: line,
    blocks: [text(line), note('Nothing of it is kept.'), buttons(...offered(offers))],
  }
}

function sayUnread({ pictures, files, quoted }: Omit<SeenBeside, 'emoji'>): string | undefined {
  if (pictures > 0) return 'I can’t see pictures or hear recordings. What does it show? Tell me in a few words.'
  if (files.length > 0) return 'I can’t open files here. What is your question about it? Tell me in a few words.'
  if (quoted.length > 0)
    return 'That is what somebody else wrote. What would you like to know? To have it checked before you share it, ask “can I post this?”'
  return undefined
}

export function nothingSaidCard(offers: Offers): Card {
  return {
    title: 'I did not catch a question',
    tone: 'plain',
    summary: 'I could not find any words in that message. Type a question.',
    blocks: [
      text('I could not find any words in that message. Type a question, or choose one of these.'),
      buttons(...offered(offers)),
    ],
  }
}

function titles({ policies }: Offers): string {
  return `the school’s ${sayPolicies(policies.map(({ title }) => title))}`
}

function offered({ policies, scenario, leads = false }: Offers): Button[] {
  return compact([
    scenario !== undefined &&
      ({ label: scenario.title, action: checkActions('check', { scenario: scenario.id }), main: true } as const),
    leads ? ({ label: 'Open the register', action: opening('register') } as const) : toRead(policies),
    { label: 'What can you do?', action: welcomeActions('help') },
  ])
}

function toRead([first, ...others]: Offers['policies']): Button | undefined {
  if (first === undefined) return undefined
  return others.length > 0
    ? { label: 'Show the policies', action: readingActions('sections') }
    : { label: 'Show the sections', action: readingActions('sections', { policy: first.id }) }
}
