// After an urgent card, the next message is about that matter, until the person asks something else.
import { compact } from '../kit/defined.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { note, text, type Card } from '../chat/cards.ts'
import { wordsOf } from '../kit/text.ts'
import { ask } from '../search/ask.ts'
import type { SearchIndex } from '../search/build.ts'
import { goesOn, purposeOf } from '../search/purposes.ts'
import type { UrgentKind } from '../search/types.ts'
import type { Turn } from '../turn/turn.ts'
import { showUrgent } from './cards.ts'

/** "And what if he does it again", "should I reply", "who do I tell": but not "how much leave do I get". */
export function staysUrgent(message: string, index: SearchIndex): boolean {
  const purpose = purposeOf(message)
  if (purpose !== undefined) return purpose !== 'document'
  const words = wordsOf(message)
  if (words.length > mostWords) return false
  if (words.some((word) => ofThem.has(word))) return true
  if (deeds.test(words.join(' '))) return true
  const { outcome } = ask(index, message)
  if (goesOn(message) || words.includes('it') || /^(?:and|but|or|even)\b/i.test(message)) return outcome !== 'answered'
  return words.length <= fewWords && outcome === 'not-covered'
}

const mostWords = 25
const fewWords = 6
const ofThem = new Set("he she him her they them he's she's they're hes shes his their theirs".split(' '))
const deeds =
  /\b(?:should|shall|do|must|can|could|may|need to|have to) i (?:\w+ ){0,2}?(?:reply|answer|respond|delete|block|report|screenshot|keep|show|tell|ring|call|phone|ignore|confront|wait|speak|contact|save|do)\b|\bwho (?:do|should|can|else|must) (?:i )?(?:tell|call|ring|report|speak|contact|know)\b|\bwhat (?:now|next|do i do|should i do|happens)\b/

export function hearStillUrgent(turn: Turn, { urgent, text: said }: { urgent: UrgentKind; text: string }): Reply[] {
  const { desk, library } = turn
  const { outcome, matches } = ask(desk.index, said)
  const related = outcome === 'answered' ? matches : []
  const card = showUrgent(urgent, { shelf: desk.shelf, related })
  const { safeguarding, slt } = library.school.contacts
  const contacts = compact([
    safeguarding && `${safeguarding.who}: ${safeguarding.how}`,
    slt && `${slt.who}: ${slt.how}`,
  ])
  return [privately(stillAbout(card, contacts))]
}

function stillAbout(card: Card, contacts: readonly string[]): Card {
  const lead =
    'This stays about what you told me first. What to do is the same, and a person can help you with the rest:'
  const list = contacts.map((line) => [{ text: line.charAt(0).toUpperCase() + line.slice(1) }])
  return {
    ...card,
    summary: `${lead} ${card.summary}`,
    blocks: compact([
      text(lead),
      list.length !== 0 && ({ kind: 'list', ordered: false, items: list } as const),
      ...card.blocks,
      note('For anything else, ask a whole question.'),
    ]),
  }
}
