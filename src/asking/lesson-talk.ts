// Keeps, for the policy's owner and without a name, which section the asker said answers their question.
import { hashesOf } from '../guide/hash.ts'
import type { Citation } from '../policy/types.ts'
import type { KeptQuestion } from '../ports/ports.ts'
import { personOf, type Turn } from '../turn/turn.ts'

export async function noteLesson(turn: Turn, { id, text }: KeptQuestion, cites: Citation): Promise<void> {
  const edition = turn.desk.shelf.editionOf(cites)
  const hash = edition && hashesOf(edition).get(cites.section)
  if (hash === undefined || text === '') return
  const person = await personOf(turn)
  await turn.ports.lessons.keep({
    id,
    at: turn.now,
    question: text,
    policy: cites.policy,
    pointer: { ref: cites.section, hashes: [hash] },
    from: 'chosen',
    practice: person?.practice === true,
  })
}
