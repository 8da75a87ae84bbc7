// The lists of people that were brought in lately, and taking one back: what that would do is seen before.
import { dayIn } from '../kit/days.ts'
import { sha256 } from '../kit/hash.ts'
import type { OfficeAnswer, OfficeRequest } from '../ports/office.ts'
import type { ListUndo } from '../ports/people.ts'
import { takenListPage, takenListsPage, type NamedUndo, type TakenList } from './list-pages.ts'
import { nameOf } from './settings.ts'
import type { Insider, World } from './world.ts'

const mostShown = 10

export async function showTaken(world: World, id: string | undefined): Promise<OfficeAnswer> {
  const lists = await takenLists(world)
  if (id === undefined) return takenListsPage(lists)
  const list = lists.find((each) => each.id === id)
  const undo = list && (await world.ports.people.lookAtUndoing(id))
  return list === undefined || undo === undefined
    ? takenListsPage(lists)
    : takenListPage(list, await named(world, undo))
}

export async function takeListBack(
  world: World,
  id: string,
  { insider, request }: { readonly insider: Insider; readonly request: OfficeRequest },
): Promise<OfficeAnswer> {
  if (request.fields['do'] !== 'undo') return showTaken(world, id)
  const { people } = world.ports
  const undo = await people.lookAtUndoing(id)
  // What somebody saw is what they agreed to.
  if (undo === undefined || request.fields['seen'] !== sealOf(undo)) return showTaken(world, id)
  await people.undoList(id, { by: insider.by })
  return { kind: 'go', to: '/office/people?done=unlisted' }
}

function sealOf({ back, gone }: ListUndo): string {
  return sha256(JSON.stringify([back, gone]))
}

async function named({ ports }: World, undo: ListUndo): Promise<NamedUndo> {
  const names = async (ids: readonly string[]) => {
    const people = await Promise.all(ids.map((id) => ports.people.byId(id)))
    return people.map((person) => person?.name ?? 'somebody who was erased')
  }
  return {
    back: await names(undo.back),
    gone: await names(undo.gone),
    kept: await names(undo.kept),
    seal: sealOf(undo),
  }
}

async function takenLists(world: World): Promise<TakenList[]> {
  const { zone } = world.library().school
  const entries = await world.ports.journal.happened({ kinds: ['list-imported'], most: mostShown })
  const lists: TakenList[] = []
  for (const { id, at, fact } of entries)
    if (fact.kind === 'list-imported')
      lists.push({
        id,
        day: dayIn(zone, at),
        rows: fact.rows,
        changes: fact.changes,
        by: await nameOf(world, fact.by),
      })
  return lists
}
