// A newer edition that comes into force in the middle of a campaign of the simulated world, and what the school's
// leaders decide about it, sooner or later or never.
import { openCampaign } from '../../src/campaign/open-campaign.ts'
import { markEdition } from '../../src/campaign/change.ts'
import { mark } from '../../src/declaration/mark.ts'
import { addDays, instantAt, type Day } from '../../src/kit/days.ts'
import { matterAbout } from '../../src/turn/matter.ts'
import type { Edition, Policy } from '../../src/policy/types.ts'
import { anEdition, aSection } from './builders.ts'
import { askPlainly, countsPlainly, type PlainAsk, type PlainDecision } from './world-oracle.ts'
import { policy, zone, type World } from './world-school.ts'

export interface NewerWorld {
  readonly edition: Edition
  /** Both editions. */
  readonly policy: Policy
  readonly from: Day
  decided: PlainDecision | undefined
  /** The day since which a campaign of its own asks for the newer edition. */
  askedOn: Day | undefined
  /** The day since which the campaign that ran asks for the newer edition. */
  movedOn: Day | undefined
}

export function aNewerEdition(start: Day, random: () => number): NewerWorld {
  const from = addDays(start, 1 + Math.floor(random() * 8))
  // Other words of the declaration would wait for the policy's owner, and nobody could sign them until then.
  const edition = anEdition({
    id: '2026-08',
    title: 'Social Media and Messaging Policy',
    inForceFrom: from,
    sections: [aSection('1', 'Words', 'Be kind in groups too.'), aSection('2', 'Declaration', 'I am kind.')],
  })
  const both = { ...policy, editions: [...policy.editions, edition] }
  return { edition, policy: both, from, decided: undefined, askedOn: undefined, movedOn: undefined }
}

/** What is asked on a day, by the oracle; undefined where there is no newer edition at all. */
export function askOn({ newer }: World, day: Day): PlainAsk | undefined {
  return newer === undefined ? undefined : askPlainly({ ...newer, day })
}

/** The documents as they are called on that day, and titles that belong to another day. */
export function titlesOn(
  world: World,
  day: Day,
): { readonly duties: World['duties']; readonly others: readonly string[] } {
  const { newer, duties } = world
  if (newer === undefined) return { duties, others: [] }
  const titles = [policy.title, newer.edition.title]
  const title = askOn(world, day) === 'older' ? policy.title : newer.edition.title
  return {
    duties: duties.map((each) => (each.policy === policy.id ? { ...each, title } : each)),
    others: titles.filter((each) => each !== title),
  }
}

/** The edition that somebody signs on that day. */
export function editionOn(world: World, day: Day): Edition {
  const { newer } = world
  const [older] = policy.editions
  if (older === undefined) throw new Error('there is no edition')
  return newer === undefined || askOn(world, day) === 'older' ? older : newer.edition
}

/** The campaign that asks people now. */
export async function campaignNow({ ports, newer }: World) {
  const all = await ports.journal.campaigns()
  return newer?.askedOn === undefined ? all[0] : all.find(({ edition }) => edition === newer.edition.id)
}

/** In the morning, SLT marks the edition or has it signed by everybody; or waits. */
export async function decideEdition(world: World, day: Day, random: () => number): Promise<void> {
  const { newer, again } = world
  if (newer === undefined || day < newer.from || newer.askedOn !== undefined) return
  if (newer.decided === 'material') {
    if (random() < 0.5) await askAnew(world, newer, { day, random })
  } else if (newer.decided === undefined && random() < 0.3) {
    const wish = random()
    if (wish < 0.25) await move(world, newer, day)
    // What is asked for with other documents, or asked for again, has no campaign of its own.
    else if (world.duties.length > 1 || again !== undefined || wish < 0.5)
      await markAs(world, newer, { day, change: 'editorial' })
    else if (wish < 0.75) await askAnew(world, newer, { day, random })
    else await markAs(world, newer, { day, change: 'material' })
  }
}

async function markAs(
  { ports }: World,
  newer: NewerWorld,
  { day, change }: { readonly day: Day; readonly change: 'editorial' | 'material' },
): Promise<void> {
  const stamp = { id: `marked-${day}`, at: instantAt(day, 0, zone), salt: 'salt' }
  const about = { policy: policy.id, edition: newer.edition.id, change, practice: false, by: 'operator', stamp }
  await ports.journal.record({ policy: policy.id }, (facts) => mark(facts, about))
  newer.decided = change
}

