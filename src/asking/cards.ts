// The cards of asking: an answer, a choice of sections, "not covered", and instructions for urgent matters.
import { compact } from '../kit/defined.ts'
import { readingActions } from '../reading/actions.ts'
import { askingActions } from './actions.ts'
import { checkActions } from '../check/actions.ts'
import { personButton } from '../referral/actions.ts'
import {
  buttons,
  mostLabel,
  note,
  plain,
  text,
  unstyled,
  type Block,
  type Button,
  type Card,
  type Rich,
} from '../chat/cards.ts'
import { mostNamed } from '../chat/wording.ts'
import { shorten } from '../kit/text.ts'
import { sayCitation, saySection } from '../policy/cite.ts'
import { findSection } from '../policy/force.ts'
import {
  gapLine,
  outsideBlocks,
  quietLines,
  readButton,
  sayPublished,
  schoolNotes,
  whomButton,
  wordingNote,
} from '../reading/lines.ts'
import type { Shelf } from '../policy/shelf.ts'
import type { Answer, Match, UrgentKind } from '../search/types.ts'
import { quoteRich } from './quote.ts'

export interface AnswerFrame {
  readonly shelf: Shelf
  /** The id under which the question is kept, for the buttons that rate the answer. */
  readonly question: string
  /** The scenario to offer beside the answer. */
  readonly scenario: { readonly id: string; readonly title: string } | undefined
  /** Whom to ask about anything that no policy covers, in a sentence. */
  readonly contact: string | undefined
  /** Set when only the asker sees the card and others could: a name under which it may be shared, once. */
  readonly shareAs: string | undefined
}

export function showAnswer(answer: Answer, asked: AnswerFrame): Card {
  const best = answer.matches[0]
  if (best === undefined || answer.outcome === 'not-covered') return notCovered(asked)
  return answer.outcome === 'answered' ? answered(answer, best, asked) : unsure(answer, asked)
}

function answered({ matches }: Answer, best: Match, { shelf, question, scenario, shareAs }: AnswerFrame): Card {
  const source = sayCitation(best.edition, best.section.ref)
  return {
    title: saySection(best.section),
    tone: 'answered',
    summary: `${saySection(best.section)}: ${sayShort(best)} (${source})`,
    blocks: [
      ...quotePassage(best),
      ...schoolNotes(best.edition, best.section.ref, shelf),
      buttons(
        ...readOnButtons(best),
        ...checkButtons(scenario),
        ...shareButtons(best, shareAs),
        { ...personButton({ what: 'question', ...best.cites, question }), more: true },
        { ...whomButton(best.cites.policy), more: true },
        ...alsoButtons(matches.slice(1, 3), best),
        aboutButton(best, question),
      ),
      rating(question),
    ],
  }
}

/** With the sentence that decides, as the card has it: this is what a notification shows and a screen reader says. */
function sayShort({ edition: { outside, title }, passage }: Match): string {
  return outside === undefined ? unstyled(quoteRich(passage)).replace(/\s+/g, ' ') : sayPublished({ outside, title })
}

/** What is outside is opened by its link, above. */
function readOnButtons({ edition, cites }: Match): Button[] {
  return edition.outside === undefined ? [{ ...readButton(cites, 'Read the whole section'), main: true }] : []
}

function alsoButtons(others: readonly Match[], { cites }: Match): Button[] {
  return others.map((match) => ({
    ...readButton(match.cites, sayAlso(match, cites.policy)),
    more: true,
  }))
}

function sayAlso(match: Match, about: string): string {
  const other = sayMatch(match, about)
  return match.edition.policy === about ? shorten(`See also ${other}`, 75) : other
}

/** With its policy, where this differs from the card's policy. */
function sayMatch({ edition, section }: Pick<Match, 'edition' | 'section'>, about: string | undefined): string {
  if (edition.policy === about) return saySection(section)
  return shorten(`${edition.title}: ${saySection(section)}`, 75)
}

