// What staff could be asked to sign: sections in which somebody says "I have read …", sorted by who the speaker is.
import { shorten } from '../kit/text.ts'
import { textOf } from '../policy/text.ts'
import type { Section } from '../policy/types.ts'
import type { DeclarationCandidate } from './types.ts'

type Speaker = DeclarationCandidate['speaker']

/** The likeliest first: what staff say, then what has no particular speaker. */
export function findDeclarations(sections: readonly Section[]): DeclarationCandidate[] {
  const found = sections.flatMap((section): DeclarationCandidate[] => {
    const text = textOf(section)
    if (!promises(text)) return []
    const words = shorten(text.replace(/\s+/g, ' ').trim(), 100)
    return [{ ref: section.ref, title: section.title, speaker: speakerOf(section, text, sections), words }]
  })
  const order: readonly Speaker[] = ['staff', 'unknown', 'visitors', 'parents', 'pupils']
  return found.toSorted((a, b) => order.indexOf(a.speaker) - order.indexOf(b.speaker))
}

/** The one that may be taken without asking: there is only one that staff could make. */
export function sureDeclaration(candidates: readonly DeclarationCandidate[]): DeclarationCandidate | undefined {
  const staff = candidates.filter(({ speaker }) => speaker === 'staff')
  return staff.length === 1 ? staff[0] : undefined
}

/** Somebody makes a commitment in the first person, in a sentence of its own. */
function promises(text: string): boolean {
  const starts = text.match(promise)?.length ?? 0
  return (
    starts >= 2 || (starts === 1 && /\bI (?:have|confirm|acknowledge|agree|understand|declare|accept)\b/.test(text))
  )
}

const promise =
  /(?:^|[\n.;:•]\s*|\b(?:and|that)\s)I (?:have (?:now )?(?:read|received|been given|seen|understood)|(?:can )?(?:hereby )?(?:confirm|acknowledge|agree|accept|declare|undertake|promise|understand)|will (?:not |only |always |never )?\w+)\b/g

const speakers: readonly { readonly speaker: Speaker; readonly form: RegExp }[] = [
  {
    speaker: 'pupils',
    form: /\b(?:pupils?|children|child(?:['’]s)?|students?|learners?|key stage|ks ?\d|years? (?:\d|R)\b|reception|EYFS|my (?:teacher|parents?|mum|dad|class))\b/i,
  },
  { speaker: 'parents', form: /\b(?:parents?|carers?|guardians?|my (?:child|son|daughter)|famil(?:y|ies))\b/i },
  { speaker: 'visitors', form: /\b(?:visitors?|contractors?|hirers?)\b/i },
]
const staff =
  /\b(?:staff|employees?|teachers?|governors?|volunteers?|workforce|colleagues?|line manager|contract of employment|disciplin\w+|headteacher|head teacher)\b/i

/** The title is the surest sign, then the section above, then the words themselves. */
function speakerOf(section: Section, text: string, sections: readonly Section[]): Speaker {
  const over = sections.find(({ ref }) => ref === section.parent)?.title ?? ''
  for (const title of [section.title, over]) {
    if (staff.test(title)) return 'staff'
    const named = speakers.find(({ form }) => form.test(title))
    if (named !== undefined) return named.speaker
  }
  if (/\bmy (?:teacher|parents?|mum|dad|class|grown)\b|\ba (?:trusted )?(?:adult|grown)/i.test(text)) return 'pupils'
  if (/\bmy (?:child|son|daughter|children)\b/i.test(text)) return 'parents'
  if (
    staff.test(text) ||
    /\bI have read\b.{0,80}\b(?:policy|code|procedures?|guidance|document|handbook)\b/i.test(text)
  )
    return 'staff'
  return 'unknown'
}
