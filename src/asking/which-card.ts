// A question asked back, once: two to four sections to choose from, each quoted shortly, answered by a press.
import { buttons, plain, text, type Block, type Button, type Card } from '../chat/cards.ts'
import { shorten } from '../kit/text.ts'
import { sayCitation, saySection } from '../policy/cite.ts'
import { whomButton } from '../reading/lines.ts'
import type { Match } from '../search/types.ts'
import { askingActions } from './actions.ts'
import type { Choices } from './choices.ts'

/** `about` are the choices; `question` is the id of the kept question. */
export function showWhich({ asks, of }: Choices, question: string): Card {
  const policies = new Set(of.map(({ match }) => match.cites.policy))
  const name = (match: Match) =>
    policies.size > 1 ? `${match.edition.title}: ${saySection(match.section)}` : saySection(match.section)
  const [first] = of
  return {
    title: asks,
    tone: 'unsure',
    summary: `${asks} ${of.map(({ match }) => name(match)).join('; ')}.`,
    blocks: [
      ...of.map(({ match }): Block => ({
        kind: 'quote',
        text: plain(shorten(match.passage.text, mostQuoted) || saySection(match.section)),
        source: sayCitation(match.edition, match.section.ref),
      })),
      text('Choose one:'),
      buttons(
        ...of.map(({ label, match }) => choose(label ?? shorten(name(match), 75), { question, match })),
        noneButton(question),
        ...(first === undefined ? [] : [whomButton(first.match.cites.policy)]),
      ),
    ],
  }
}

const mostQuoted = 200

function choose(label: string, { question, match }: { readonly question: string; readonly match: Match }): Button {
  const { section, cites } = match
  return {
    label,
    action: askingActions('choose', { question, ...cites }),
    spoken: label === saySection(section) ? label : `${label}: ${saySection(section)}`,
  }
}

function noneButton(question: string): Button {
  return { label: 'None of these', action: askingActions('rate', { question, helpful: false }) }
}

/** After "that's not it": what else it could be. The one that somebody chooses is kept for the policy's owner, without a name. */
export function showElse(of: Choices['of'], question: string): Card {
  const card = showWhich({ asks: 'Which of these is it?', of }, question)
  return { ...card, blocks: [text('Sorry. These come next:'), ...card.blocks] }
}
