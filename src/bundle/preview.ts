// What a round will do before it begins: how many people are asked for each document, how they hear, when, and what
// looks doubtful. Pure.
import {
  previewOf,
  sayAskedCount,
  sayPreview,
  type CampaignDoubt,
  type CampaignPreview,
  type PreviewAsked,
} from '../campaign/preview.ts'

export interface RoundPreview {
  /** Everybody who has to sign at least one of the documents, each counted once. */
  readonly all: CampaignPreview
  readonly parts: readonly { readonly title: string; readonly asked: PreviewAsked }[]
  readonly doubts: readonly CampaignDoubt[]
}

interface Counted {
  readonly everybody: PreviewAsked
  readonly parts: RoundPreview['parts']
  /** The policies that nobody can be asked for. */
  readonly missing: readonly string[]
}

export function previewRound(
  { everybody, parts, missing }: Counted,
  planned: Parameters<typeof previewOf>[1],
): RoundPreview {
  const all = previewOf(everybody, planned)
  const empty = parts.filter(({ asked }) => asked.owe + asked.signed + asked.excused === 0)
  const lost = missing.map((id): CampaignDoubt => ({
    kind: 'missing',
    what: `There is no policy ${id} here with something to sign, so nobody is asked for it.`,
  }))
  const nobody = empty.map(({ title }): CampaignDoubt => ({
    kind: 'nobody',
    what: `Nobody here is among those who read the ${title}, so nobody is asked for it.`,
  }))
  const days = all.doubts.filter(({ kind }) => kind !== 'nobody')
  return { all, parts, doubts: [...lost, ...nobody, ...days] }
}

/** The sentences are the same on the card and on the command line; `when` is the opening day, in words. */
export function sayRoundPreview({ all, parts }: RoundPreview, when = 'today'): readonly string[] {
  const [first = '', ...others] = sayPreview(all, when)
  const each = parts.map(({ title, asked }) => `${title}: ${sayAskedCount(asked, when)}`)
  return [first.replace('asked to sign', 'asked to sign at least one of the documents'), ...each, ...others]
}
