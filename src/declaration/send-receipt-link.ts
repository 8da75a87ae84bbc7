// Makes the link by which one person fetches one receipt as a PDF.
import type { Turn } from '../turn/turn.ts'

/** For this person only. */
export async function linkTo(
  { ports, library, now }: Pick<Turn, 'ports' | 'library' | 'now'>,
  publicUrl: string,
  { person, entry }: { person: string; entry: string },
): Promise<string> {
  const token = ports.newToken()
  const expires = new Date(now.getTime() + library.school.signing.linkDays * 24 * 60 * 60_000)
  await ports.doors.makeLink({ person, purpose: { kind: 'receipt', entry }, expires, token })
  return `${publicUrl}/receipt/${token}`
}
