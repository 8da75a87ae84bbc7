// Deletes what is only kept for a limited time: questions, rulings, the ids of answered deliveries, expired links, and
// the days on which somebody was written to.
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
  // An expired link opens nothing. Whoever has an expired link for signing can still ask for a new one.
  await doors.forgetBefore(now, before)
}
