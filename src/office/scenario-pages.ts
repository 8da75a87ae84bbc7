// The pages about scenarios: all of them, one as a picture and in words, and how its cases came out.
import type { ScenarioTree, TreeEnd, TreeWay } from '../check/tree.ts'
import { rulingTitle } from '../check/wording.ts'
import { rulings, type Rule, type Ruling, type Scenario } from '../guide/scenario.ts'
import { compact } from '../kit/defined.ts'
import { sayList, shorten } from '../kit/text.ts'
import { sayDay } from '../kit/days.ts'
import { parseDay } from '../kit/days.ts'
import { sayCitation } from '../policy/cite.ts'
import type { Edition } from '../policy/types.ts'
import type { OfficeAnswer, Part, TreeArrow, TreePart } from '../ports/office.ts'
import { back, done, heading, links, list, notePart, page, textPart, wrong } from './parts.ts'

export function scenariosPage(scenarios: readonly Scenario[]): OfficeAnswer {
  return page('Scenarios', [
    textPart('Each leads somebody by short questions to a ruling, with the sections that it rests on.'),
    scenarios.length === 0
      ? notePart('There is none about the school’s policies yet.')
      : {
          kind: 'table',
          caption: 'Scenarios',
          head: ['Scenario', 'Questions', 'Rules'],
          rows: scenarios.map(({ id, title, questions, rules }) => ({
            to: `/office/scenarios/${encodeURIComponent(id)}`,
            cells: [title, String(questions.length), String(rules.length)],
          })),
        },
    back,
  ])
}

interface ScenarioView {
  readonly scenario: Scenario
  /** The one in force. */
  readonly edition: Edition | undefined
  readonly tree: ScenarioTree
}

export function scenarioPage({ scenario, edition, tree }: ScenarioView): OfficeAnswer {
  const { id, title, intro, rules } = scenario
  return page(title, [
    textPart(intro),
    links(
      { to: `/office/scenarios/${encodeURIComponent(id)}/cases`, label: 'Run its cases' },
      ...(edition === undefined
        ? []
        : [{ to: `/office/policies/${edition.policy}/${edition.id}`, label: edition.title }]),
    ),
    heading('As a picture'),
    notePart(
      'It begins at the top. Ways to the right end there; ways to the left go on at a later question. On a narrow screen, move it sideways, or open the same in words below it.',
    ),
    pictureOf(title, tree),
    { kind: 'more', summary: 'The same in words', parts: tree.questions.flatMap((each) => inWords(each, tree)) },
    heading('Its rulings'),
    ...rulings.flatMap((ruling) => rulingParts(ruling, rules, edition)),
    notePart('It is changed in its file, scenarios/, which npm run inspect looks at; its words are confirmed there.'),
    links({ to: '/office/scenarios', label: 'All scenarios' }),
  ])
}

const tones = {
  'go-ahead': 'good',
  'go-ahead-if': 'care',
  'ask-first': 'care',
  'do-not': 'stop',
  'not-for-this-tool': 'plain',
  'report-now': 'stop',
} as const satisfies Record<Ruling, TreeArrow['ends'][number]['tone']>

function pictureOf(title: string, { questions }: ScenarioTree): TreePart {
  const placeOf = (id: string) => questions.findIndex((each) => each.id === id)
  return {
    kind: 'tree',
    label: `The questions of “${title}”, and where each answer leads`,
    boxes: questions.map(({ text, ways }) => ({
      text,
      ways: ways.map(({ choice, to }) => ({
        label: choice,
        to: to.flatMap((end) => (end.kind === 'question' ? [placeOf(end.id)] : [])),
        ends: to.flatMap((end) =>
          end.kind === 'ending' ? [{ label: rulingTitle(end.ruling), tone: tones[end.ruling] }] : [],
        ),
      })),
    })),
  }
}

function inWords({ id, text, ways }: ScenarioTree['questions'][number], { questions }: ScenarioTree): Part[] {
  const at = questions.findIndex((each) => each.id === id)
  const sayEnd = (end: TreeEnd) =>
    end.kind === 'ending'
      ? rulingTitle(end.ruling)
      : `question ${questions.findIndex((each) => each.id === end.id) + 1}`
  const sayWay = ({ choice, to }: TreeWay) =>
    `${choice}: ${to.map(sayEnd).join(', or ')}${to.length > 1 ? ', as was answered before' : ''}`
  return [textPart(`${at + 1}. ${text}`), list(ways.map(sayWay))]
}

function rulingParts(ruling: Ruling, rules: readonly Rule[], edition: Edition | undefined): Part[] {
  const own = rules.filter((rule) => rule.ruling === ruling)
  if (own.length === 0) return []
  const rows = own.map((rule) => ({ cells: [rule.reason, saySections(rule, edition), sayState(rule)] }))
  return [{ kind: 'table', caption: rulingTitle(ruling), head: ['Why', 'Section', 'Decided'], rows }]
}

function saySections({ cites, rests = [] }: Rule, edition: Edition | undefined): string {
  const place = (ref: string) => (edition === undefined ? ref : sayCitation(edition, ref))
  const quotes = rests.flatMap(({ quote }) => (quote === undefined ? [] : [`“${shorten(quote, 120)}”`]))
  if (cites === undefined && rests.length === 0) return 'The policy says nothing.'
  const refs = [...new Set(compact([cites, ...rests.map(({ section }) => section)]))]
  return [sayList(refs.map(place)), ...quotes].join(' ')
}

function sayState({ decided, from, until, draft }: Rule): string {
  const day = (text: string) => {
    const parsed = parseDay(text)
    return parsed === undefined ? text : sayDay(parsed)
  }
  const parts = compact([
    decided && `by ${decided.by}, ${day(decided.on)}`,
    from !== undefined && `from ${day(from)}`,
    until !== undefined && `until ${day(until)}`,
    draft === true && 'a draft, which rules nothing yet',
  ])
  return parts.length === 0 ? '–' : parts.join('; ')
}

export interface CaseRun {
  readonly says: string
  readonly ruling: Ruling
  /** What it does differently; undefined where it holds. */
  readonly failed: string | undefined
}

export function casesPage({ id, title }: Scenario, cases: readonly CaseRun[] | string | undefined): OfficeAnswer {
  const parts = typeof cases === 'string' ? [wrong(cases)] : ranParts(cases)
  return page(`Cases: ${title}`, [
    ...parts,
    links({ to: `/office/scenarios/${encodeURIComponent(id)}`, label: 'Back to the scenario' }),
  ])
}

function ranParts(cases: readonly CaseRun[] = []): Part[] {
  if (cases.length === 0) return [notePart('Nobody has written any cases for it.')]
  const failed = cases.filter((each) => each.failed !== undefined)
  const first = cases.toSorted((a, b) => Number(b.failed !== undefined) - Number(a.failed !== undefined))
  return [
    failed.length === 0
      ? done(`All ${cases.length} cases come out as they should.`)
      : wrong(`${failed.length} of ${cases.length} cases do not come out as they should.`),
    {
      kind: 'table',
      caption: 'Cases, run just now',
      head: ['Case', 'Should end in', 'How it came out'],
      rows: first.map(({ says, ruling, failed: what }) => ({
        cells: [says, rulingTitle(ruling), what === undefined ? 'as it should' : what],
      })),
    },
  ]
}
