// "About this answer": what led to the section, how certain that is and which text it is; for its owner, also what to
// change.
import { compact } from '../kit/defined.ts'
import { buttons, note, plain, strong, text, type Block, type Card } from '../chat/cards.ts'
import { sayList } from '../kit/text.ts'
import { sayCitation, saySection } from '../policy/cite.ts'
import type { Shelf } from '../policy/shelf.ts'
import { quietLines, readButton, whomButton } from '../reading/lines.ts'
import { originalButton } from '../reading/original-cards.ts'
import type { Because, Match } from '../search/types.ts'

export interface Sureness {
  readonly certainty: number
  readonly certaintyOfFirst: number
}

interface About {
  readonly shelf: Shelf
  readonly owns: boolean
  readonly sure: Sureness
}

export function showWhy(match: Match, { shelf, owns, sure }: About): Card {
  const { cites, section, because } = match
  const reasons = sayBecause(because)
  const lead =
    reasons.length === 0
      ? `None of your words stand in ${saySection(section)}. Questions that somebody wrote down for it are like yours.`
      : `What led from your question to ${saySection(section)}:`
  return {
    title: 'About this answer',
    tone: 'plain',
    summary: [lead, ...reasons].join(' '),
    blocks: compact([
      text(lead),
      reasons.length !== 0 && ({ kind: 'list', ordered: false, items: reasons.map(plain) } as const),
      text(saySure(sure.certaintyOfFirst)),
      ...(owns ? forOwner(cites.policy, sure) : []),
      ...aboutSection(match, shelf),
    ]),
  }
}

/** For a question that is no longer kept: what can be said without it. */
export function showAbout({ edition, section }: Place, shelf: Shelf): Card {
  const lead =
    'Questions are kept for a limited time, and this one is gone. What can still be said is about the section:'
  return {
    title: 'About this answer',
    tone: 'plain',
    summary: `${lead} ${sayCitation(edition, section.ref)}.`,
    blocks: [text(lead), ...aboutSection({ edition, section }, shelf)],
  }
}

type Place = Pick<Match, 'edition' | 'section'>

function saySure(certaintyOfFirst: number): string {
  return certaintyOfFirst >= 0.8
    ? 'I am sure that this is the right section.'
    : 'I am not quite sure that this is the right section.'
}

function aboutSection({ edition, section }: Place, shelf: Shelf): Block[] {
  const cites = { policy: edition.policy, edition: edition.id, section: section.ref }
  const heading = shelf.heading(edition, section.ref)
  return compact([
    heading !== undefined && text('In plain words, the section is about: ', strong(heading)),
    buttons(
      ...compact([readButton(cites, 'Read the whole section'), whomButton(edition.policy), originalButton(edition)]),
    ),
    note(`${sayCitation(edition, section.ref)}. I look for words and have no opinion.`),
    ...quietLines(edition, shelf),
  ])
}

/** One sentence each. */
export function sayBecause({ words, lines, about }: Because): string[] {
  return compact([
    words.length > 0 && `These words of yours stand there: ${sayList(words.map(quoted))}.`,
    ...lines.map(({ says, means }) => `I read ${quoted(says)} as ${sayList(means.map(quoted), 'or')}.`),
    about !== undefined && `Your question and the section are both about ${about.toLowerCase()}.`,
  ])
}

function quoted(word: string): string {
  return `“${word}”`
}

function forOwner(policy: string, { certainty, certaintyOfFirst }: Sureness) {
  const of100 = (share: number) => String(Math.round(share * 100))
  return [
    text(
      `For the policy’s owner: of 100, I am ${of100(certainty)} sure that the policies cover this, and ${of100(certaintyOfFirst)} that it is this section. `,
      `A question that should lead elsewhere goes into policies/${policy}/asked.yaml, a word into words.yaml beside it.`,
    ),
  ]
}
