// Answers "why?" with the reason that the section itself gives, otherwise with what its policy says it is for. Nothing
// is made up.
import { sentencesOf } from '../kit/text.ts'
import type { Edition, Section } from '../policy/types.ts'

export type Reasons =
  /** Sentences of the section itself. */
  | { readonly kind: 'own'; readonly text: string }
  /** The section in which the policy says what it is for. */
  | { readonly kind: 'aims'; readonly section: Section; readonly text: string }
  | { readonly kind: 'none' }

export function reasonsOf(section: Section | undefined, edition: Edition): Reasons {
  const own = section && sentencesIn(section).filter((sentence) => givesReason.test(sentence))
  if (own !== undefined && own.length > 0) return { kind: 'own', text: own.slice(0, most).join(' ') }
  const aims = edition.sections.find(
    (each) => isAims.test(each.title) && each !== section && sentencesIn(each).length > 0,
  )
  if (aims === undefined) return { kind: 'none' }
  return { kind: 'aims', section: aims, text: sentencesIn(aims).slice(0, most).join(' ') }
}

const most = 3
const givesReason =
  /\b(?:because|so that|in order (?:to|that)|so as to|to (?:protect|ensure|make sure|safeguard|prevent|avoid|keep|help|reduce)|the (?:reason|purpose|aim)|is intended to|due to|otherwise|puts? .* at risk|for (?:the )?(?:safety|protection|security|health))\b/i
const isAims =
  /\b(?:aims?|purposes?|rationale|objectives?|introduction|principles?|background|context|why|intent|ethos|overview|statement)\b/i

function sentencesIn({ parts }: Section): string[] {
  return parts.flatMap((part) => {
    if (part.kind === 'gap') return []
    return part.kind === 'paragraph' ? sentencesOf(part.text).map((each) => each.trim()) : part.items
  })
}
