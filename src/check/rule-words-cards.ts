// The list of rules whose words an edition does not have, with a proposal for each. One press confirms all that nobody
// left out.
import { buttons, note, plain, strong, text, type Block, type Button, type Card } from '../chat/cards.ts'
import { markPractice } from '../chat/practice.ts'
import { compact } from '../kit/defined.ts'
import { shorten } from '../kit/text.ts'
import { sayEdition } from '../policy/cite.ts'
import type { Edition } from '../policy/types.ts'
import { checkActions } from './actions.ts'
import { hashOfList, type RestProposal, type ToConfirm } from './propose.ts'
import { rulingTitle } from './wording.ts'

/** The list as one person sees it. */
export interface WordsList {
  readonly edition: Edition
  readonly list: readonly ToConfirm[]
  /** The numbers, from 1, of those that are not to be confirmed. */
  readonly without: readonly number[]
  /** How many come before the first one shown. */
  readonly from: number
  readonly practice: boolean
}

/** As many as fit on a card on every platform. */
const mostRules = 8

/** In characters: the words that a rule rests on and the proposed words may each be a long sentence. */
const longest = 300

/** `line` says what has just happened. The button stands below the last rule, so whoever confirms has seen them all. */
export function showRuleWords(shown: WordsList, line?: string): Card {
  const { edition, practice } = shown
  const proposed = proposedIn(shown)
  const from = pageIn(shown)
  const next = from + mostRules
  const [count, isLast] = [chosenOf(shown).length, next >= proposed.length]
  const title = `What rules rest on: ${edition.title}`
  const lead = sayList(shown)
  return markPractice(
    {
      title,
      tone: 'plain',
      summary: compact([line, lead]).join(' '),
      blocks: compact([
        line !== undefined && text(strong(line)),
        text(lead),
        ...proposed.slice(from, next).flatMap((each, at) => showRule(shown, each, from + at + 1)),
        buttons(
          ...compact([
            isLast && count > 0 && confirmButton(shown, count),
            !isLast && { ...goTo(shown, 'Show the next', next), main: true },
            from > 0 && goTo(shown, 'Show those before', from - mostRules),
          ]),
        ),
        note(
          'What is confirmed is kept in the school’s home and told to the journal. A rule that is left out stays off, and can be confirmed later.',
        ),
      ]),
    },
    practice,
  )
}

type Proposed = ToConfirm & { readonly proposal: RestProposal }

/** Rules with a proposal come first, so that their numbers match those of the command line. */
function proposedIn({ list }: Pick<WordsList, 'list'>): Proposed[] {
  return list.flatMap(({ proposal, ...each }) => (proposal === undefined ? [] : [{ ...each, proposal }]))
}

/** The rules that a press confirms. */
export function chosenOf({ list, without }: Pick<WordsList, 'list' | 'without'>): ToConfirm[] {
  return proposedIn({ list }).filter((_, at) => !without.includes(at + 1))
}

/** A card may carry a place that is no longer in the list. */
function pageIn({ list, from }: Pick<WordsList, 'list' | 'from'>): number {
  const last = Math.max(0, proposedIn({ list }).length - 1)
  return Math.floor(Math.min(from, last) / mostRules) * mostRules
}

function sayList(shown: WordsList): string {
  const { edition, list } = shown
  const count = proposedIn(shown).length
  const from = pageIn(shown)
  const last = Math.min(from + mostRules, count)
  const rules = list.length === 1 ? '1 rule of the checks is' : `${list.length} rules of the checks are`
  const rest = list.length - count
  return compact([
    `${rules} off: edition ${sayEdition(edition)} does not have the words. What they would have met is “ask first”, until somebody says which words bear them out.`,
    count > 0 &&
      `For ${count} of them words are proposed; please read each. Below the last, one press confirms all that you have not left out.`,
    rest > 0 && `For ${rest} nothing comes close in this edition.`,
    count > mostRules && `These are ${from + 1} to ${last}.`,
  ]).join(' ')
}

function showRule(shown: WordsList, { scenario, rule, proposal }: Proposed, number: number): Block[] {
  const was = rule.rests?.find(({ quote }) => quote !== undefined)?.quote
  const rested = `${scenario}, ${rulingTitle(rule.ruling)}. Rested on ${rule.cites ?? 'nothing'}${was === undefined ? '' : `: “${shorten(was, longest)}”`}`
  const left = shown.without.includes(number) ? ' (left out)' : ''
  return [
    text(strong(`Rule ${number}${left}: ${rule.reason}`)),
    text(rested),
    { kind: 'quote', text: plain(shorten(proposal.sentence, longest)), source: `Found in section ${proposal.section}` },
    buttons(leaveOutButton(shown, number)),
  ]
}

function leaveOutButton(shown: WordsList, number: number): Button {
  const out = shown.without.includes(number)
  const without = out ? shown.without.filter((each) => each !== number) : [...shown.without, number]
  return {
    label: out ? `Take ${number} in again` : `Leave out ${number}`,
    action: checkActions('rule-words', { ...carried({ ...shown, without }) }),
  }
}

function goTo(shown: WordsList, label: string, from: number): Button {
  return { label, action: checkActions('rule-words', { ...carried({ ...shown, from }) }) }
}

function confirmButton(shown: WordsList, count: number): Button {
  const label = count === 1 ? 'Confirm this one' : `Confirm all ${count}`
  return {
    label,
    main: true,
    spoken: `${label}: these words bear out the rules`,
    action: checkActions('confirm-rule-words', { ...carried(shown) }),
  }
}

function carried({ edition, list, without, from }: WordsList) {
  return { policy: edition.policy, edition: edition.id, list: hashOfList(list), without: [...without], from }
}

/** The editions with rules to confirm, to choose from; none where every rule has its words. */
export function showWordsOf(editions: readonly Edition[], practice: boolean): Card {
  const [title, lead] =
    editions.length === 0
      ? ['Nothing is waiting', 'Every rule of the checks rests on words that stand in the school’s policies.']
      : ['What rules rest on', 'Rules about these policies are off until somebody says which words bear them out.']
  const row = editions.map((edition): Button => ({
    label: edition.title,
    action: checkActions('rule-words', { policy: edition.policy }),
  }))
  const blocks = compact([text(lead), row.length > 0 && buttons(...row)])
  return markPractice({ title, tone: 'plain', summary: lead, blocks }, practice)
}

export function showWordsRefused(who: string): Card {
  const line = `Saying which words a rule rests on is for ${who}. Nothing was changed.`
  return { title: 'That is not open to everybody', tone: 'plain', summary: line, blocks: [text(line)] }
}

export function showWordsKept({ title }: Edition, count: number, left: number): Card {
  const rules = count === 1 ? '1 rule rests' : `${count} rules rest`
  const rest =
    left === 0 ? '' : ` ${left} ${left === 1 ? 'stays' : 'stay'} off: what they would have met is “ask first”.`
  const line = `${rules} on words of the ${title} from now on.${rest}`
  const blocks = [text(line), note('It is kept in the school’s home, and the journal says that you confirmed it.')]
  return { title: 'Confirmed', tone: 'done', summary: line, blocks }
}
