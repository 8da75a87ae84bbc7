// A scenario as boxes and arrows: one box for each question and each ending. Whoever draws it decides how it looks.
import { rulings, type Ruling, type Scenario } from '../guide/scenario.ts'
import type { Situation } from './paths.ts'

export interface ScenarioTree {
  /** The questions that are ever asked, in the order in which they are asked. */
  readonly questions: readonly { readonly id: string; readonly text: string; readonly ways: readonly TreeWay[] }[]
  /** From mild to strict. */
  readonly endings: readonly Ruling[]
}

/** Where a choice can lead: several boxes, where that depends on earlier answers. */
export interface TreeWay {
  readonly choice: string
  readonly to: readonly TreeEnd[]
}

export type TreeEnd =
  { readonly kind: 'question'; readonly id: string } | { readonly kind: 'ending'; readonly ruling: Ruling }

/** `situations` are all situations of the scenario. */
export function treeOf(scenario: Scenario, situations: readonly Situation[]): ScenarioTree {
  const ends = new Map(situations.map((situation) => [situation.key, endOf(situation)]))
  const led = new Map<string, Map<string, Map<string, TreeEnd>>>()
  for (const { step, next } of situations) {
    if (step.kind !== 'ask') continue
    const ways = led.get(step.question.id) ?? new Map<string, Map<string, TreeEnd>>()
    led.set(step.question.id, ways)
    for (const { choice, key } of next) {
      const end = ends.get(key)
      const to = ways.get(choice) ?? new Map<string, TreeEnd>()
      if (end !== undefined) to.set(JSON.stringify(end), end)
      ways.set(choice, to)
    }
  }
  const questions = scenario.questions.flatMap(({ id, text, choices }) => {
    const ways = led.get(id)
    if (ways === undefined) return []
    const all = choices.flatMap((choice) => {
      const to = ways.get(choice.id)
      return to === undefined ? [] : [{ choice: choice.text, to: [...to.values()] }]
    })
    return [{ id, text, ways: all }]
  })
  const reached = new Set([...ends.values()].flatMap((end) => (end.kind === 'ending' ? [end.ruling] : [])))
  return { questions, endings: rulings.filter((ruling) => reached.has(ruling)) }
}

function endOf({ step }: Situation): TreeEnd {
  return step.kind === 'ask'
    ? { kind: 'question', id: step.question.id }
    : { kind: 'ending', ruling: step.verdict.ruling }
}
