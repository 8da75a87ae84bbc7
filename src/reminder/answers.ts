// Answers that people really give to a reminder, in their own words and with slips of the fingers. Only whole messages
// count: a question that holds such words stays a question.
import { slipped, wordsOf } from '../kit/text.ts'

export type AnswerInWords = 'tomorrow' | 'done' | 'not-for-me' | 'away'

/** Undefined for everything else. Nothing of what was written is kept: it may hold the reason. */
export function answerIn(text: string): AnswerInWords | undefined {
  if (text.includes('?') || text.length > mostLetters) return undefined
  const words = withoutCourtesy(wordsOf(text).flatMap(plainly))
  const said = words.join(' ')
  if (awayFrom.test(said) && !words.some((word) => asks.has(word))) return 'away'
  return (['tomorrow', 'done', 'not-for-me'] as const).find((answer) => whole[answer].test(said))
}

/** Whoever adds a question wants an answer to it. */
const asks = new Set('who what how can may should could where when which'.split(' '))

const mostLetters = 160

const short: Readonly<Record<string, string>> = {
  "i'm": 'i am', im: 'i am', "i've": 'i have', ive: 'i have', "i'll": 'i will', ill: 'i will', "it's": 'it is', "isn't": 'is not',
  isnt: 'is not', "that's": 'that is', thats: 'that is', "don't": 'do not', dont: 'do not', "you've": 'you have', tmrw: 'tomorrow',
  tmr: 'tomorrow', tomoz: 'tomorrow', '2moro': 'tomorrow', '2morrow': 'tomorrow', tommorow: 'tomorrow', tommorrow: 'tomorrow',
  pls: 'please', plz: 'please', mat: 'maternity', anymore: 'any more', untill: 'until',
} // prettier-ignore

/** Long enough that a slip makes no other word of them. */
const slips = ['tomorrow', 'maternity', 'paternity', 'adoption', 'parental', 'sabbatical', 'already', 'signed', 'person', 'wrong', 'leave', 'remind'] // prettier-ignore

/** Written out, and a slip put right. */
function plainly(word: string): string[] {
  const long = Object.hasOwn(short, word) ? short[word] : undefined
  if (long !== undefined) return long.split(' ')
  return [slips.find((right) => word.length > 3 && word[0] === right[0] && slipped(word, right)) ?? word]
}

const before = new Set('sorry hi hello hey thanks thank you but oh ok okay no yes well please just so and actually'.split(' ')) // prettier-ignore
const after = new Set('please thanks thank you sorry now cheers though currently'.split(' '))

function withoutCourtesy(words: readonly string[]): readonly string[] {
  // "You have the wrong person" begins with a word that is meant.
  const from = words.findIndex((word, at) => !before.has(word) || (word === 'you' && words[at + 1] === 'have'))
  const rest = from === -1 ? [] : words.slice(from)
  const last = rest.findLastIndex((word) => !after.has(word))
  return rest.slice(0, last + 1)
}

const it = '(?: it| this| that| mine| this one| that one| them| all of (?:it|them))?'
const when = '(?: (?:last|this) (?:week|month|term|year|morning)| yesterday| today| before| (?:last )?(?:on )?(?:mon|tues|wednes|thurs|fri)day)?' // prettier-ignore
const whole = {
  tomorrow: new RegExp(
    `^(?:(?:can|could|will|would) you )?(?:please )?(?:remind me|ask me|ask|try|i will do${it}|i will sign${it}|i will read${it}|maybe)?(?: again)? ?tomorrow(?: morning| afternoon)?$|^not (?:today|now)$|^(?:remind me |ask me )?later(?: please)?$|^(?:i have )?(?:no )?time (?:today|now)$|^i do not have (?:the )?time (?:today|now)$`,
  ),
  done: new RegExp(
    `^i (?:have )?already (?:did|done|signed|read|completed|finished)${it}${when}$|^already (?:did|done|signed|completed)${it}${when}$|^i have (?:done|signed|completed|finished)${it}(?: already)?${when}$|^i (?:did|signed)${it} (?:already|last week|yesterday|before|on (?:mon|tues|wednes|thurs|fri)day)$|^it is already (?:done|signed)$`,
  ),
  'not-for-me': new RegExp(
    '^(?:i am |you have |you have got |you got )?(?:the |a )?wrong person$|^not me$|^not for me$|^(?:this|it|that) is not (?:for me|me|mine|my job)$|^(?:i am )?not (?:the )?right (?:person|one)$|^i (?:do not|no longer) work (?:here|there|for you|at the school)(?: any more)?$|^i have left(?: the school)?$',
  ),
}

const leave = '(?:(?:my )?(?:maternity|paternity|parental|adoption|sick|annual|compassionate|bereavement|study|unpaid|long term sick|extended) )?leave' // prettier-ignore
const where = `on ${leave}|on maternity|on (?:a |my )?sabbatical|on jury (?:service|duty)|off (?:sick|work|ill)|signed off(?: sick| work)?`
const alsoOf = 'in hospital|on holiday|away(?: from (?:work|school))?'
/** Until when, and why, follow as they like. "Leave" and "away" alone may be questions. */
const awayFrom = new RegExp(
  `^(?:(?:i am (?:still |currently |away )?|currently )(?:${where}|${alsoOf})|${where})(?: (?:at the moment|right now|at present|this week|today))?(?: (?:until|till|til|from|since|for|because|due|with) .*)?$`,
)
