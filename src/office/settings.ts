// The school's settings in the office: its name, contacts, terms and reminders. Each is saved to the home's
// school.yaml, checked as `inspect` checks it, and can be undone.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../kit/hash.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import type { OfficeAnswer, OfficeField, OfficeRequest, Part } from '../ports/office.ts'
import { hashIn, latestChanges, saveAll, textIn, undo, type ChangedFile, type Undone } from './save.ts'
import { changeSchool, type SchoolValues } from './school-file.ts'
import { formFor, steps, type Step } from './settings-forms.ts'
import { readStep } from './settings-read.ts'
import { sampleIn } from './sample.ts'
import { back, form, heading, links, look, notePart, page, doneNote, textPart, wrong } from './parts.ts'
import { whyNotSaved } from './unsaved.ts'
import type { Insider, World } from './world.ts'

export const schoolFile = 'school.yaml'

interface Asking {
  readonly insider: Insider
  readonly request: OfficeRequest
}

export async function openSettings(
  world: World,
  [which]: readonly string[],
  { request }: Pick<Asking, 'request'>,
): Promise<OfficeAnswer> {
  const step = steps.find((each) => each === which)
  if (step !== undefined)
    return page(stepTitles[step], [
      doneNote(request.fields['done']),
      ...stepParts(world, step, '/office/settings'),
      toSettings,
    ])
  return page('Settings', [
    doneNote(request.fields['done']),
    ...(await differingParts(world)),
    ...sampleParts(world),
    links(...steps.map((each) => ({ to: `/office/settings/${each}`, label: stepTitles[each] }))),
    heading('What was changed lately'),
    ...(await changeParts(world)),
    links({ to: '/office/setup', label: 'The set-up, step by step' }),
    back,
  ])
}

export const stepTitles: Readonly<Record<Step, string>> = {
  school: 'The school',
  contacts: 'People to ask',
  terms: 'Terms and training days',
  reminders: 'Reminders',
  signing: 'What is signed',
}

/** Several servers have a home each: what was changed on two of them at once waits for somebody to say which one stays. */
async function differingParts({ shared }: World): Promise<Part[]> {
  const differing = ((await shared?.differing()) ?? []).filter(({ kind }) => kind !== 'waits')
  return differing.flatMap(({ path, kind }): Part[] => {
    const what = kind === 'both' ? 'was changed on this server and on another' : 'is missing on this server alone'
    return [
      look(`${path} ${what}. Nothing was overwritten: say which one stays. The other can be taken back below.`),
      form(
        '/office/settings/settle',
        [{ kind: 'kept', id: 'path', value: path }],
        { label: 'The other servers’', value: 'theirs', spoken: `The other servers’ ${path} stays` },
        { label: 'This server’s', value: 'ours', spoken: `This server’s ${path} stays` },
      ),
    ]
  })
}

const toSettings: Part = links({ to: '/office/settings', label: 'All settings' })

function sampleParts(world: World): Part[] {
  const found = sampleIn(world.library())
  return found.length === 0
    ? []
    : [look('This is still the sample’s:', ...found.map(({ what, fix }) => `${what} ${fix}`))]
}

/** The text of school.yaml that applies: the home's own, or the one that comes with the program. */
function schoolText({ home, root }: Pick<World, 'home' | 'root'>): string {
  return textIn(home, schoolFile) ?? readFileSync(join(root, 'knowledge', schoolFile), 'utf8')
}

/** The form of a step; `to` is where it is sent. */
export function stepParts(world: World, step: Step, to: string, typed?: OfficeRequest['fields']): Part[] {
  const seen = sha256(schoolText(world))
  return [...formFor(step, { school: world.library().school, to: `${to}/${step}`, seen, typed: typed ?? {} })]
}

export async function actOnSettings(world: World, [which]: readonly string[], asking: Asking): Promise<OfficeAnswer> {
  if (which === 'undo') return undoChange(world, asking)
  if (which === 'settle') return settleFile(world, asking)
  const step = steps.find((each) => each === which)
  if (step === undefined) return { kind: 'missing' }
  const saved = await saveStep(world, step, asking)
  if (saved.kind === 'saved') return { kind: 'go', to: '/office/settings?done=saved' }
  return page(stepTitles[step], [saved.part, ...stepParts(world, step, '/office/settings', saved.fields), toSettings])
}

export type StepSaved =
  | { readonly kind: 'saved' }
  /** The form shows again what was typed. */
  | { readonly kind: 'not-yet'; readonly part: Part; readonly fields: OfficeRequest['fields'] }

