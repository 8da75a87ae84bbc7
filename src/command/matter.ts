// What the commands about signing are about: a policy, its edition in force on that day, and how everybody stands with it.
import { matterAbout, type Matter } from '../turn/matter.ts'
import { rowOf } from '../register/page.ts'
import type { Counting } from '../standing/totals.ts'
import type { RegisterRow } from '../standing/campaigns.ts'
import type { Group } from '../chat/people.ts'
import { dayIn, type Day } from '../kit/days.ts'
import { nearest } from '../kit/text.ts'
import type { Library } from '../turn/library.ts'
import { editionInForce } from '../policy/force.ts'
import type { Policy } from '../policy/types.ts'
import type { RegisterLine } from '../standing/totals.ts'
import type { Register } from '../ports/evidence.ts'

/** A sentence where there is no such policy, or nothing to sign in it. Without an id, the only one there is. */
export function readMatter({ policies, school }: Library, id: string | undefined, at: Date | Day): Matter | string {
  const signable = policies.filter(({ declaration }) => declaration !== undefined)
  const policy = id === undefined && signable.length === 1 ? signable[0] : policies.find((each) => each.id === id)
  if (policy === undefined) return sayNoPolicy(policies, id)
  const today = typeof at === 'string' ? at : dayIn(school.zone, at)
  const edition = editionInForce(policy, today)
  return (
    matterAbout(policy, edition, { today, ...school.signing }) ??
    `The ${policy.title} (${edition.id}) has no section to sign.`
  )
}

function sayNoPolicy(policies: readonly Policy[], id: string | undefined): string {
  const ids = policies.map((policy) => policy.id)
  if (id === undefined) return `Which policy? Say --policy with one of: ${ids.join(', ')}.`
  const near = nearest(id, ids)
  return `There is no policy “${id}”, only: ${ids.join(', ')}.${near === undefined ? '' : ` Did you mean ${near}?`}`
}

export interface Shown {
  readonly practice: boolean
  readonly group: Group | 'none' | undefined
}

/** Everybody by name, in flat memory however many there are. */
export async function* rowsOf(
  register: Register,
  { policy }: Matter,
  { counting, practice, group }: Shown & { readonly counting: Counting },
): AsyncGenerator<RegisterRow & RegisterLine> {
  let after: string | undefined
  for (;;) {
    const which = { policy: policy.id, practice, ...(group === undefined ? {} : { group }) }
    const page = await register.page({ ...which, most: pageSize, ...(after === undefined ? {} : { after }) })
    for (const line of page) yield { ...line, ...rowOf(line, counting) }
    after = page.at(-1)?.person.id
    if (page.length < pageSize) return
  }
}

const pageSize = 500
