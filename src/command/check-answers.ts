// Reads the answers that are given to a check on the command line.
import { misfitOf } from '../check/answers.ts'
import type { Answers, Scenario } from '../guide/scenario.ts'

/** Choices by question; or what is wrong with what was typed. */
export function readAnswers(scenario: Scenario, given: readonly string[]): Answers | string {
  const answers: Record<string, string> = {}
  for (const each of given) {
    const [, question, choice] = /^([^=]+)=(.+)$/.exec(each) ?? []
    if (question === undefined || choice === undefined) return `"${each}" is not QUESTION=CHOICE.`
    const misfit = misfitOf(scenario, { question, choice })
    if (misfit !== undefined) return `In scenario ${scenario.id} ${misfit.what}. ${misfit.fix}`
    if (answers[question] !== undefined && answers[question] !== choice) {
      return `The question "${question}" is answered twice, with ${answers[question]} and ${choice}. Keep one of them.`
    }
    answers[question] = choice
  }
  return answers
}

/** What to do about a scenario whose policy the school does not have. */
export const toImport = 'Import it: npm run policy -- import FILE --policy ID.'
