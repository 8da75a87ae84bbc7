// Offers first questions where an empty conversation has room for them.
import type { Card } from '../chat/cards.ts'
import type { Reply } from '../chat/replies.ts'
import type { Turn } from '../turn/turn.ts'
import { withoutStore } from '../turn/without-store.ts'
import { firstQuestions } from './first-questions.ts'

/** The most that any platform shows. */
const most = 4
/** In days: what was asked in the last weeks is what people wonder about now. */
const lately = 30

export async function offerFirstQuestions({ ports, desk, now }: Turn): Promise<Reply[]> {
  const since = new Date(now.getTime() - lately * 24 * 60 * 60_000)
  const often = await withoutStore(ports.store.mostAsked({ since, most: most * 3 }), [])
  return firstQuestions(desk.index.sections, often, most).map((question) => ({ to: 'surface', card: asCard(question) }))
}

function asCard(question: string): Card {
  return { title: question, tone: 'plain', summary: question, blocks: [] }
}