export async function saveStep(world: World, step: Step, { insider, request }: Asking): Promise<StepSaved> {
  const read = readStep(step, request)
  const again = (part: Part): StepSaved => ({ kind: 'not-yet', part, fields: { ...request.fields, ...read.fields } })
  if (read.kind === 'look')
    return again(read.problem === undefined ? look(...read.lines) : wrong(read.problem, ...read.lines))
  const before = schoolText(world)
  if (sha256(before) !== request.fields['seen']) return again(look(...(await whoElse(world))))
  return saveSchool(world, insider, { before, values: read.values, again })
}

interface Saving {
  readonly before: string
  readonly values: SchoolValues
  readonly again: (part: Part) => StepSaved
}

async function saveSchool(world: World, insider: Insider, { before, values, again }: Saving): Promise<StepSaved> {
  const source = changeSchool(before, values)
  const saved = await saveAll(world, insider, [{ path: schoolFile, source, seen: hashIn(world.home, schoolFile) }])
  switch (saved.kind) {
    case 'saved':
      return { kind: 'saved' }
    case 'changed-since':
      return again(look(...(await whoElse(world))))
    case 'unsound':
      return again(wrong(...whyNotSaved(saved, 'the settings')))
  }
}

/** Two people edit one file: the second one is told, keeps what they typed, and decides. */
async function whoElse(world: World): Promise<readonly string[]> {
  const last = (await latestChanges(world)).find(({ fact }) => fact.file === schoolFile)
  const who = last === undefined ? 'Somebody' : await nameOf(world, last.fact.by)
  return [
    `${who} has changed the school’s settings since this page was shown. Nothing of yours was saved yet.`,
    'What you typed stands below. Save again to put it in place of what stands there now, or open the page again to see that first.',
  ]
}

export async function nameOf({ ports }: World, by: string): Promise<string> {
  if (by === 'operator') return 'Somebody at the server'
  return (await ports.people.byId(by))?.name ?? 'Somebody'
}

async function changeParts(world: World): Promise<Part[]> {
  const changes = await latestChanges(world)
  if (changes.length === 0) return [notePart('Nothing has been changed in the office yet.')]
  const { zone } = world.library().school
  const newest = new Map(changes.toReversed().map((change) => [change.fact.file, change.id]))
  const parts: Part[] = [
    notePart(
      'What was signed stays signed, and what was sent cannot be taken back. A new policy goes again with all of its files.',
    ),
  ]
  for (const { id, at, fact } of changes) {
    parts.push(textPart(`${sayDay(dayIn(zone, at))}: ${fact.file}, by ${await nameOf(world, fact.by)}`))
    parts.push(...undoParts(world, { id, fact }, newest.get(fact.file) === id))
  }
  return parts
}

function undoParts({ home }: World, { id, fact }: Pick<ChangedFile, 'id' | 'fact'>, isNewest: boolean): Part[] {
  const now = hashIn(home, fact.file)
  const entry: OfficeField = { kind: 'kept', id: 'entry', value: id }
  if (isNewest && now === fact.is) {
    const spoken = `Take this back: ${fact.file}`
    return [form('/office/settings/undo', [entry], { label: 'Take this back', value: 'undo', spoken })]
  }
  // With an older change, what came after it in the same file goes as well.
  if (isNewest || now === undefined || now === fact.was) return []
  const button = {
    label: 'Take this and all later back',
    value: 'undo',
    spoken: `Take this and all later back: ${fact.file}`,
  }
  return [form('/office/settings/undo', [entry, { kind: 'kept', id: 'seen', value: now }], button)]
}

async function settleFile({ shared, renew }: World, { insider, request: { fields } }: Asking): Promise<OfficeAnswer> {
  const stays = fields['do'] === 'theirs' ? 'theirs' : 'ours'
  const settled = await shared?.settle(fields['path'] ?? '', stays, insider.by)
  if (settled !== true)
    return page('Settings', [wrong('There is nothing to decide any more: look at how it stands now.'), toSettings])
  renew()
  return { kind: 'go', to: '/office/settings?done=saved' }
}

async function undoChange(world: World, { insider, request }: Asking): Promise<OfficeAnswer> {
  const { entry = '', seen } = request.fields
  const undone = await undo(world, insider, { id: entry, seen })
  if (undone.kind === 'saved') return { kind: 'go', to: '/office/settings?done=undone' }
  return page('Settings', [wrong(...whyNotUndone(undone)), toSettings])
}

function whyNotUndone(undone: Exclude<Undone, { kind: 'saved' }>): readonly string[] {
  switch (undone.kind) {
    case 'unsound':
      return ['The bot could not start without it, so nothing was changed.', ...undone.lines]
    case 'asked-for':
      return ['People are being asked to sign that edition. Close what asks for it first. Nothing was changed.']
    case 'changed-since':
    case 'gone':
      return [
        'It cannot be taken back any more: the file has been changed since, or what stood there before is gone. Nothing was changed.',
      ]
  }
}
