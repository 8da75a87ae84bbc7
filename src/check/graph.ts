// A scenario as a picture for its owners: one box for each question and each ending, in Mermaid.
import type { Situation } from './paths.ts'
import { rulings, type Rule, type Ruling, type Scenario } from '../guide/scenario.ts'
import { compact } from '../kit/defined.ts'
import { shorten } from '../kit/text.ts'
import { rulingTitle } from './wording.ts'

/**
 * Mermaid's `flowchart TD`. An arrow stands for every way from one box to the next with these choices. A choice can
 * have several arrows, because where it leads may depend on earlier answers.
 */
export function drawScenario(scenario: Scenario, situations: readonly Situation[]): string {
  const nodeOf = new Map(situations.map((situation) => [situation.key, nodeName(situation)]))
  const arrows = new Map<string, { from: string; to: string; choices: Set<string> }>()
  for (const situation of situations) {
    if (situation.step.kind !== 'ask') continue
    const { choices } = situation.step.question
    for (const { choice, key } of situation.next) {
      const [from, to] = [nodeName(situation), nodeOf.get(key) ?? '']
      const arrow = arrows.get(`${from} ${to}`) ?? { from, to, choices: new Set() }
      arrow.choices.add(choices.find(({ id }) => id === choice)?.text ?? choice)
      arrows.set(`${from} ${to}`, arrow)
    }
  }
  const used = new Set([...arrows.values()].flatMap(({ from, to }) => [from, to]))
  const questions = scenario.questions.filter(({ id }) => used.has(questionNode(id)))
  const endings = rulings.filter((ruling) => used.has(rulingNode(ruling)))
  return [
    'flowchart TD',
    `  start([${quoted(scenario.title)}]) --> ${[...nodeOf.values()][0] ?? 'start'}`,
    ...questions.map(({ id, text }) => `  ${questionNode(id)}[${quoted(text)}]`),
    ...endings.map((ruling) => `  ${rulingNode(ruling)}{{${quoted(rulingTitle(ruling))}}}`),
    ...[...arrows.values()].map(({ from, to, choices }) => `  ${from} -->|${quoted([...choices].join(' · '))}| ${to}`),
    ...scenario.rules.flatMap((rule) => drawRule(rule)),
  ].join('\n')
}

/** Shown beside the ending that the rule leads to, where its owner has said what it rests on or who decided it. */
function drawRule(rule: Rule): string[] {
  if (rule.rests === undefined && rule.decided === undefined) return []
  const node = `p_${rule.id.replaceAll('-', '_')}`
  return [`  ${node}[/${quoted(sayProvenance(rule))}/] -.- ${rulingNode(rule.ruling)}`]
}

/** "records: A1.1 “…”; decided by the head on 2026-11-30; from 2027-01-01". */
export function sayProvenance({ id, cites, rests = [], decided, from, until, draft }: Rule): string {
  const resting = rests.map(({ section, quote, gap }) => {
    if (gap) return `a gap in ${section}`
    return quote === undefined ? section : `${section} “${shorten(quote, 90)}”`
  })
  const parts = compact([
    resting.length > 0 ? resting.join(', ') : (cites ?? 'the policy says nothing'),
    decided && `decided by ${decided.by} on ${decided.on}`,
    from !== undefined && `from ${from}`,
    until !== undefined && `until ${until}`,
    draft && 'a draft, in previews only',
  ])
  return `${id}: ${parts.join('; ')}`
}

function nodeName({ step }: Situation): string {
  return step.kind === 'ask' ? questionNode(step.question.id) : rulingNode(step.verdict.ruling)
}

// Mermaid reserves some words, such as "end"; a prefix keeps ids apart from them.
function questionNode(id: string): string {
  return `q_${id.replaceAll('-', '_')}`
}

function rulingNode(ruling: Ruling): string {
  return `r_${ruling.replaceAll('-', '_')}`
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '#quot;')}"`
}
