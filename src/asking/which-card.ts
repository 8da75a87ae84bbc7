// A question asked back, once: two to four sections to choose from, each with a short quotation, answered by a press.
import { buttons, plain, text, type Block, type Button, type Card } from '../chat/cards.ts'
import { compact, defined } from '../kit/defined.ts'
import { shorten } from '../kit/text.ts'
import { sayCitation, saySection } from '../policy/cite.ts'
import type { Edition, Section } from '../policy/types.ts'
import { whomButton } from '../reading/lines.ts'
import type { Match } from '../search/types.ts'
import { askingActions } from './actions.ts'
import { checkButtons, type AnswerFrame } from './cards.ts'
import type { Choices } from './choices.ts'

interface WhichAsked {
  /** The id of the kept question. */
  readonly question: string
  /** What is chosen takes the place of an answer that was not it. */
  readonly instead?: true
  /** The check that fits the question. */
  readonly scenario?: AnswerFrame['scenario']
}

export function showWhichSection({ asks, of }: Choices, { question, instead, scenario }: WhichAsked): Card {
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
        ...of.map(({ label, match }) => choose(label ?? shorten(name(match), 75), { question, match, instead })),
        ...checkButtons(scenario),
        noneButton(question),
        ...compact([
          first && { ...whomButton(first.match.cites.policy), ...defined({ more: scenario && (true as const) }) },
        ]),
      ),
    ],
  }
}

const mostQuoted = 200

interface Choosing {
  readonly question: string
  readonly match: Match
  readonly instead: true | undefined
}

function choose(label: string, { question, match, instead }: Choosing): Button {
  const { section, cites } = match
  return {
    label,
    action: askingActions('choose', { question, ...cites, ...defined({ instead }) }),
    spoken: label === saySection(section) ? label : `${label}: ${saySection(section)}`,
  }
}

function noneButton(question: string): Button {
  return { label: 'None of these', action: askingActions('rate', { question, helpful: false }) }
}

/**
 * After "that's not it": the other sections. The one that somebody chooses is kept for the policy's owner, without a
 * name.
 */
export function showElse(
  of: Choices['of'],
  { question, edition }: { readonly question: string; readonly edition: Edition | undefined },
): Card {
  const any = edition && {
    label: shorten(`All sections of the ${edition.title}`, 75),
    action: askingActions('any-section', { question, policy: edition.policy }),
  }
  const row = compact([any && buttons(any)])
  if (of.length === 0) {
    const line = 'Sorry. I have no other section that comes close.'
    return { title: 'Nothing else comes close', tone: 'unsure', summary: line, blocks: [text(line), ...row] }
  }
  const card = showWhichSection({ asks: 'Which of these is it?', of }, { question, instead: true })
  return { ...card, blocks: [text('Sorry. These come next:'), ...card.blocks, ...row] }
}

/** Every section of a policy, each containing section before the ones inside it. */
export function showAnySection(edition: Edition, question: string): Card {
  const rows = edition.sections
    .filter(({ parent }) => parent === undefined)
    .map((section) => [section, ...edition.sections.filter(({ parent }) => parent === section.ref)])
  const button = (section: Section): Button => ({
    label: shorten(saySection(section), 75),
    action: askingActions('choose', {
      question,
      policy: edition.policy,
      edition: edition.id,
      section: section.ref,
      instead: true,
    }),
  })
  const line = 'Which section answers what you asked? Its owner is shown it, without your name.'
  return {
    title: `Which section of the ${edition.title}?`,
    tone: 'plain',
    summary: line,
    blocks: [text(line), ...rows.map((row) => buttons(...row.map(button)))],
  }
}
