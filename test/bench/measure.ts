// Computes the figures of an exam from its answers: right first, right within the first three, how well covered
// questions are told from the others, and how well each certainty can be believed.
export interface Judged {
  readonly covered: boolean
  /** Counted from 1; undefined where the right section is not among the matches, or no section is right. */
  readonly rank: number | undefined
  readonly outcome: 'answered' | 'unsure' | 'not-covered'
  /** The stated probability that the policies cover the question. */
  readonly certainty: number
  /** The stated probability that the first section is the right one. */
  readonly section: number
  readonly claimsSure: boolean
}

export interface Figures {
  readonly first: number
  readonly three: number
  readonly auroc: number
  readonly sectionAuroc: number
  readonly refused: number
  readonly denied: number
  readonly sureAndWrong: number
  readonly endToEnd: number
}

export function figuresOf(all: readonly Judged[]): Figures {
  const covered = all.filter(({ covered }) => covered)
  const not = all.filter(({ covered }) => !covered)
  const isRight = ({ rank }: Judged) => rank === 1
  return {
    first: share(covered, isRight),
    three: share(covered, ({ rank }) => rank !== undefined && rank <= 3),
    auroc: auroc(
      covered.map(({ certainty }) => certainty),
      not.map(({ certainty }) => certainty),
    ),
    sectionAuroc: auroc(
      all.filter(isRight).map(({ section }) => section),
      all.filter((each) => !isRight(each)).map(({ section }) => section),
    ),
    refused: share(covered, ({ outcome }) => outcome === 'not-covered'),
    denied: share(not, ({ outcome }) => outcome === 'not-covered'),
    sureAndWrong: share(all, (each) => each.claimsSure && !isRight(each)),
    // Right if the first section is right and was not refused, or if nothing covers the question and the answer says
    // so.
    endToEnd: share(all, (each) =>
      each.covered ? isRight(each) && each.outcome !== 'not-covered' : each.outcome === 'not-covered',
    ),
  }
}

export function sayFigures({ first, three, auroc, ...rest }: Figures): string {
  return [
    `first ${per(first)}, in three ${per(three)}, AUROC ${auroc.toFixed(3)} (section ${rest.sectionAuroc.toFixed(3)})`,
    `refused though covered ${per(rest.refused)}, rightly refused ${per(rest.denied)}, sure and wrong ${per(rest.sureAndWrong)}, end to end ${per(rest.endToEnd)}`,
  ].join('; ')
}

/** For each band of stated certainty, how often the statement was true. */
export function reliability(pairs: readonly { readonly said: number; readonly so: boolean }[]): string {
  const edges = [0, 0.2, 0.4, 0.6, 0.8, 1]
  return edges
    .slice(0, -1)
    .map((low, at) => {
      const high = edges[at + 1] ?? 1
      const own = pairs.filter(({ said }) => said >= low && (said < high || high === 1))
      return `${low}–${high}: ${own.length === 0 ? 'none' : `${per(share(own, ({ so }) => so))} of ${own.length}`}`
    })
    .join('  ')
}

/** The probability that a value of `yes` exceeds one of `no`; ties count half. */
export function auroc(yes: readonly number[], no: readonly number[]): number {
  let won = 0
  for (const a of yes) for (const b of no) won += a > b ? 1 : Number(a === b) / 2
  return won / (yes.length * no.length)
}

function share<T>(all: readonly T[], holds: (each: T) => boolean): number {
  return all.filter(holds).length / (all.length || 1)
}

function per(value: number): string {
  return `${(value * 100).toFixed(1)} %`
}
