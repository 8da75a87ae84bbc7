// From words as people type them to the terms that are indexed and looked up.
import { wordsOf } from '../kit/text.ts'
import { stemWord } from './lunr.ts'

/** The stem of a folded word, by Porter's rules: `posting` and `posts` are both `post`. */
export function stem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stemmed = stemWord(word.replaceAll("'", ''))
  // What people type is without end; the words of the policies are not.
  if (stems.size < 20_000 && word.length <= 40) stems.set(word, stemmed)
  return stemmed
}
const stems = new Map<string, string>()

/**
 * A word as it is heard in a phrase of the lexicon: the plural is the same word, and so are the forms of a long one. A stem
 * is not a meaning: "training" is no train, "dates" is no dating, and "aed" is no "a".
 */
export function spokenForm(word: string): string {
  const stemmed = stem(word)
  if (stemmed.length >= 6) return stemmed
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word.replaceAll("'", '')
}

/** The stems of a text in order, without the words that say nothing of its subject. */
export function termsOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !isStopWord(word))
    .map(stem)
}

/**
 * As `termsOf`, but a year group is one term with its number: "year 7" speaks of no section 7, and "y7" and "Years 1 to 6"
 * are about years. Any other bare number is left to itself.
 */
export function subjectTerms(text: string): string[] {
  const terms: string[] = []
  let afterYear = false
  for (const word of wordsOf(text)) {
    const [, joined, number] = /^(y|yr|year)?(\d{1,2})s?$/.exec(word) ?? []
    if (number !== undefined && (joined !== undefined || afterYear)) terms.push(`year ${Number(number)}`)
    else if (!isStopWord(word)) terms.push(stem(word))
    afterYear = /^(years?|yrs?)$/.test(word) || (afterYear && (number !== undefined || /^(to|and|or)$/.test(word)))
  }
  return terms
}

/** Words of grammar and courtesy, which every question holds. */
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
