// The cards of asking: an answer, an offer of sections, a plain "not covered", and instructions for urgent matters.
import { readingActions } from '../reading/actions.ts'
import { askingActions } from './actions.ts'
import { checkActions } from '../check/actions.ts'
import { personButton } from '../referral/actions.ts'
import { buttons, note, plain, strong, text, type Block, type Button, type Card, type Rich } from '../chat/cards.ts'
import { mostNamed } from '../chat/wording.ts'
import { shorten } from '../kit/text.ts'
import { sayCitation, saySection } from '../policy/cite.ts'
import { findSection } from '../policy/force.ts'
import { gapLine, quietLines, readButton, whomButton } from '../reading/lines.ts'
import type { Shelf } from '../policy/shelf.ts'
import type { Answer, Match, Passage, UrgentKind } from '../search/types.ts'

export interface Asked {
  readonly shelf: Shelf
  /** The id under which the question is kept, for the buttons that rate the answer. */
  readonly question: string
  /** The scenario to offer beside the answer. */
  readonly scenario: { readonly id: string; readonly title: string } | undefined
  /** Whom to turn to about whatever no policy says, in a sentence. */
  readonly contact: string | undefined
  /** Set when only the asker sees the card and others could: a name under which it may be shared, once. */
  readonly shareAs: string | undefined
}

export function showAnswer(answer: Answer, asked: Asked): Card {
  const best = answer.matches[0]
  if (best === undefined || answer.outcome === 'not-covered') return notCovered(asked)
  return answer.outcome === 'answered' ? answered(answer, best, asked) : unsure(answer, asked)
}

function answered(
  { certaintyOfFirst, matches }: Answer,
  best: Match,
  { shelf, question, scenario, shareAs }: Asked,
): Card {
  const heading = shelf.heading(best.edition, best.section.ref)
  const source = sayCitation(best.edition, best.section.ref)
  return {
    title: saySection(best.section),
    tone: 'answered',
    summary: `${saySection(best.section)}: ${shorten(best.passage.text, 300)} (${source})`,
    blocks: [
      ...(heading === undefined ? [] : [text(strong(heading))]),
      ...quotePassage(best, source),
      buttons(
        { ...readButton(best.cites, 'Read the whole section'), main: true },
        ...(scenario === undefined ? [] : [checkButton(scenario)]),
        whomButton(best.cites.policy),
        personButton({ what: 'question', ...best.cites, question }),
        ...(shareAs === undefined ? [] : [shareButton(best, shareAs)]),
      ),
      ...alsoButtons(matches.slice(1, 3), best),
      buttons(...rateButtons(question), whyButton(best, question)),
      note(
        certaintyOfFirst >= 0.8
          ? 'I am sure that this section speaks of it.'
          : 'I am fairly sure that this section speaks of it.',
      ),
      ...quietLines(best.edition, shelf),
    ],
  }
}

function alsoButtons(others: readonly Match[], { cites }: Match): Block[] {
  if (others.length === 0) return []
  return [
    text('You could also look at:'),
    buttons(...others.map((match) => readButton(match.cites, sayMatch(match, cites.policy)))),
  ]
}

/** With its policy, where that is not the one that the card is about. */
function sayMatch({ edition, section }: Pick<Match, 'edition' | 'section'>, about: string | undefined): string {
  if (edition.policy === about) return saySection(section)
  return shorten(`${edition.title}: ${saySection(section)}`, 75)
}

function unsure({ matches, why }: Answer, { shelf, question, scenario }: Asked): Card {
  const likely = matches.slice(0, 3)
  const [first] = likely
  const lead = why === 'nearest' ? nearest : 'I am not sure that I understood. These sections come closest:'
  const about = likely.every(({ cites }) => cites.policy === first?.cites.policy) ? first?.cites.policy : undefined
  const blocks = likely.flatMap((match): Block[] => [
    { kind: 'heading', text: sayMatch(match, about) },
    ...quotePassage({ ...match, passage: shortPassage(match.passage) }, sayCitation(match.edition, match.section.ref)),
    buttons({
      ...readButton(match.cites, 'Read this section'),
      spoken: `Read this section: ${sayMatch(match, about)}`,
    }),
  ])
  return {
    title: 'This may be what you mean',
    tone: 'unsure',
    summary: `I am not sure. This may be what you mean: ${likely.map((match) => sayMatch(match, about)).join('; ')}.`,
    blocks: [
      text(lead),
      ...blocks,
      text('Was one of them what you needed?'),
      buttons(
        ...rateButtons(question),
        ...(first === undefined ? [] : [whyButton(first, question), whomButton(first.cites.policy)]),
        personButton({ what: 'question', policy: about, question }),
        ...(scenario === undefined ? [] : [checkButton(scenario)]),
      ),
      ...(first === undefined ? [] : quietLines(first.edition, shelf)),
    ],
  }
}

