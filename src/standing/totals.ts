// A register in numbers: by group and as a whole. Leavers and excused people are left out of every percentage.
import { groups, type Group, type Person } from '../chat/people.ts'
import type { Day } from '../kit/days.ts'
import type { SigningDoubt } from './doubts.ts'
import { standingOf, type AsOf, type Marks } from './standing.ts'
import type { Involvement, Standing } from './types.ts'
import type { Campaign } from './campaigns.ts'

export interface RegisterLine {
  readonly person: Person
  readonly involvement: Involvement | undefined
}

/**
 * `person` and `involvement` describe one of those counted: everything that the kind of standing depends on is the same
 * for all of them.
 */
export interface Tally extends RegisterLine {
  readonly count: number
}

export interface RegisterRow {
  readonly person: Person
  readonly standing: Standing
  /** Undefined where no campaign asks anything of them any more. */
  readonly due: Day | undefined
  /** About the signature that stands. */
  readonly doubts: readonly SigningDoubt[]
}

export interface Totals {
  readonly all: Count
  /** In the order of `groups`, then people without a group; groups without anybody are left out. */
  readonly groups: readonly (Count & { readonly group: Group | 'none' })[]
}

export interface Count {
  /** Everybody, including leavers. */
  readonly people: number
  /** Signed this edition, or an earlier one whose signatures carry over. */
  readonly signed: number
  /** Asked and not signed: asked, reading, signed an earlier edition, raised a concern, declined. */
  readonly outstanding: number
  readonly excused: number
  readonly left: number
  /** Not asked by any campaign, and not signed. */
  readonly notAsked: number
  /**
   * Of those who signed or should sign, in whole per cent; undefined where there is nobody. It is never 100 before
   * everybody has signed.
   */
  readonly percent: number | undefined
  readonly kinds: Readonly<Record<Standing['kind'], number>>
}

export interface Counting {
  readonly marks: Marks
  readonly campaigns: readonly Campaign[]
  readonly asOf: AsOf
}

/** `tally` has one line for each combination that occurs, with the number of people it stands for. */
export function totalsOf(tally: readonly (RegisterLine & { readonly count: number })[], counting: Counting): Totals {
  const judged = tally.map((line) => ({
    group: line.person.group ?? ('none' as const),
    standing: standingOf({ ...line, ...counting }, counting.asOf),
    count: line.count,
  }))
  return {
    all: countOf(judged),
    groups: [...groups, 'none' as const].flatMap((group) => {
      const own = judged.filter((each) => each.group === group)
      return own.length === 0 ? [] : [{ group, ...countOf(own) }]
    }),
  }
}

function countOf(judged: readonly { readonly standing: Standing; readonly count: number }[]): Count {
  const kinds = { ...none }
  const sums = { signed: 0, outstanding: 0, excused: 0, left: 0, notAsked: 0 }
  for (const { standing, count } of judged) {
    kinds[standing.kind] += count
    sums[placeOf(standing)] += count
  }
  const asked = sums.signed + sums.outstanding
  const people = asked + sums.excused + sums.left + sums.notAsked
  return { people, ...sums, percent: asked === 0 ? undefined : Math.floor((100 * sums.signed) / asked), kinds }
}

/** The total to which a standing is added. */
export function placeOf(standing: Standing): 'signed' | 'outstanding' | 'excused' | 'left' | 'notAsked' {
  switch (standing.kind) {
    case 'signed':
    case 'carried-over':
      return 'signed'
    case 'excused':
    case 'left':
      return standing.kind
    case 'not-asked':
      return 'notAsked'
    case 'asked':
    case 'reading':
    case 'signed-earlier':
    case 'concern-raised':
    case 'declined':
      return standing.due === undefined ? 'notAsked' : 'outstanding'
  }
}

const none: Record<Standing['kind'], number> = {
  'not-asked': 0,
  asked: 0,
  reading: 0,
  signed: 0,
  'signed-earlier': 0,
  'carried-over': 0,
  'concern-raised': 0,
  declined: 0,
  excused: 0,
  left: 0,
}
