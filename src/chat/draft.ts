// Recognises a message that asks for a draft to be checked and holds the draft itself. Such a message is never kept.
import { wordsOf } from '../kit/text.ts'

const posts = '(?:post|share|send|tweet|upload|publish)'
const polite = String.raw`(?:(?:please|hi|hello|hey|thanks|thank you|policy guide|ok(?:ay)?)\b[\s,.!:]*)*`
const mayI = `(?:(?:can|could|may|shall|should) (?:i|we)(?: please)?|(?:is it|would it be|is this) (?:ok(?:ay)?|all right|alright|fine) to)`
const check = '(?:(?:(?:can|could|will|would) you )?(?:please )?check)'
const where = String.raw`(?:[ \t]+(?:on|in|to|with|at|as)\b[^?:：\n.!]{1,60})?`

/** "check:", "can I post:", with whatever is said of the place: a colon promises a draft. */
const beforeColon = new RegExp(
  String.raw`^\s*${polite}(?:${check}(?: (?:this|that|it|my (?:post|draft)))?|${mayI} ${posts}(?: (?:this|that|it))?${where})\s*\??\s*[:：]`,
  'i',
)
/** "Can I post this? Well done …", and the same over two lines. */
const beforeMark = new RegExp(
  String.raw`^\s*${polite}(?:${check}(?: (?:this|that|it))?\s*\n|(?:${check}|${mayI} ${posts}) (?:this|that|it)${where}\s*(?:\?|\n|[-–—]\s))\s*`,
  'i',
)
/** "Can I post this Well done …": nothing but the words themselves says where the draft begins. */
const beforeWords = new RegExp(String.raw`^\s*${polite}(?:${check}|${mayI} ${posts}) (?:this|it)[\s,.;!…]+`, 'i')
/** "Well done, … Can I post this?" */
const afterDraft = new RegExp(String.raw`[.!?…"”’'\n]\s*${polite}${mayI} ${posts} this(?: please)?\s*[?.!]*\s*$`, 'i')

/** Words by which a question goes on after "can I post this": "on Facebook", "photo of my class". */
const goesOn = new Set(
  `on in to with from about at as by for of if or and but when while where before after during under without via using so because
  since that which who until unless today tomorrow tonight now here there online anywhere somewhere anyway please yet again too
  photo photos picture pictures image video videos clip film story post message text draft letter email link file document quote
  article poster flyer screenshot selfie recording comment reply joke meme news kind sort one thing is policy section rule week term year`.split(
    /\s+/,
  ),
)

/**
 * The text of the draft, empty where "check:" stands alone; undefined where the message is no such request. Where it is
 * in doubt whether a draft follows, one does: a draft that is taken for a question would be kept.
 */
export function draftIn(text: string): string | undefined {
  const colon = beforeColon.exec(text)
  if (colon !== null) return text.slice(colon[0].length).trim()
  const mark = beforeMark.exec(text)
  if (mark !== null) return filled(text.slice(mark[0].length))
  const words = beforeWords.exec(text)
  const rest = words === null ? '' : text.slice(words[0].length).trim()
  if (rest !== '' && !asksOn(rest)) return rest
  const after = afterDraft.exec(text)
  const before = after === null ? '' : text.slice(0, after.index + 1).trim()
  return wordsOf(before).length >= fewest ? before : undefined
}

/** "Thanks! Can I post this?" has no draft before it. */
const fewest = 4

function asksOn(rest: string): boolean {
  const [first = ''] = wordsOf(rest)
  return goesOn.has(first) || (rest.endsWith('?') && !/^["“‘']?\p{Lu}/u.test(rest))
}

function filled(text: string): string | undefined {
  const draft = text.trim()
  return wordsOf(draft).length === 0 ? undefined : draft
}
