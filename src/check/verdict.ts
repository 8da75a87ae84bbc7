// The card at the end of a check: the ruling in words, each reason with its section, and whom to turn to.
import { compact } from '../kit/defined.ts'
import { yesButton } from '../approval/actions.ts'
import { checkActions } from './actions.ts'
import { buttons, note, strong, text, unstyled, type Block, type Button, type Card, type Rich } from '../chat/cards.ts'
import { never } from '../kit/never.ts'
import { sayCitation } from '../policy/cite.ts'
import { findSection } from '../policy/force.ts'
import { gapLine, quietLines, readButton, whomButton } from '../reading/lines.ts'
import { personButton } from '../referral/actions.ts'
import type { Shelf } from '../policy/shelf.ts'
import type { Edition, Policy } from '../policy/types.ts'
import type { Rule, Verdict } from '../guide/scenario.ts'
import { referenceOf, sayReference } from './reference.ts'
import { answersSoFar, findings, settingAside, type CheckWay } from './way.ts'
import { rulingTitle, rulingTone } from './wording.ts'

/** The policy that the scenario speaks for. */
export interface Book {
  readonly policy: Policy
  /** The edition in force. */
  readonly edition: Edition
  readonly shelf: Shelf
  /** The day for which the ruling is made. */
  readonly today: string
  /** How to reach the people whom the policy names, as the school wrote it. */
  readonly contact: string | undefined
  /** The school's signpost to the police. */
  readonly police: string | undefined
  /** Where the ruling is kept: see reference.ts. */
  readonly code?: string | undefined
}

export function showVerdict(way: CheckWay, verdict: Verdict, book: Book): Card {
  const { ruling, because, also } = verdict
  const title = rulingTitle(ruling)
  const sections = [...new Set([...because, ...also].flatMap(({ cites }) => cites ?? []))]
  return {
    title,
    tone: rulingTone(ruling),
    summary: `${title}. ${because.map((rule) => unstyled(sayReason(rule, book))).join(' ')}`,
    blocks: [
      { kind: 'list', ordered: false, items: because.map((rule) => sayReason(rule, book)) },
      ...gaps(verdict, book),
      ...whom(verdict, book),
      ...(also.length === 0
        ? []
        : ([
            { kind: 'heading', text: 'Also worth knowing' },
            { kind: 'list', ordered: false, items: also.map((rule) => sayReason(rule, book)) },
          ] satisfies Block[])),
      buttons(
        ...sections.map((section) => ({
          ...readButton({ policy: book.policy.id, edition: book.edition.id, section }, `Read ${section}`),
          spoken: `Read ${section} of the ${book.edition.title}`,
        })),
        ...(ruling === 'go-ahead' ? [whomButton(book.policy.id)] : []),
        ...personRow(verdict, book),
      ),
      // Beside a protected matter, listing what a draft holds would read like a warning.
      ...(ruling === 'not-for-this-tool' ? [] : [...findings(way), ...settingAside(way)]),
      ...answersSoFar(way),
      buttons({ label: 'Start again', action: checkActions('check', { scenario: way.scenario.id }) }),
      note(closing(verdict, way)),
      note(
        `To quote this${book.code === undefined ? '' : ', and to have it checked'}: ${sayReference(referenceOf(way.scenario, verdict, book))}`,
      ),
      ...quietLines(book.edition, book.shelf),
    ],
  }
}

/** Where the ruling sends somebody to a person. A protected matter goes another way. */
function personRow({ ruling, because }: Verdict, { policy, edition }: Book): Button[] {
  if (ruling === 'go-ahead' || ruling === 'not-for-this-tool') return []
  const section = because.find(({ cites }) => cites !== undefined)?.cites
  const about = { policy: policy.id, edition: edition.id, section }
  const sections = because.flatMap(({ cites }) => cites ?? [])
  return compact([
    ruling === 'ask-first' && yesButton({ policy: policy.id, edition: edition.id, sections }),
    ruling === 'report-now'
      ? personButton({ what: 'concern', ...about }, 'Tell a person')
      : personButton({ what: 'question', ...about }),
  ])
}

/** With the words that it rests on. Where the policy says nothing, the card says so, and whom to ask. */
function sayReason({ reason, cites, words, ask }: Rule, { edition, policy }: Book): Rich {
  if (cites === undefined)
    return [{ text: `${reason} The policy says nothing about it: ask ${ask ?? lower(policy.ask.who)}` }]
  const quoted = words === undefined ? [] : [{ text: ` “${words}”` }]
  return [{ text: reason }, ...quoted, { text: ` (${sayCitation(edition, cites)})` }]
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

/** A "go ahead" is shown with its limits. Where a gap is why to ask, the reason says so itself. */
function gaps({ ruling, because }: Verdict, { edition }: Book): Block[] {
  if (ruling !== 'go-ahead' && ruling !== 'go-ahead-if') return []
  const lines = because.flatMap(({ cites = '' }) =>
    (findSection(edition, cites)?.parts ?? []).flatMap((part) =>
      part.kind === 'gap' ? [`${part.text} (${cites})`] : [],
    ),
  )
  return [...new Set(lines)].map(gapLine)
}

/** Protected matters are not sent to senior leaders, who may be the subject: their reasons say where to go. */
function whom({ ruling }: Verdict, { policy, contact, police }: Book): Block[] {
  const person = compact([policy.ask.who, contact]).join('. ')
  switch (ruling) {
    case 'go-ahead':
    case 'not-for-this-tool':
      return []
    case 'report-now':
      return compact([
        text(strong('Whom to tell: '), person),
        police !== undefined && text(strong('The police: '), police),
      ])
    case 'go-ahead-if':
    case 'ask-first':
    case 'do-not':
      return [text(strong('Whom to ask: '), person)]
    default:
      return never(ruling)
  }
}

function closing({ ruling }: Verdict, { found }: CheckWay): string {
  const draft = found.length > 0 ? 'Your draft was not kept.' : 'A draft is kept only if you ask for a yes.'
  switch (ruling) {
    case 'not-for-this-tool':
      return `This tool gives no ruling on such a matter, and none was kept. ${draft}`
    case 'report-now':
      return `This is guidance from the policy. ${draft}`
    case 'go-ahead':
    case 'go-ahead-if':
    case 'ask-first':
    case 'do-not':
      return `This is guidance from the policy, not permission from the school. ${draft}`
    default:
      return never(ruling)
  }
}
