// Where somebody stands with each policy, with what they can do about it: for the status card and the home page.
import { buttons, text, type Block } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import type { Turn } from '../turn.ts'
import { foldInvolvement } from './fold.ts'
import { acceptedFor, mattersOf, standingIn } from './matter.ts'
import { receiptButton, startButton } from './outcome-cards.ts'
import { isUnsigned, tellStanding } from './words.ts'

export interface Stand {
  readonly lines: readonly string[]
  readonly blocks: readonly Block[]
}

export async function standOf(turn: Turn, person: Person | undefined): Promise<Stand> {
  if (person === undefined) return { lines: [], blocks: [] }
  const stands = await Promise.all(
    mattersOf(turn).map(async (matter) => {
      const { policy, edition } = matter
      const facts = await turn.ports.journal.factsOf({ policy: policy.id, person: person.id })
      const standing = standingIn(matter, person, facts)
      const accepted = acceptedFor(turn, matter, person)
      const line = `${person.practice ? 'PRACTICE: ' : ''}${tellStanding(standing, { title: edition.title, zone: turn.library.school.zone })}`
      const { signed } = foldInvolvement(facts.history, undefined)
      const begin = isUnsigned(standing) && accepted.kind === 'yes'
      const row = [
        ...(begin ? [startButton(policy.id, standing.kind === 'reading' ? 'Go on reading' : 'Read and sign')] : []),
        ...(signed === undefined ? [] : [receiptButton(signed.entry)]),
      ]
      const blocks = [
        text(line),
        ...(isUnsigned(standing) && accepted.kind === 'restated' ? [text(accepted.what)] : []),
        ...(row.length === 0 ? [] : [buttons(...row)]),
      ]
      return { line, blocks }
    }),
  )
  return { lines: stands.map(({ line }) => line), blocks: stands.flatMap(({ blocks }) => blocks) }
}
