// Insults: the coarse ones that a dataset knows, and those that schools know. The only file that knows obscenity.
import { DataSet, englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity'

export function hasInsult(text: string): boolean {
  return schoolInsults.some((pattern) => pattern.test(text)) || hasCoarseWord(text)
}

// Words of biology lessons, bird watching, pantomimes and rugby, which are said of things and not to people.
const harmless = new Set(
  (
    'abo anal anus boob chink cock cum dick dyke ejaculate fisting hooker incest orgasm orgy penis porn prick rape scat ' +
    'semen sex tit turd vagina'
  ).split(' '),
)

const coarse = new DataSet<{ originalWord: string }>()
  .addAll(englishDataset)
  .removePhrasesIf(({ metadata }) => harmless.has(metadata?.originalWord ?? ''))
  .addPhrase((phrase) =>
    phrase
      .addWhitelistedTerm('assort')
      .addWhitelistedTerm('asses')
      .addWhitelistedTerm('retardant')
      .addWhitelistedTerm('shiitake'),
  )
const matcher = new RegExpMatcher({ ...coarse.build(), ...englishRecommendedTransformers })

function hasCoarseWord(text: string): boolean {
  // The matcher reads 455 as letters; an insult has at least two of its own.
  return matcher
    .getAllMatches(text)
    .some(({ startIndex, endIndex }) => /[a-z][^a-z]?[a-z]/i.test(text.slice(startIndex, endIndex + 1)))
}

const people =
  '(?:teachers?|heads?|headteacher|kids?|pupils?|students?|parents?|class|colleagues?|boss|staff|governors?|child(?:ren)?|people|man|woman|boy|girl|lot|cow|git)'
const mean =
  '(?:stupid|thick|dumb|lazy|useless|pathetic|incompetent|clueless|hopeless|worthless|brainless|spineless|two-faced|gormless|vile|disgusting|ugly|fat)'

// A mean word counts when it is said of somebody: "a stupid teacher", "they are so lazy", not "stupid o'clock".
const schoolInsults = [
  /\b(?:idiots?|idiotic|morons?|moronic|imbeciles?|cretins?|scumbags?|losers?|dimwits?|half-?wits?|numpt(?:y|ies)|plonkers?|pillocks?|tossers?|muppets?(?! show)|airheads?|dickheads?|arseholes?|nutters?|weirdos?|liars?|bell-?ends?|jobsworths?|slags?)\b/i,
  /\bwastes? of space\b|\bthick as (?:a |two )|\bpathetic excuse for\b|\b(?:joke|clown) of a\b/i,
  /\b(?:drop dead|sod off)\b|\b(?:you|such a|being a|be a|is a|total|absolute|complete|right) (?:dick|prick|knob|tit|turd|cow|clown|joke)s?\b/i,
  new RegExp(`\\b${mean},? (?:(?:old|little|young|year \\d{1,2}|maths|english|science) )?${people}\\b`, 'i'),
  new RegExp(
    `\\b(?:he|she|they|you|who|kids|pupils|parents|teachers|staff|head|class)(?:'s|'re| is| are| was| were) (?:(?:so|such|just|all|too|really|completely|totally|a|an|bit) ){0,3}${mean}\\b`,
    'i',
  ),
]
