// The history of a campaign from the journal: when, what, by whom, and why, where a reason was given.
import type { Entry, FactKind } from '../journal/types.ts'
import { dayIn, sayDay, type Day } from '../kit/days.ts'
import { compact } from '../kit/defined.ts'
import { sayList } from '../kit/text.ts'
import type { Campaign } from '../standing/campaigns.ts'
import type { Round } from '../standing/rounds.ts'
import { sayAudience } from '../standing/audience.ts'
import { nameOf } from './settings.ts'
import type { World } from './world.ts'

export interface CampaignTold {
  readonly on: Day
  readonly what: string
  readonly by: string
}

const kinds = [
  'campaign-opened',
  'campaign-changed',
  'campaign-paused',
  'campaign-resumed',
  'campaign-closed',
  'campaign-reopened',
  'campaign-recurs',
  'campaign-handed',
  'campaign-taken-back',
  'campaign-lapsed',
] as const satisfies readonly FactKind[]

/** Oldest first. */
export async function readTold(world: World, { id, policy }: Campaign): Promise<readonly CampaignTold[]> {
  const { journal } = world.ports
  const entries = await journal.happened({ kinds, policy, most: 500 })
  const own = entries.filter(({ fact }) => 'campaign' in fact && fact.campaign === id).toReversed()
  return Promise.all(own.map((entry) => tell(world, entry)))
}

/**
 * What was done to a round, oldest first: once where it was done to each of its documents, otherwise with the documents
 * that it was done to.
 */
export async function readRoundTold(world: World, { parts }: Round): Promise<readonly CampaignTold[]> {
  const all = await Promise.all(
    parts.map(async (part) => (await readTold(world, part)).map((told) => ({ ...told, policy: part.policy }))),
  )
  const same = new Map<string, { readonly told: CampaignTold; readonly policies: string[] }>()
  for (const { policy, ...told } of all.flat()) {
    const key = JSON.stringify(told)
    const found = same.get(key)
    if (found === undefined) same.set(key, { told, policies: [policy] })
    else found.policies.push(policy)
  }
  const { policies } = world.library()
  const titleOf = (id: string) => policies.find((each) => each.id === id)?.title ?? id
  return [...same.values()]
    .map(({ told, policies: of }) =>
      of.length >= parts.length ? told : { ...told, what: `${sayList(of.map(titleOf))}: ${told.what}` },
    )
    .toSorted((a, b) => a.on.localeCompare(b.on))
}

async function tell(world: World, { id, at, fact }: Entry): Promise<CampaignTold> {
  const hidden = await world.ports.journal.hiddenOf(id)
  const reason = hidden?.fields['reason']
  return {
    on: dayIn(world.library().school.zone, at),
    what: `${'to' in fact ? sayHanding(fact.kind, await nameOf(world, fact.to)) : sayFact(fact)}${reason === undefined ? '' : `: “${reason}”`}`,
    by: 'by' in fact ? await nameOf(world, fact.by) : '–',
  }
}

function sayHanding(kind: FactKind, name: string): string {
  if (kind === 'campaign-handed') return `Handed to ${name}`
  return kind === 'campaign-taken-back' ? `Taken back from ${name}` : `No longer with ${name}, who no longer works here`
}

function sayFact(fact: Entry['fact']): string {
  switch (fact.kind) {
    case 'campaign-opened':
      return `Opened, due ${sayDay(fact.due)}`
    case 'campaign-changed': {
      const changes = compact([
        fact.due !== undefined && `due ${sayDay(fact.due)}`,
        fact.audience !== undefined && `asks ${sayAudience(fact.audience)}`,
        fact.rhythm !== undefined && 'other reminders',
        fact.edition !== undefined && `edition ${fact.edition}`,
      ])
      return `Changed to ${changes.join(', ')}`
    }
    case 'campaign-paused':
      return 'Reminders paused'
    case 'campaign-resumed':
      return 'Reminders went on'
    case 'campaign-closed':
      return 'Closed'
    case 'campaign-recurs':
      return recursWords[fact.what]
    default:
      return 'Opened again'
  }
}

const recursWords = {
  set: 'It is asked for regularly',
  agreed: 'Yes to the next round',
  skipped: 'Not this time',
  stopped: 'It is not asked for again',
  opened: 'The next round was opened',
} as const