const nearest = 'The policy does not say this directly; the nearest it says is:'

function notCovered({ shelf, contact, question, scenario }: Asked): Card {
  const [policy, ...others] = shelf.policies
  // Of several, none is what this is about, and none says whom to ask.
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
    blocks: [
      text(`I looked in${looked}. Nothing there seems to answer this, and I would rather say so than guess.`),
      ...(ask === undefined ? [] : [text(ask)]),
      text('You could put it in other words, or look through the sections.'),
      buttons(...waysOn(shelf), person, ...(scenario === undefined ? [] : [checkButton(scenario)])),
      ...(policy === undefined || several ? [] : quietLines(shelf.edition(policy.id), shelf)),
    ],
  }
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
export function showUrgent(kind: UrgentKind, { shelf, related }: { shelf: Shelf; related: readonly Match[] }): Card {
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
        ...(first === undefined ? [] : [whomButton(first.edition.policy)]),
        personButton({ what: 'safeguarding' }, 'Tell the safeguarding lead'),
        ...further.map((match) =>
          readButton(match.cites, sayMatch(match, first?.edition.policy ?? match.cites.policy)),
        ),
      ),
      note('What you wrote here is not kept.'),
      ...quietLines(first?.edition, shelf),
    ],
  }
}

function quotePassage({ passage, section }: Pick<Match, 'passage' | 'section'>, source: string): Block[] {
  if (passage.text === '') return [text(`${saySection(section)} has no text of its own, only the sections inside it.`)]
  return [
    { kind: 'quote', text: markUp(passage), source },
    ...(passage.gap === undefined ? [] : [gapLine(passage.gap.text)]),
  ]
}

function shortPassage(passage: Passage): Passage {
  const short = shorten(passage.text, 280)
  const kept = short.replace(/\s?…$/, '').length
  return { ...passage, text: short, marks: passage.marks.filter(([, end]) => end <= kept) }
}

function markUp({ text: whole, marks }: Pick<Passage, 'text' | 'marks'>): Rich {
  const spans: Rich[number][] = []
  let at = 0
  for (const [start, end] of joined(marks, whole)) {
    if (start > at) spans.push({ text: whole.slice(at, start) })
    spans.push({ text: whole.slice(start, end), style: 'mark' })
    at = end
  }
  if (at < whole.length) spans.push({ text: whole.slice(at) })
  return spans
}

/** Marks with nothing but a space between them are one. */
function joined(marks: Passage['marks'], whole: string): Passage['marks'] {
  const all: [number, number][] = []
  for (const [start, end] of marks) {
    const last = all.at(-1)
    if (last !== undefined && whole.slice(last[1], start).trim() === '') last[1] = end
    else all.push([start, end])
  }
  return all
}

function rateButtons(question: string): Button[] {
  return [
    { label: 'This helped', action: askingActions('rate', { question, helpful: true }) },
    { label: 'It did not help', action: askingActions('rate', { question, helpful: false }) },
  ]
}

function whyButton({ cites }: Match, question: string): Button {
  return { label: 'Why did I get this?', action: askingActions('because', { question, ...cites }) }
}

function checkButton({ id, title }: NonNullable<Asked['scenario']>): Button {
  return {
    label: 'Check this with me',
    spoken: `Check this with me: ${title}`,
    action: checkActions('check', { scenario: id }),
  }
}

function shareButton({ cites }: Match, card: string): Button {
  return { label: 'Share with the channel', action: readingActions('share', { card, ...cites }) }
}

/** For the home page. */
export function askForm(): Block {
  const field = { kind: 'line', id: 'question', label: 'Ask a question', hint: 'In your own words.' } as const
  return {
    kind: 'form',
    form: {
      fields: [{ ...field, required: true, max: 1_000 }],
      submit: { label: 'Ask', action: askingActions('ask'), main: true },
    },
  }
}
