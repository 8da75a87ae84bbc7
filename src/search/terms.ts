// Turns words as people type them into the terms that are indexed and looked up.
import { wordsOf } from '../kit/text.ts'
import { baseOf } from './irregular.ts'
import { stemWord } from './lunr.ts'

/** The stem of a folded word by Porter's rules, and of irregular forms: `posting` becomes `post`, and `taken` is `take`. */
export const stem = remembered((word) => stemWord(baseOf(word)))

/** Without irregular forms: in a message that may be urgent, what is past says something else. */
export const stemAsTyped = remembered(stemWord)

function remembered(make: (word: string) => string): (word: string) => string {
  const stems = new Map<string, string>()
  return (word) => {
    const known = stems.get(word)
    if (known !== undefined) return known
    const stemmed = make(word.replaceAll("'", ''))
    // Limited, because people can type any number of different words; the policies' words are few.
    if (stems.size < 20_000 && word.length <= 40) stems.set(word, stemmed)
    return stemmed
  }
}

/**
 * The form under which a word matches a phrase of the lexicon: the plural is the same word, and so are the forms of a
 * long word. Words with one stem may differ in meaning: "training" is not a train, "dates" is not dating, and "aed" is
 * not "a".
 */
export function spokenForm(word: string): string {
  const stemmed = stem(word)
  if (stemmed.length >= 6) return stemmed
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word.replaceAll("'", '')
}

/** The stems of a text in order, without words that say nothing about its subject. */
export function termsOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !isStopWord(word))
    .map(stem)
}

/**
 * Like `termsOf`, but a year group is one term together with its number: "year 7" does not refer to section 7, and "y7"
 * and "Years 1 to 6" are about years. Other bare numbers stay as they are.
 */
export function subjectTerms(text: string): string[] {
  return subjectTermsOf(wordsOf(text))
}

/** The same of folded words. */
export function subjectTermsOf(words: readonly string[]): string[] {
  const terms: string[] = []
  let afterYear = false
  for (const word of words) {
    const [, joined, number] = /^(y|yr|year)?(\d{1,2})s?$/.exec(word) ?? []
    if (number !== undefined && (joined !== undefined || afterYear)) terms.push(`year ${Number(number)}`)
    else if (!isStopWord(word)) terms.push(stem(word))
    afterYear = /^(years?|yrs?)$/.test(word) || (afterYear && (number !== undefined || /^(to|and|or)$/.test(word)))
  }
  return terms
}

/** Words of grammar and courtesy, which occur in every question. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word)
}
const stopWords = new Set(
  (
    "a about above after again all also am an and any anyone anybody anything are aren't as at be because been before " +
    "being below between both but by can cant can't cannot could couldn't d did didn't do does doesn't doing don't dont " +
    'down each else etc every everyone few for from further get gets getting go goes going got had has have having he ' +
    "he's her here hers hi him his how however i i'd i'll i'm i've if im in into is isn't it it's its ive just kind " +
    'know let like ll lot many may maybe me might mine more most much must my myself need needs no nor not now of off ' +
    'ok okay on once one only or other our ours out over own per please pls put quite rather re really s same say says ' +
    "shall she she's should shouldn't so some somebody someone something still such sure t tell than thank thanks that " +
    "that's the their theirs them then there there's these they they're thing things this those though through to too " +
    "under until up us use used uses using ve very via want wanted wants was wasn't way we we're well were what " +
    "what's whats when where whether which while who who's whom whose why will with within without won't would " +
    "wouldn't yes yet you you're your yours"
  ).split(' '),
)
