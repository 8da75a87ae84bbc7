// Fits the weights in knowledge/urgent-weights.txt: `node --import tsx test/bench/fit-urgent.ts` writes the file from
// the messages that may be looked at, and prints how well the weights do on messages left out of the fit, a fifth at a
// time.
//
// The model is a regularised logistic regression over the words and word pairs of a message, for each kind against
// none. The messages that are not urgent are the near misses, the questions in the knowledge, and drafts.
import { writeFileSync } from 'node:fs'
import { withWeights } from '../../src/library/urgent-weights.ts'
import { compileWeights, signsOf } from '../../src/search/weighed.ts'
import type { UrgentKind } from '../../src/search/types.ts'
import { spokenWords } from '../../src/search/spoken.ts'
import { withoutHarmless } from '../../src/search/meant.ts'
import { harmlessByTheWay, lookedAt, urgentKinds, type Message } from './urgent-messages.ts'

const kinds = urgentKinds.map(({ id }) => id)

interface Example {
  readonly signs: readonly string[]
  /** How much of the message is of each kind; all zeros where it is not urgent. */
  readonly share: readonly number[]
}

function exampleOf({ kinds: mine, text }: Message): Example {
  return {
    signs: [...signsOf(spokenWords(withoutHarmless(text)))],
    share: kinds.map((kind) => (mine.includes(kind) ? 1 / mine.length : 0)),
  }
}

const rounds = 12
const rate = 0.3
const cost = 0.003

/** `shared` is what a sign says of every kind alike, learned from all of them; `own` is what it adds for each kind. */
interface Weight {
  readonly shared: Learned
  readonly own: readonly Learned[]
}

/** A weight whose steps were large takes smaller ones (AdaGrad). */
class Learned {
  value = 0
  #squares = 1e-6

  step(slope: number): void {
    const costly = slope + cost * this.value
    this.#squares += costly * costly
    this.value -= (rate * costly) / Math.sqrt(this.#squares)
  }
}

function fit(examples: readonly Example[]): ReadonlyMap<string, readonly number[]> {
  const weights = new Map<string, Weight>()
  const weightOf = (sign: string) => {
    const weight = weights.get(sign) ?? { shared: new Learned(), own: kinds.map(() => new Learned()) }
    weights.set(sign, weight)
    return weight
  }
  const seen = examples.map(({ signs, share }) => ({ mine: signs.map(weightOf), share }))
  for (let round = 0; round < rounds; round++) for (const { mine, share } of seen) learn(mine, share)
  return new Map([...weights].map(([sign, { shared, own }]) => [sign, own.map(({ value }) => shared.value + value)]))
}

function learn(mine: readonly Weight[], share: readonly number[]): void {
  const odds = kinds.map((_, k) =>
    Math.exp(mine.reduce((sum, { shared, own }) => sum + shared.value + (own[k]?.value ?? 0), 0)),
  )
  const all = odds.reduce((sum, each) => sum + each, 1)
  const slopes = odds.map((each, k) => each / all - (share[k] ?? 0))
  const together = slopes.reduce((sum, slope) => sum + slope, 0)
  for (const { shared, own } of mine) {
    shared.step(together)
    for (const [k, slope] of slopes.entries()) own[k]?.step(slope)
  }
}

/** In hundredths, as the file has them, without signs whose weights are all close to zero. */
function rounded(weights: ReadonlyMap<string, readonly number[]>): [string, number[]][] {
  return [...weights]
    .map(([sign, each]): [string, number[]] => [sign, each.map((weight) => Math.round(weight * 100))])
    .filter(([, each]) => each.some((weight) => Math.abs(weight) >= least))
}
const least = 8

function written(examples: readonly Example[]): string {
  const rows = rounded(fit(examples)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const head = [
    '# How much each word, and each pair of words that follow each other, says that a message is urgent, in hundredths, for',
    '# each kind in urgent.yaml; * is in every message. It was worked out from messages, and is not written by hand.',
  ]
  return [...head, ['kinds', ...kinds].join('\t'), ...rows.map(([sign, each]) => [sign, ...each].join('\t')), ''].join(
    '\n',
  )
}

function kindsWith(source: string): readonly UrgentKind[] {
  return withWeights(urgentKinds, { shown: 'urgent-weights.txt', source }, { problems: [] })
}

/** Judges each message once, by weights fitted without its fifth. */
function leftOut(messages: readonly Message[]): void {
  const judged = [0, 1, 2, 3, 4].flatMap((fold) => {
    const rest = messages.filter((_, at) => at % 5 !== fold)
    const kindsThen = kindsWith(written(rest.map(exampleOf)))
    const weigh = compileWeights(kindsThen)
    return messages
      .filter((_, at) => at % 5 === fold)
      .map(({ kinds: mine, text }) => {
        const weighed = weigh(spokenWords(withoutHarmless(text)))
        return { mine, odds: weighed?.odds ?? -99, kind: weighed?.kind.id ?? '' }
      })
  })
  const told = judged.filter(({ mine }) => mine.length > 0)
  const others = judged.filter(({ mine }) => mine.length === 0)
  for (const above of [-2, -1, 0, 0.5, 1, 1.5, 2, 3]) {
    const found = told.filter(({ odds }) => odds >= above)
    const wrong = found.filter(({ mine, kind }) => !mine.includes(kind))
    const alarms = others.filter(({ odds }) => odds >= above)
    const of = (part: number, all: number) => `${((100 * part) / all).toFixed(1)} %`
    console.log(
      `odds from ${above}: found ${of(found.length, told.length)}, another kind ${of(wrong.length, found.length)}, alarms ${of(alarms.length, others.length)}`,
    )
  }
}

const messages = [...lookedAt(), ...harmlessByTheWay()]
console.log(`${messages.length} messages, ${messages.filter((each) => each.kinds.length > 0).length} of them urgent`)
if (process.argv.includes('--left-out')) leftOut(messages)
writeFileSync('knowledge/urgent-weights.txt', written(messages.map(exampleOf)))
