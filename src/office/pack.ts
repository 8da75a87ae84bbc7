// The inspection pack: made in the background while the page asks again by itself, and downloaded as one file.
import { createReadStream, rmSync } from 'node:fs'
import type { OfficeAnswer, OfficeRequest } from '../ports/office.ts'
import { isForSigning } from '../standing/declared.ts'
import { back, done, form, look, notePart, page, officePage, textPart, wrong } from './parts.ts'
import type { Packing, World } from './world.ts'

interface Asking {
  readonly request: OfficeRequest
}

export function openPack(world: World, [id, file]: readonly string[]): OfficeAnswer {
  if (id === undefined) return askPack(world)
  const packing = world.packs.find(id, world.ports.clock())
  if (packing === undefined)
    return askPack(world, 'That pack was made too long ago, or has been taken away. Please make it again.')
  const { became } = packing
  if (file === 'file' && became.kind === 'made') return takeAway(world, id, became)
  switch (became.kind) {
    case 'making':
      return {
        kind: 'page',
        page: {
          ...officePage('Making the pack', [
            textPart(
              'The pack is being put together and the whole journal is checked. This page looks again by itself; you need not stay.',
            ),
            back,
          ]),
          again: 2,
        },
      }
    case 'made':
      return page('The pack is ready', [
        done('It holds names: give it only to whoever may see them.'),
        {
          kind: 'links',
          links: [{ to: `/office/pack/${encodeURIComponent(id)}/file`, label: `Take it away: ${became.name}` }],
        },
        notePart('It can be taken away once, within the hour. Then it is deleted here.'),
        back,
      ])
    case 'failed':
      return askPack(world, became.what)
  }
}

function askPack(world: World, problem?: string): OfficeAnswer {
  const policies = world.library().policies.filter(isForSigning)
  const options = policies.map(({ id, title }) => ({ id, label: title }))
  return page('Inspection pack', [
    problem === undefined ? undefined : wrong(problem),
    textPart(
      'One ZIP file: who has signed which edition, the texts that were signed, the whole journal, and how to check all of it without this program.',
    ),
    look('It holds the names of everybody who signed.'),
    options.length === 0
      ? textPart('No policy has anything to sign yet.')
      : form('/office/pack', [{ kind: 'choice', id: 'policy', label: 'Of which policy', options }], {
          label: 'Make the pack',
          value: 'make',
          main: true,
        }),
    back,
  ])
}

export function actOnPack(world: World, rest: readonly string[], { request }: Asking): OfficeAnswer {
  if (rest.length > 0) return { kind: 'missing' }
  const { ports } = world
  const id = ports.newId()
  const packing: Packing = { became: { kind: 'making' } }
  world.packs.keep(id, packing, ports.clock())
  void world
    .makePack(request.fields['policy'])
    .then((made) => {
      packing.became = typeof made === 'string' ? { kind: 'failed', what: made } : { kind: 'made', ...made }
    })
    .catch((error: unknown) => {
      ports.log.error({ error }, 'a pack could not be made')
      packing.became = {
        kind: 'failed',
        what: 'The pack could not be made. Whoever looks after the server can see why in its log.',
      }
    })
  return { kind: 'go', to: `/office/pack/${encodeURIComponent(id)}` }
}

function takeAway(world: World, id: string, { path, name }: { path: string; name: string }): OfficeAnswer {
  world.packs.drop(id)
  return { kind: 'file', name, type: 'application/zip', pieces: piecesOf(path) }
}

async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(path)) yield piece as Uint8Array
  } finally {
    rmSync(path, { force: true })
  }
}
