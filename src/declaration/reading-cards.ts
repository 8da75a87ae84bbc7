// The cards of reading for a signature: the first greeting, one section after another, and a question on the way.
import { compact, defined } from '../kit/defined.ts'
import { declarationActions } from './actions.ts'
import { askingActions } from '../asking/actions.ts'
import { buttons, note, strong, text, type Block, type Button, type Card } from '../chat/cards.ts'
import { sayDay, type Day } from '../kit/days.ts'
import { shorten } from '../kit/text.ts'
import { sayCitation, sayEdition, saySection } from '../policy/cite.ts'
import { findSection } from '../policy/force.ts'
import { wordingNote } from '../reading/lines.ts'
import { sayChange, tellSentences } from '../policy/tell.ts'
import type { Shelf } from '../policy/shelf.ts'
import { textOf } from '../policy/text.ts'
import type { Edition, Section } from '../policy/types.ts'
import { markPractice } from '../chat/practice.ts'
import { minutesFor, type ReadingStep } from './steps.ts'

/** To a new starter, once: what it is, how long it takes, and the due day. */
export function showInvitation(
  edition: Edition,
  {
    name,
    minutes,
    due,
    others,
    practice,
  }: { name: string; minutes: number; due: Day | undefined; others: number; practice: boolean },
): Card {
  const first = name.split(' ')[0] ?? ''
  const when = due === undefined ? 'No day is set for it yet.' : `Please do it by ${sayDay(due)}.`
  const { outside, title } = edition
  const long =
    outside === undefined
      ? `It takes about ${sayMinutes(minutes)}.`
      : `It is published by ${outside.by}, so you open it there and come back.`
  return markPractice(
    {
      title: `Welcome, ${first}`,
      tone: 'plain',
      summary: `Welcome, ${first}. Please read the ${title} and sign its declaration. ${long} ${when}`,
      blocks: compact([
        text(
          outside === undefined
            ? `I am Policy Guide. Everybody who works here reads the ${title} and signs a short declaration at its end. I can take you through it, section by section.`
            : `I am Policy Guide. Everybody who works here reads the ${title} and confirms that they have. I give you the link to it.`,
        ),
        text(`${long} ${when} You can stop at any point, and I keep your place.`),
        buttons({
          label: 'Start reading',
          action: declarationActions('start-reading', { policy: edition.policy }),
          main: true,
        }),
        others !== 0 &&
          text(
            `${others === 1 ? 'One more policy is' : `${others} more policies are`} for you to read and sign. They can wait until you have done this one.`,
          ),
        text('And whenever you wonder what the rules are, ask me in your own words.'),
      ]),
    },
    practice,
  )
}

export interface Reader {
  readonly edition: Edition
  readonly steps: readonly ReadingStep[]
  readonly practice: boolean
}

export interface Beside {
  /** A heading in plain English. */
  readonly heading: string | undefined
  /** The same section in our summary, where the school's own text is being read. */
  readonly restated: Section | undefined
  /** The edition that they signed before: only what changed since then is to be read. */
  readonly since: Edition | undefined
  /** Where reading stopped before, when this card takes it up again. */
  readonly resumed: boolean
}

export function showStep({ edition, steps, practice }: Reader, at: number, beside: Beside): Card {
  const step = steps[at]
  if (step === undefined) throw new Error(`${edition.policy} has no step ${at}`)
  const { section, number, part, parts } = step
  const toRead = [...new Set(steps.map((each) => each.section))]
  const isLast = at + 1 === steps.length
  const ends = part === parts
  const progress = `Section ${number} of ${toRead.length}${parts > 1 ? `, part ${part} of ${parts}` : ''}`
  const cites = { policy: edition.policy, edition: edition.id }
  const next: Button = isLast
    ? {
        label: 'Go to the declaration',
        action: declarationActions('declaration', { ...cites, read: section.ref }),
        main: true,
      }
    : {
        label: 'Next',
        action: declarationActions('turn-page', {
          ...cites,
          step: at + 1,
          ...defined({ read: ends ? section.ref : undefined }),
        }),
        main: true,
      }
  const back: Button[] =
    at === 0 ? [] : [{ label: 'Back', action: declarationActions('turn-page', { ...cites, step: at - 1 }) }]
  return {
    title: `${practice ? 'PRACTICE: ' : ''}${saySection(section)}`,
    tone: 'plain',
    summary: `${progress}: ${saySection(section)}. ${shorten(textOf(section), 200)}`,
    blocks: compact([
      beside.resumed && text('You go on where you left off.'),
      text(strong(progress), `. About ${sayMinutes(minutesFor(toRead.slice(number - 1)))} to go.`),
      beside.heading !== undefined && text(strong('In short: '), beside.heading),
      ...whatChanged(step, beside.since),
      ...step.blocks,
      note(sayCitation(edition, section.ref)),
      ...inPlainWords(beside.restated, step),
      buttons(next, ...back, {
        label: 'Ask about this',
        action: declarationActions('ask-about', { ...cites, section: section.ref }),
      }),
      note('You can stop here. I keep your place, on every platform where I know you.'),
      ...wordingNote(edition),
    ]),
  }
}

/** Before the text, for somebody who signed an earlier edition. */
function whatChanged({ change, number, part }: ReadingStep, since: Edition | undefined): Block[] {
  if (since === undefined || change === undefined || part > 1) return []
  const first =
    number > 1
      ? []
      : [text(`You signed edition ${sayEdition(since)}. Only what is new or has changed since is to be read.`)]
  const changed = change.kind === 'changed' && change.sentences.some(({ kind }) => kind === 'kept')
  return [...first, text(strong(sayChange(change)), '.'), ...(changed ? tellSentences(change.sentences) : [])]
}

/** The project's summary beside the adopted text, for people who find it easier; only the adopted text counts. */
function inPlainWords(same: Section | undefined, { part }: ReadingStep): Block[] {
  if (same === undefined || part > 1 || same.parts.length === 0) return []
  return [
    { kind: 'heading', text: 'In plain words' },
    text(shorten(textOf(same), 700)),
    note('This is a summary. What counts is the text above.'),
  ]
}

/** Their next message is answered as usual; the section stays where it is. */
export function showAskAbout(edition: Edition, ref: string, { policies }: Pick<Shelf, 'policies'>): Card {
  const section = findSection(edition, ref)
  const named = policies.length > 1 ? ` of the ${edition.title}` : ''
  const about = section === undefined ? edition.title : `${saySection(section)}${named}`
  return {
    title: `Ask about ${about}`,
    tone: 'plain',
    summary: `Ask about ${about} in your own words. Your place in the text is kept.`,
    blocks: [
      text('Ask in your own words, here or in a message to me. Your place in the text is kept.'),
      {
        kind: 'form',
        form: {
          fields: [{ kind: 'line', id: 'question', label: 'Your question', required: true, max: 1_000 }],
          submit: { label: 'Ask', action: askingActions('ask'), main: true },
        },
      },
      buttons({ label: 'Go on reading', action: declarationActions('start-reading', { policy: edition.policy }) }),
    ],
  }
}

export function sayMinutes(minutes: number): string {
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}
