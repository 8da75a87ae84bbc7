// Backups in the office: when each was made and last tried; one can be made now, and downloaded by whoever looks after
// the data.
import { sayDay, dayIn } from '../kit/days.ts'
import type { OfficeAnswer, OfficeRequest, Part } from '../ports/office.ts'
import { back, doneNote, form, heading, links, look, notePart, officePage, textPart, wrong } from './parts.ts'
import type { BackupKept, Insider, World } from './world.ts'

interface Asking {
  readonly insider: Insider
  readonly request: OfficeRequest
}

export function openBackups(world: World, [name, file]: readonly string[], { insider, request }: Asking): OfficeAnswer {
  if (name === undefined) return shown(world, insider, { done: request.fields['done'] })
  if (file !== 'file') return { kind: 'missing' }
  if (!insider.may('take-backup'))
    return { kind: 'refused', why: 'A backup holds what was said in confidence. Only an administrator takes it away.' }
  const pieces = world.backups.open(name)
  if (pieces === undefined) return { kind: 'missing' }
  world.ports.log.info({ by: insider.by, backup: name }, 'a backup was taken away')
  return { kind: 'file', name, type: 'application/octet-stream', pieces }
}

export function actOnBackups(world: World, rest: readonly string[], { insider, request }: Asking): OfficeAnswer {
  const { backups } = world
  const { fields } = request
  const name = fields['name'] ?? ''
  if (rest.length > 0) return { kind: 'missing' }
  switch (fields['do']) {
    case 'make':
      backups.make()
      return { kind: 'go', to: '/office/backups' }
    case 'try':
      backups.tryOne(name)
      return { kind: 'go', to: '/office/backups' }
    case 'drop':
      if (!insider.may('take-backup')) return { kind: 'refused', why: 'Only an administrator deletes a backup.' }
      if (fields['sure'] !== 'yes')
        return shown(world, insider, { problem: 'Tick the box if it is to be deleted. Nothing was changed.' })
      backups.drop(name)
      world.ports.log.info({ by: insider.by, backup: name }, 'a backup was deleted')
      return { kind: 'go', to: '/office/backups?done=dropped' }
    default:
      return { kind: 'missing' }
  }
}

interface Shown {
  readonly done?: string | undefined
  readonly problem?: string
}

function shown(world: World, insider: Insider, { done, problem }: Shown): OfficeAnswer {
  const { busy, failed } = world.backups.state()
  const kept = world.backups.list()
  const trouble = problem ?? failed
  const parts = [
    doneNote(done),
    trouble === undefined ? undefined : wrong(trouble),
    textPart('A backup is the whole school in one file: people, signatures, the journal, and the school’s own files.'),
    busy
      ? look('A backup is being made or tried. This page looks again by itself; you need not stay.')
      : form('/office/backups', [], { label: 'Make one now', value: 'make', main: true }),
    ...listParts(world, insider, kept),
    notePart(
      'Keep them on another machine, where only you can read them: a backup on the same disk is lost with it. Whoever looks after the server can have one made every night.',
    ),
    back,
  ]
  const page = officePage('Backups', parts)
  return { kind: 'page', page: busy ? { ...page, again: 2 } : page }
}

function listParts(world: World, insider: Insider, kept: readonly BackupKept[]): Part[] {
  const { zone } = world.library().school
  const day = (at: Date) => sayDay(dayIn(zone, at))
  if (kept.length === 0) return [notePart('There is none on this server yet.')]
  const rows = kept.map(({ name, bytes, at, tried }) => ({
    cells: [name, day(at), sayBytes(bytes), tried === undefined ? 'never' : `${day(tried.at)}: ${tried.what}`],
  }))
  return [
    { kind: 'table', caption: 'On this server', head: ['Backup', 'Made', 'Size', 'Last tried'], rows },
    ...kept.slice(0, mostShown).flatMap((each) => deedParts(each, insider.may('take-backup'))),
  ]
}

const mostShown = 10

function deedParts({ name }: BackupKept, mayTake: boolean): Part[] {
  const kept = { kind: 'kept', id: 'name', value: name } as const
  const tryIt = {
    label: 'Try whether it can be restored',
    value: 'try',
    spoken: `Try whether it can be restored: ${name}`,
  }
  const parts: Part[] = [heading(name), form('/office/backups', [kept], tryIt)]
  if (!mayTake) return parts
  return [
    ...parts,
    links({ to: `/office/backups/${encodeURIComponent(name)}/file`, label: `Take it away: ${name}` }),
    form('/office/backups', [kept, { kind: 'tick', id: 'sure', label: `Yes, delete ${name} for good` }], {
      label: 'Delete it',
      value: 'drop',
      spoken: `Delete it: ${name}`,
    }),
  ]
}

function sayBytes(bytes: number): string {
  const [million, thousand] = [1_000_000, 1_000]
  return bytes >= million ? `${(bytes / million).toFixed(1)} MB` : `${Math.ceil(bytes / thousand)} kB`
}
