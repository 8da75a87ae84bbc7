// The digest as an email, for people who can only be reached that way: counts and no names, because email travels.
import { sayCount } from '../standing/count-words.ts'
import { sayDay } from '../kit/days.ts'
import { compact } from '../kit/defined.ts'
import type { Letter } from '../outbox/types.ts'
import type { Digest } from './types.ts'
import { sayHead, sayOverdue, sayParts, sayQuiet, sayReview } from './words.ts'

export function writeDigest(
  digest: Digest,
  { name, publicUrl }: { readonly name: string; readonly publicUrl: string | undefined },
): Letter {
  const { on, since, school, practice } = digest
  const mark = practice ? 'PRACTICE: ' : ''
  const where = publicUrl === undefined ? 'say “digest” to Policy Guide' : `say “digest” at ${publicUrl}`
  return {
    subject: `${mark}Policies at ${school}: digest, ${sayDay(on)}`,
    text: [
      `Hello ${name},`,
      '',
      ...(practice ? ['This is about invented people. It counts nowhere and is not evidence of anything.', ''] : []),
      ...bodyOf(digest),
      '',
      ...(sayQuiet(digest) === undefined ? [`This letter names nobody. For the details, ${where}.`, ''] : []),
      sayHead(digest),
      '',
    ].join('\n'),
  }

  function bodyOf(told: Digest): string[] {
    const line = sayQuiet(told)
    if (line !== undefined) return [line]
    const lines = sayParts(told)
    return [
      ...told.cares,
      ...told.policies.map(
        (each) =>
          `${each.title}: ${compact([sayCount(each.count), sayOverdue(each), each.paused, each.against])
            .join(' ')
            .trim()}`,
      ),
      ...told.reviews.map(sayReview),
      '',
      `Since ${sayDay(since)}:`,
      ...(lines.length === 0 ? ['- Nothing new.'] : lines.map((line) => `- ${line}`)),
    ]
  }
}
