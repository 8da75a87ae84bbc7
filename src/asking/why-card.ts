// "Why did I get this?": the words that led to a section, for whoever asked and, with what to change, for its owner.
import { buttons, note, plain, text, type Card } from '../chat/cards.ts'
import { compact } from '../kit/defined.ts'
import { sayList } from '../kit/text.ts'
import { sayCitation, saySection } from '../policy/cite.ts'
import { readButton, whomButton } from '../reading/lines.ts'
import type { Because, Match } from '../search/types.ts'

export interface Sureness {
  readonly certainty: number
  readonly certaintyOfFirst: number
}

export function showWhy(match: Match, { owns, sure }: { readonly owns: boolean; readonly sure: Sureness }): Card {
  const { cites, edition, section, because } = match
  const reasons = sayBecause(because)
  const lead =
    reasons.length === 0
      ? `None of your words stand in ${saySection(section)}. Questions that somebody wrote down for it are like yours.`
      : `What led from your question to ${saySection(section)}:`
  return {
    title: 'Why you got this',
    tone: 'plain',
    summary: [lead, ...reasons].join(' '),
    blocks: [
      text(lead),
      ...(reasons.length === 0 ? [] : [{ kind: 'list', ordered: false, items: reasons.map(plain) } as const]),
      ...(owns ? forOwner(cites.policy, sure) : []),
      note(`${sayCitation(edition, section.ref)}. I look for words and have no opinion.`),
      buttons(readButton(cites, 'Read the whole section'), whomButton(cites.policy)),
    ],
  }
}

/** Each a sentence. */
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
