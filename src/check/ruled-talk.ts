// SLT checks a reference that somebody has quoted to them.
import { privately, type Reply } from '../chat/replies.ts'
import { permitAny } from '../turn/permit.ts'
import type { Turn } from '../turn/turn.ts'
import { hashOfReference } from './reference.ts'
import { showChecked } from './ruled-cards.ts'

export async function answerReference(turn: Turn, quoted: string): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'see-register')
  if (permitted.kind === 'refused') return permitted.replies
  const hash = hashOfReference(quoted)
  const kept = hash === undefined ? undefined : await turn.ports.store.rulingWith(hash)
  return [privately(showChecked(kept, turn.library.school.zone))]
}