function unsure({ matches, why }: Answer, { shelf, question, scenario }: AnswerFrame): Card {
  const likely = matches.slice(0, 3)
  const [first] = likely
  const lead = why === 'nearest' ? nearest : 'I am not sure what you mean. These sections come closest:'
  const about = likely.every(({ cites }) => cites.policy === first?.cites.policy) ? first?.cites.policy : undefined
  return {
    title: 'This may be what you mean',
    tone: 'unsure',
    summary: `I am not sure. This may be what you mean: ${likely.map((match) => sayMatch(match, about)).join('; ')}.`,
    blocks: [
      text(lead),
      ...likely.flatMap((match) => [
        ...quotePassage(match, { most: 140, title: sayMatch(match, about) }),
        ...schoolNotes(match.edition, match.section.ref, shelf),
      ]),
      buttons(
        ...likely.map((match) => ({
          ...readButton(match.cites, shorten(`Read ${sayMatch(match, about)}`, mostLabel)),
          spoken: `Read ${sayMatch(match, about)}`,
        })),
        { ...personButton({ what: 'question', policy: about, question }), more: true },
        ...likely
          .slice(0, 1)
          .flatMap((match) => [aboutButton(match, question), { ...whomButton(match.cites.policy), more: true }]),
        ...checkButtons(scenario).map((button) => ({ ...button, more: true })),
      ),
      rating(question),
    ],
  }
}

const nearest = 'The policy does not say this directly; the nearest it says is:'

function notCovered({ shelf, contact, question, scenario }: AnswerFrame): Card {
  const [policy, ...others] = shelf.policies
  // With several sections, none is singled out as the subject or as the one that says whom to ask.
  const several = others.length > 0
  const person = personButton({ what: 'question', question })
  const ask = several ? contact : policy?.ask.why
  const titles = shelf.policies.map(({ title }) => title)
  const [looked, known] =
    titles.length > mostNamed
      ? [` all ${titles.length} policies`, `all ${titles.length}`]
      : [`: ${titles.join(', ')}`, titles.join(', ')]
  return {
    title: 'I can’t find that in the policies I know',
    tone: 'not-covered',
    summary: `I can’t find that in the policies I know (${known}). ${ask ?? ''}`.trim(),
    blocks: compact([
      text(`I looked in${looked}. Nothing there seems to answer this, and I would rather say so than guess.`),
      ask !== undefined && text(ask),
      text('You could put it in other words, or look through the sections.'),
      buttons(...waysOn(shelf), person, ...checkButtons(scenario)),
      ...(policy === undefined || several ? [] : wordingOf(policy.id, shelf)),
    ]),
  }
}

/** Nothing is quoted here that a late review could make doubtful. */
function wordingOf(policy: string, shelf: Shelf): readonly Block[] {
  const edition = shelf.edition(policy)
  return edition === undefined ? [] : wordingNote(edition)
}

function waysOn({ policies: [policy, ...others] }: Shelf): Button[] {
  if (policy === undefined) return []
  if (others.length > 0) return [{ label: 'Show the policies', action: readingActions('sections'), main: true }]
  const sections: Button = {
    label: 'Show the sections',
    action: readingActions('sections', { policy: policy.id }),
    main: true,
  }
  return [sections, whomButton(policy.id)]
}

