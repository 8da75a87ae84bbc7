// Deletes what is kept for a limited time only: questions, rulings, the ids of what was heard and answered, ways in
// that have expired, and on which days somebody was written to.
import type { Ports } from '../ports/ports.ts'

export async function forgetOld(
  {
    store,
    lessons,
    schoolNotes,
    doors,
    notices,
    outbox,
  }: Pick<Ports, 'store' | 'lessons' | 'schoolNotes' | 'doors' | 'notices' | 'outbox'>,
  { now, keptDays }: { readonly now: Date; readonly keptDays: number },
): Promise<void> {
  const before = new Date(now.getTime() - keptDays * 24 * 60 * 60 * 1000)
  await store.forgetBefore(before)
  await lessons.forgetBefore(before)
  await schoolNotes.forgetBefore(before)
  await notices.forgetBefore(before)
  await outbox.forgetBefore(before)
  // A way in that has expired opens nothing any more; by one to sign, whoever has it can still ask for another.
  await doors.forgetBefore(now, before)
}
