// Handing a campaign, or all those of a bundle's round, to a named person, on its page in the office, and taking it back.
import { handCampaigns, stampsToHand, takeBackCampaigns } from '../campaign/hand.ts'
import { findHolder } from '../campaign/read-holder.ts'
import { stampOf } from '../journal/stamp.ts'
import type { OfficeField, OfficeRequest, Part } from '../ports/office.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { form, heading, textPart } from './parts.ts'
import { todayOf, type World } from './world.ts'

export type HandedInOffice =
  | { readonly kind: 'done'; readonly done: 'handed' | 'taken-back' }
  | { readonly kind: 'problem'; readonly problem: readonly string[] }

/** `campaigns` are one campaign, or those of a round that are open. */
export async function handInOffice(
  world: World,
  campaigns: readonly Campaign[],
  { by, fields }: { readonly by: string; readonly fields: OfficeRequest['fields'] },
): Promise<HandedInOffice> {
  const { journal } = world.ports
  const stamps = Array.from({ length: stampsToHand(campaigns.length) }, () => stampOf(world.ports))
  const ask = { campaigns: campaigns.map(({ id }) => id), by, stamps }
  if (fields['do'] === 'take-back') {
    const { kind } = await journal.record({}, (facts) => takeBackCampaigns(facts, ask))
    return kind === 'taken-back' ? { kind: 'done', done: kind } : problem('It was with nobody else.')
  }
  const found = await findHolder(world.ports, fields['whom'] ?? '', { practice: false, today: todayOf(world) })
  if (found.kind === 'nobody') return problem('Nobody who works here matches that. Write a name or an email address.')
  if (found.kind === 'several') {
    const names = found.among.map(({ name, email }) => (email === undefined ? name : `${name}, ${email}`))
    return problem(`Several people match that: ${names.join('; ')}. Write the email address.`)
  }
  const { person } = found
  const { kind } = await journal.record({}, (facts) => handCampaigns(facts, { ...ask, to: person.id }))
  if (kind === 'handed') return { kind: 'done', done: kind }
  return problem(kind === 'closed' ? 'It has been closed.' : `It is with ${person.name} already.`)
}

function problem(why: string): HandedInOffice {
  return { kind: 'problem', problem: [why, 'Nothing was changed.'] }
}

export interface Handing {
  /** The name of whoever has it. */
  readonly holder: string | undefined
  readonly fields: OfficeRequest['fields']
  /** What the page needs beside it, to know what is handed over. */
  readonly kept?: readonly OfficeField[]
}

export function handingParts(to: string, { holder, fields, kept = [] }: Handing): Part[] {
  if (holder !== undefined)
    return [
      heading('With whom it is'),
      textPart(`It is with ${holder}. Whoever has it sees who has signed, reminds, and may give it a later day.`),
      form(to, [...kept], { label: 'Take it back', value: 'take-back' }),
    ]
  const whom: OfficeField = {
    kind: 'line',
    id: 'whom',
    label: 'To whom',
    hint: 'A name, or an email address.',
    value: fields['whom'] ?? '',
  }
  return [
    heading('Hand it to somebody'),
    textPart(
      'They see who has signed, remind everybody of it, and may give it a later day. Nothing else opens to them: no other campaign, no people and no settings.',
    ),
    form(to, [...kept, whom], { label: 'Hand it over', value: 'hand' }),
  ]
}