/** The instructions that come before anything else; `related` is what the question itself would have found. */
export function showUrgent(
  kind: UrgentKind,
  { shelf, related, told = false }: { shelf: Shelf; related: readonly Match[]; told?: boolean },
): Card {
  const cited = kind.steps.flatMap(({ cites }) => {
    if (cites === undefined) return []
    const edition = shelf.edition(cites.policy)
    if (edition === undefined) return []
    const section = findSection(edition, cites.section)
    return section === undefined ? [] : [{ edition, section }]
  })
  const placeOf = (each: Pick<Match, 'edition' | 'section'>) => `${each.edition.policy} ${each.section.ref}`
  const sections = [...new Map(cited.map((each) => [placeOf(each), each])).values()]
  const further = related.filter((match) => !sections.some((each) => placeOf(each) === placeOf(match))).slice(0, 1)
  const [first] = sections
  const several = sections.some(({ edition }) => edition.policy !== first?.edition.policy)
  return {
    title: kind.title,
    tone: 'urgent',
    summary: `${kind.title}. ${kind.steps.map((step) => step.text).join(' ')}`,
    blocks: [
      {
        kind: 'list',
        ordered: true,
        items: kind.steps.map((step): Rich => {
          const edition = step.cites && shelf.edition(step.cites.policy)
          if (edition === undefined || step.cites === undefined) return plain(step.text)
          return plain(`${step.text} (${edition.title} ${step.cites.section})`)
        }),
      },
      note('Steps with a section after them rest on the policy. The others are the school’s own signposts.'),
      buttons(
        ...sections.map(({ edition, section }) =>
          readButton(
            { policy: edition.policy, edition: edition.id, section: section.ref },
            `Read ${several ? `${edition.title} ` : ''}${section.ref}`,
          ),
        ),
        ...compact([first && whomButton(first.edition.policy)]),
        personButton({ what: 'safeguarding' }, 'Tell the safeguarding lead'),
        ...further.map((match) =>
          readButton(match.cites, sayMatch(match, first?.edition.policy ?? match.cites.policy)),
        ),
      ),
      ...compact([told && note(toldLead)]),
      note('What you wrote here is not kept.'),
      ...quietLines(first?.edition, shelf),
    ],
  }
}

/**
 * One line says where the text stands; “summary” is the one word on every card which says that these are not the
 * school’s own words.
 */
const toldLead =
  'The safeguarding lead is told that somebody needed this help: not who, and not what you wrote. Press the button to tell them.'

function quotePassage(
  { passage, edition, section }: Pick<Match, 'passage' | 'edition' | 'section'>,
  { most, title }: { most?: number; title?: string } = {},
): Block[] {
  if (edition.outside !== undefined) return outsideBlocks(edition)
  if (passage.text === '') return [text(`${saySection(section)} has no text of its own, only the sections inside it.`)]
  const source = [title, sayCitation(edition, section.ref), edition.wording === 'restated' ? 'summary' : undefined]
  return compact([
    { kind: 'quote', text: quoteRich(passage, most), source: source.filter((part) => part !== undefined).join(' · ') },
    passage.gap !== undefined && gapLine(passage.gap.text),
  ])
}

function rating(question: string): Block {
  return {
    kind: 'rating',
    helped: { label: 'This helped', action: askingActions('rate', { question, helpful: true }) },
    not: { label: 'It did not help', action: askingActions('rate', { question, helpful: false }) },
  }
}

export function checkButtons(scenario: AnswerFrame['scenario']): Button[] {
  if (scenario === undefined) return []
  const { id, title } = scenario
  const action = checkActions('check', { scenario: id })
  return [{ label: 'Check this with me', spoken: `Check this with me: ${title}`, action }]
}

function shareButtons({ cites }: Match, card: string | undefined): Button[] {
  if (card === undefined) return []
  return [{ label: 'Share with the channel', action: readingActions('share', { card, ...cites }) }]
}

function aboutButton({ cites }: Match, question: string): Button {
  return { label: 'About this answer', action: askingActions('because', { question, ...cites }), more: true }
}

/** For the home page. */
export function askForm(): Block {
  const field = { kind: 'line', id: 'question', label: 'Ask a question', hint: 'In your own words.' } as const
  return {
    kind: 'form',
    form: {
      fields: [{ ...field, required: true, max: 1_000 }],
      // Not the main button: on the home page that is what somebody still has to read or sign.
      submit: { label: 'Ask', action: askingActions('ask') },
    },
  }
}