/** It is to be signed again, and what runs asks everybody for it, unless its day has passed. */
async function move(world: World, newer: NewerWorld, day: Day): Promise<void> {
  const matter = matterAbout(newer.policy, newer.edition, { today: day, joinerDays: world.asked.joinerDays })
  if (matter === undefined) throw new Error('there is nothing to sign')
  const at = instantAt(day, 0, zone)
  const stampOf = (id: string) => ({ id, at, salt: 'salt' })
  const about = { policy: policy.id, edition: newer.edition.id, change: 'material', practice: false } as const
  const stamps = { stamp: stampOf(`moved-${day}`), stamps: [stampOf(`moves-${day}`)] }
  const { kind } = await world.ports.journal.record({ policy: policy.id }, (facts) =>
    markEdition(facts, { ...about, asOf: matter.asOf, by: 'operator', ...stamps }),
  )
  const passed = world.asked.due < day
  if (kind !== (passed ? 'due-passed' : 'marked')) world.wrong.push(`on ${day}, to be signed again: ${kind}`)
  if (passed) return
  newer.decided = 'moved'
  newer.movedOn = day
  forgetOlder(world, newer)
}

/** A round that was opened again asks for the edition in force, so there is nothing left to decide about it. */
export function settleEdition({ newer }: World, openedOn: Day): void {
  if (newer !== undefined && openedOn >= newer.from) newer.decided ??= 'anew'
}

/** Whether what somebody signed counts in a round that was opened again on that day. */
export function countsIn({ newer, editions }: World, id: string, which: string): boolean {
  if (newer === undefined || which !== policy.id || newer.decided !== 'anew') return true
  return editions.get(id) === newer.edition.id
}

/** Signatures for the older edition no longer count. */
function forgetOlder(world: World, newer: NewerWorld): void {
  for (const id of world.people.keys()) {
    if (countsPlainly(world.editions.get(id) === newer.edition.id ? 'newer' : 'older', 'anew')) continue
    world.signed.delete(id)
    world.signatures.get(id)?.delete(policy.id)
  }
}

/** By which day people are asked for that document, and since when. */
export function askedFor({ asked, newer }: World, which: string): World['asked'] {
  const moved = which === policy.id ? newer?.movedOn : undefined
  return moved !== undefined && moved > asked.openedOn ? { ...asked, openedOn: moved } : asked
}

/** A campaign for the newer edition: who has signed only the older one signs again. */
async function askAnew(
  world: World,
  newer: NewerWorld,
  { day, random }: { readonly day: Day; readonly random: () => number },
): Promise<void> {
  const due = addDays(day, 1 + Math.floor(random() * 5))
  const { kind } = await world.ports.journal.record({ policy: policy.id }, (facts) =>
    openCampaign(facts, {
      policy: newer.policy,
      edition: newer.edition,
      audience: { everybody: true, groups: [], roles: [], people: [] },
      due,
      practice: false,
      zone,
      accepted: [],
      by: 'operator',
      stamp: { id: 'anew', at: instantAt(day, 0, zone), salt: 'salt' },
    }),
  )
  if (kind !== 'opened') throw new Error(`nobody was asked for the newer edition: ${kind}`)
  newer.decided = 'anew'
  newer.askedOn = day
  world.paused = false
  world.asked = { ...world.asked, due, openedOn: day }
  forgetOlder(world, newer)
}

/** Checks a question to SLT about the newer edition. */
export function judgeEdition(
  world: World,
  { key, day }: { key: string; day: Day },
  wrong: (what: string) => void,
): void {
  const asks = askOn(world, day)
  const said = key.split(':')[2]
  // On the morning on which a round opens that settles it, somebody may be asked just before.
  if (asks === 'anew' && said === 'unsaid' && world.again?.opened === day) return
  if (said !== (asks === 'nobody' ? 'again' : asks === 'undecided' ? 'unsaid' : undefined))
    wrong(`a question about an edition, while it is ${asks ?? 'not there'}`)
}

/** The key under which SLT must have been asked; undefined where there is nothing to decide. */
export function questionOn(world: World, day: Day, leader: string): string | undefined {
  const { newer } = world
  const asks = askOn(world, day)
  if (newer === undefined || (asks !== 'nobody' && asks !== 'undecided')) return undefined
  return `new-edition:${policy.id}@${newer.edition.id}:${asks === 'nobody' ? 'again' : 'unsaid'}:${leader}`
}
