// Finds insults: the coarse ones in a dataset, and those known in schools, masked or not. The only file that uses
// obscenity.
import { DataSet, englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity'
import { placesOf, type PersonalSpan } from '../kit/personal/types.ts'

export function placesOfInsults(text: string): PersonalSpan<'insult'>[] {
  return [...placesOf('insult', text, schoolInsults), ...spelledOut(text), ...coarseWords(text)]
}

// Words of biology lessons, bird watching, pantomimes and rugby, which are about things and not people.
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

function coarseWords(text: string): PersonalSpan<'insult'>[] {
  return (
    matcher
      .getAllMatches(text)
      // The matcher reads 455 as letters; an insult must have at least two real letters.
      .filter(({ startIndex, endIndex }) => /[a-z][^a-z]?[a-z]/i.test(text.slice(startIndex, endIndex + 1)))
      .map(({ startIndex, endIndex }) => ({ kind: 'insult' as const, start: startIndex, end: endIndex + 1 }))
  )
}

/** Counts wherever it stands; each middle letter may be masked. */
const alwaysMean =
  'idiot|idiots|idiotic|moron|morons|moronic|imbecile|imbeciles|cretin|cretins|scumbag|scumbags|loser|losers|dimwit|dimwits|halfwit|' +
  'halfwits|numpty|numpties|plonker|plonkers|pillock|pillocks|tosser|tossers|wanker|wankers|airhead|airheads|dickhead|dickheads|arsehole|arseholes|' +
  'nutter|nutters|weirdo|weirdos|liar|liars|bellend|bellends|jobsworth|jobsworths|slag|slags|slapper|thicko|thickos|dumbo|dunce|minger|mingers|' +
  'chav|chavs|chavvy|scrounger|scroungers|bastard|bastards|bitch|bitches|twat|twats|knobhead|knobheads|gobshite|prat|prats|nitwit|twit|twits|wazzock|' +
  'divvy|spaz|spastic|retard|retards|retarded|mong|psycho|pervert|perv|paedo|nonce|shithead|dumbass|jackass|asshole|' +
  'lowlife|lowlifes|toerag|toerags|scrote|scrotes|cow-bag|gasbag|busybody|busybodies|snitch|grass-up|loony|fruitcake|lunatic|crackpot|deadbeat|' +
  'cretinous|imbecilic|brainless|gormless|spineless|two-faced|talentless|witless|clueless|vermin|scum|shitstain|dipstick|plank-head|wally-brain'

/** Insults as people type them: with a sign, a digit or a star for a letter. */
function masked(word: string): string {
  const stands: Readonly<Record<string, string>> = {
    a: 'a@4*',
    e: 'e3*',
    i: 'i1!*|',
    o: 'o0*',
    u: 'u*v',
    s: 's5$*',
    t: 't7*',
    c: 'c*',
    n: 'n*',
    r: 'r*',
    k: 'k*',
    g: 'g9*',
  }
  return Array.from(word)
    .map((letter, at) =>
      at === 0 || letter === '-' ? letter.replace('-', '[- ]?') : `[${stands[letter] ?? `${letter}*`}]`,
    )
    .join('')
}

const people =
  '(?:teachers?|heads?|headteacher|heads? of year|head of [a-z]+|kids?|pupils?|students?|parents?|mums?|dads?|famil(?:y|ies)|class|colleagues?|boss|bosses|manager|staff|governors?|child(?:ren)?|people|man|woman|men|women|boys?|girls?|lot|cow|git|sod|bag|bat|hag|witch|pig|bunch|excuse|SLT|department|office|ta|tas|brats?|bully|creature|specimen|person|neighbours?|fool)'
const mean =
  '(?:stupid|thick|dumb|lazy|useless|pathetic|incompetent|clueless|hopeless|worthless|brainless|spineless|two-faced|gormless|vile|disgusting|ugly|fat|dim|daft|rubbish|crap|feral|horrible|nasty|awful|evil|spiteful|smelly|filthy|stinking|bone idle|idle|miserable|moany|whin(?:g|)ing|moaning|toxic|repulsive|revolting|ignorant|entitled|smug|arrogant|ridiculous|idiotic|moronic|delusional|hideous|unhinged|crazy|mental|bitter|scruffy|rude|obnoxious|vicious|cowardly|deranged|insufferable|unbearable|shambolic)'
const very =
  '(?:so|such|just|all|too|really|completely|totally|absolutely|utterly|literally|honestly|actually|a|an|bit|of|the|most|quite|pretty|proper|well|always|bloody|plain|beyond|as|ever)'

// A mean word counts when it is about somebody: "a stupid teacher", "they are so lazy", but not "stupid o'clock".
const schoolInsults: readonly RegExp[] = [
  new RegExp(`(?<![\\w*@])(?:${alwaysMean.split('|').map(masked).join('|')})(?![\\w*@])`, 'gi'),
  /\bmuppets?\b(?! show| film| christmas| treasure)/gi,
  // Letters followed by stars: b****, s**t.
  /(?<![*\w@#])(?!\w\*\w\b)[a-z]{1,4}[*#@$%]{2,}[a-z]{0,5}(?![*\w])/gi,
  /(?<![*\w@])(?:f|sh|c|tw|w|b|pr|kn|bl|a|d)[*@#$](?:ck\w{0,6}|t\w{0,4}|nt|rse\w{0,5}|nk\w{0,4}|b(?:head)?|ck(?:head)?|tch\w{0,3}|st[a@*]rd|dy)(?![\w*])/gi,
  /\bwastes? of (?:space|oxygen|a salary|skin|money)\b(?<=(?:he|she|they|is|are|'s|'re|what|a|such|total|complete|utter|absolute) (?:\w+ ){0,2}wastes? of \w+(?: \w+)?)/gi,
  /\bthick as (?:a |two )|\bpathetic excuse for\b|\b(?:joke|clown|shambles|disgrace|nightmare|poor excuse) (?:of|for) (?:a|an) (?:teacher|head|headteacher|mother|father|parent|leader|human|person|man|woman|colleague|school|boss)\b|\b(?:not the (?:sharpest|brightest)|a few sandwiches short|lights are on but|one brain cell|half a brain|no brain|pea[- ]brain)/gi,
  /\b(?:drop dead|sod off|piss off|get stuffed|go to hell|shut (?:up|your (?:face|mouth|gob)))\b/gi,
  /\b(?:you|such a|being a|be a|is a|is an|he's a|she's a|what a|total|absolute|complete|right|little|old|utter|proper|silly|stupid|fat|lazy|evil|nasty) (?:dick|prick|knob|tit|turd|cow|clown|joke|pig|rat|snake|witch|hag|bat|bag|sod|git|div|mug|creep|fool|donkey|dinosaur|dragon|bully|coward|snake in the grass|brat|monster|waster|slob|fraud|crook|cheat|thug|yob|yobbo|oaf|drip|hypocrite|disgrace|control freak|know-it-all|doormat|clot|tramp|princess|diva|snowflake|nightmare|parasite|weasel|toad|troll|lump|failure|waste)s?\b(?! (?:egg|party|of the day|day|costume|mask|outfit|dance|hunt|race|play|nose|patrol|shop))/gi,
  new RegExp(
    `\\b${mean},? (?:(?:old|little|young|fat|year \\d{1,2}|maths|english|science|pe|history|spoilt|bunch of|lot of) ){0,2}${people}\\b`,
    'gi',
  ),
  new RegExp(
    `\\b(?:he|she|they|you|who|kids|pupils|parents|teachers|staff|head|headteacher|boss|slt|governors|class|mum|dad|caretaker|ta|colleagues?|team|office|lot|(?:mr|mrs|ms|miss|dr) [a-z'-]+)(?:'s|'re| is| are| was| were| looks?| smells?| seems?) (?:${very} ){0,4}${mean}\\b(?! (?:of|at|for|in|to) )`,
    'gi',
  ),
  /\b(?:couldn't|could not|can't|cannot) (?:teach|manage|organise|run|spell|control|lead|cook)\b[^.\n]{0,25}\b(?:to save (?:his|her|their) li(?:fe|ves)|in a brewery|a bath|a class|a school|a tap|a whelk stall)\b|\b(?:couldn't organise|couldn't run) a\b/gi,
  /\bshould(?:n't| not| never)(?: even)? be (?:allowed (?:near|to work with|anywhere near|in a room with) (?:children|kids|a classroom)|teaching|in (?:a|this|the) (?:job|classroom|school)|a (?:teacher|parent|head))\b|\b(?:is|are) a (?:complete |total |absolute |utter |right )?(?:joke|clown|disgrace|waste of|laughing stock)\b(?<=\b(?:he|she|they|head|headteacher|teacher|boss|mum|dad|parent|slt|management|colleague|[A-Z][a-z]+) (?:is|are) a .{0,40})/gi,
  /\b(?:i|we) (?:(?:really|absolutely|just|all|honestly) )?(?:hate|despise|loathe|can't stand|cannot stand|can't bear) (?:him|her|them|that (?:man|woman|boy|girl|kid|child|parent|family|class|teacher|head)|this class|those (?:kids|parents|pupils)|my (?:boss|head|class|head of department|line manager)|(?:mr|mrs|ms|miss|dr) \w+)/gi,
  /\b(?:thinks (?:he|she)'s god|lost the plot|off (?:his|her|their) (?:head|rocker|trolley)|full of (?:crap|shit|himself|herself|themselves)|makes me sick|make me sick|stinks of|face like a|two short planks|needs (?:a slap|shooting|sacking)|deserves? (?:a slap|everything)|get a grip|good riddance)\b/gi,
]

const letters = /(?<![a-z])[a-z](?:[ .*_-][a-z]){3,11}(?![a-z])/gi
const spelled = new Set(alwaysMean.split('|').concat('fuck', 'shit', 'cunt', 'fucker', 'shitty'))

/** Letters spaced out: "i d i o t". */
function spelledOut(text: string): PersonalSpan<'insult'>[] {
  return placesOf('insult', text, [letters]).filter(({ start, end }) =>
    spelled.has(
      text
        .slice(start, end)
        .replace(/[^a-z]/gi, '')
        .toLowerCase(),
    ),
  )
}
