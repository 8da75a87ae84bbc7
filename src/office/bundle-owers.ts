// Who has not signed all of a bundle that is asked, found by a part of a name or address, a page at a time.
import { owersOf, type Ower } from '../bundle/read-asked-people.ts'
import { countedParts } from '../bundle/read-round-count.ts'
import type { OfficeAnswer, OfficeRequest } from '../ports/office.ts'
import { isFoundBy } from '../register/filter.ts'
import type { Round } from '../standing/rounds.ts'
import { owersPage } from './bundle-pages.ts'
import { mattersIn } from './matters.ts'
import type { World } from './world.ts'

const perPage = 50

export async function openBundleOwers(
  world: World,
  round: Round,
  fields: OfficeRequest['fields'],
): Promise<OfficeAnswer> {
  const matters = mattersIn(world)
  const typed = (fields['q'] ?? '').trim().slice(0, 80)
  const from = /^\d{1,7}$/.test(fields['from-row'] ?? '') ? Number(fields['from-row']) : 0
  const parts = await countedParts(world.ports, { round, matters })
  const rows: Ower[] = []
  let count = 0
  for await (const ower of owersOf(world.ports, { parts, practice: round.practice })) {
    if (typed !== '' && !isFoundBy(ower.person, typed)) continue
    if (count >= from && rows.length < perPage) rows.push(ower)
    count += 1
  }
  const titleOf = (policy: string) => matters.find((each) => each.policy.id === policy)?.edition.title ?? policy
  return owersPage({ round, rows, count, from, perPage, typed, titleOf })
}
