// One sitting for a bundle: how far somebody is, and what they sign next.
import type { Owing } from './owing.ts'

export interface Sitting {
  /** The title of the bundle. */
  readonly title: string
  /** How many of their own documents are signed, and how many there are; excused ones are not counted. */
  readonly signed: number
  readonly of: number
  /** What is left, in the order of the bundle. */
  readonly next: readonly Owing[]
}

/**
 * The bundle with which this policy is asked for. `stands` are all policies that the person may sign, signed or not.
 */
export function sittingOf(stands: readonly Owing[], policy: string): Sitting | undefined {
  const round = stands.find(({ matter }) => matter.policy.id === policy)?.round
  if (round === undefined) return undefined
  const parts = stands
    .filter((each) => each.round?.id === round.id && each.standing.kind !== 'excused')
    .toSorted((a, b) => placeOf(a) - placeOf(b))
  const next = parts.filter((each) => !isSigned(each))
  return { title: round.title, signed: parts.length - next.length, of: parts.length, next }
}

function isSigned({ standing: { kind } }: Owing): boolean {
  return kind === 'signed' || kind === 'carried-over'
}

function placeOf({ round }: Owing): number {
  return round?.at ?? 0
}
