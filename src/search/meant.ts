// What a message means beyond its words: what it denies, what is a figure of speech, who is harmed, and who is asking.
import { spokenWords, type SpokenWord } from './spoken.ts'

/** Who is harmed, as far as the message tells: a child takes precedence over everybody. */
export type Harmed = 'child' | 'me' | 'unknown'

export function whoIsHarmed(text: string): Harmed {
  const said = spoken(text).replace(kin, '$1$2')
  if (childFirst.some((pattern) => pattern.test(said))) return 'child'
  const toldAside = said.replace(
    /\b(?:told|tells|telling|showed|shown|shows|said to|came to|confided in|whispered to) (?:me|us)\b/g,
    'told',
  )
  if (meToo.test(toldAside)) return 'me'
  // Whatever else it says about me or mine: "he would slit my throat".
  if (/\b(?:me|my|us)\b/.test(toldAside.replace(ofSchool, ''))) return 'me'
  // A child who carries a weapon endangers others first.
  if (/\b(?:knife|knives|blade|gun|weapon|machete|bomb|acid)\b/.test(said)) return 'unknown'
  // "A boy told the cover teacher that he would cut him."
  if (toldStaff.test(said)) return 'unknown'
  return childByReport.some((pattern) => pattern.test(toldAside)) ? 'child' : 'unknown'
}

export const ofSchool =
  /\b(?:one of my(?: year \w+)?|my (?:\w+ )?(?:form|class|tutees?|tutor group|pupils?|students?|year|sets?|group|room|school|lessons?|kids|girls|boys|lads|sixth formers?|year \w+))\b/g

/**
 * It reports at first hand that a child is being harmed, in any words: not a question about rules, and not a
 * supposition. `words` are those of the text without what is harmless.
 */
export function tellsOfHarmedChild(words: readonly SpokenWord[]): boolean {
  const said = joined(words)
  if (
    /\b(?:if|when|policy|policies|how|what|procedure|rules?|lesson|training|should|assembly|poster|report|section)\b/.test(
      said,
    )
  )
    return false
  return childTold.some((pattern) => pattern.test(said))
}

/** "Can I keep bees", "who checks the gate": it asks what is allowed, or a plain fact, and tells of nothing. */
export function asksPlainly(words: readonly SpokenWord[]): boolean {
  return plainly.test(joined(words))
}
const plainly =
  /^(?:(?:hi|hello|please|quick question|so|and|ok) )*(?:(?:can|may|could|do|are|must|should|shall|will) (?:i|we|you|staff|teachers|governors|parents|pupils|children|kids|students|visitors)\b(?! (?:tell|report|ring|call|contact|help))|(?:am i|are we) allowed|is (?:it ok|it okay|it allowed|there an?y?)|who (?:is|looks|pays|checks|does|takes|has|can|may|needs)|where (?:is|are|do|can)|when (?:is|are|do|does|can)|which\b|how (?:many|much|long|often|old)\b)/

/** Whether somebody says of me that I harm children: whoever writes that is the one who is harmed. */
export function saysItIsMe(text: string): boolean {
  return accused.test(spoken(text))
}

/**
 * What a child tells of a member of staff, without who tells it: "a girl showed me a page that mocks Mr Todd". Undefined
 * where no child tells, or where what is told speaks of a child or of what was done to whoever tells.
 */
export function toldByChild(text: string): string | undefined {
  const [, told] = telling.exec(spoken(text)) ?? []
  if (told === undefined || !staffNamed.test(told)) return undefined
  return speaksOfChild.test(
    told.replace(/^(?:as |that )?(?:s?he|they) (?:had |has |have )?(?:seen|saw|heard|overheard|found)\b/, ''),
  )
    ? undefined
    : told
}

const misdeed =
  '(?:(?:child )?(?:abus|groom|molest)\\w*|touch\\w*|fancy|fancies|perv\\w*|paedo\\w*|pedo\\w*|nonce|predator|sleep\\w*|slept|hit|hits|hurts?|beat)'
const accused = new RegExp(
  `\\b(?:call\\w*|say\\w*|said|claim\\w*|accus\\w*|post\\w*|writ\\w*|wrote|telling people|tells people|lies|lying|rumours?|spreading)\\b.*\\b(?:that i|i am|i was|me|i)(?: (?:am|was|of|being|as|is|have|had|been))*(?: an?)? ${misdeed}\\b`,
)

/** Whether somebody asks because they have to deal with it, not because it happened to them. */
export function hasToDealWithIt(text: string): boolean {
  const said = spoken(text)
  return dealing.test(said) && !meToo.test(said.replace(/\b(?:told|emailed|came to|asked) me\b/g, ''))
}

/** The message without what it denies and without figures of speech; the rest may be urgent. */
export function withoutHarmless(text: string): string {
  if (isOver(text)) return ' . '
  return text
    .split(/(?<=[.!?;\n])|(?=\bbut\b)/i)
    .map((clause) =>
      isDenied(clause) || isSupposed(clause)
        ? ' . '
        : figures.reduce((rest, figure) => rest.replace(figure, ' . '), clause),
    )
    .join('')
}

export function spoken(text: string): string {
  return joined(spokenWords(text))
}

function joined(words: readonly SpokenWord[]): string {
  return words.map(({ word }) => word).join(' ')
}

const harm =
  '(?:threat|threten|bulli|bully|cyberbull|abus|harass|attack|hit\\b|hurt|stalk|troll|blackmail|groom|punch|assault|target)\\w*'

// "It is not the first time that he threatened me" denies nothing, and neither does "he never hit me before".
const still = /\b(?:before|until|till|first time|stopp?\w*|any ?more|yet|know|knows|told|tell|believe|listen)\b/i
const denials = [
  `\\b(?:nobody|no[ -]?one|noone|none of (?:us|them))(?: has| have| had| is| was| s|['’]s)?(?: been| being| ever)* ${harm}`,
  `\\b(?:have|has|had|was|were|am|is|are|did|do|does)(?: not|n['’]?t| never)(?: been| being| ever| getting| got| feel| feeling)* ${harm}`,
  `\\bi['’]?m not(?: being)? ${harm}`,
  `\\bnever (?:been |being |felt )?${harm}`,
  `\\b(?:there )?(?:were|was|are|is|been|have|has|had)(?: been| had)? no (?:\\w+ )?${harm}`,
  // What used to be is no longer the case.
  `\\bused to (?:\\w+ )?${harm}`,
  `\\b(?:never|not|n['’]?t) (?:sent|send|said|posted|wrote|had|got|received|seen)(?: me| us| any| him| her)* ${harm}`,
].map((source) => new RegExp(source, 'i'))

function isDenied(clause: string): boolean {
  return !still.test(clause) && denials.some((pattern) => pattern.test(clause))
}

/** "Last year there was a threat but it was dealt with": it reports something that is over, and nothing new. */
function isOver(text: string): boolean {
  return over.test(text) && !goesOnNow.test(text)
}
// "It is all over Snapchat" is not over.
const ended = 'over(?! (?!(?:now|and|but|by|long|thankfully|since|before|within)\\b)\\w)'
const over = new RegExp(
  `\\b(?:(?:was|were|been|got|is|are|has been|have been) (?:all )?(?:dealt with|resolved|sorted|settled|closed|${ended})|(?:that|it)(?:['’]?s| is| was) all (?:${ended}|sorted|in the past)|years ago|a long time ago|ages ago|in 20(?:0\\d|1\\d|2[0-4]))\\b`,
  'i',
)
const goesOnNow =
  /\b(?:again|now|still|today|tonight|yesterday|just|keeps?|started|back|another|never|not|n['’]?t|nothing|nobody|no one)\b/i

// "What if a parent threatens me": nobody has yet. "What if he comes back" is about a real person.
const supposed =
  /^\W*(?:and |so |ok |hi )?(?:what (?:if|happens if|happens when|would happen if|do (?:i|we) do if|should (?:i|we|staff) do if)|who do (?:i|we) tell if|how (?:should|do|does|can|would) (?:we|staff|schools?|teachers|the school|one) (?:respond|deal|handle|react|report|cope)) (?:to |with )?(?:an? |any |someone|somebody|some |parents?|pupils?|students?|people|they|online|abuse|threats?|trolls?|trolling|bullying|harassment)/i
const happened =
  /\b(?!(?:need|feed|speed|indeed)\b)\w+ed\b|\b(?:has|have|had|was|were|keeps?|sent|said|says|saying|just|now|today|tonight|yesterday|he|she|his|her)\b/i

function isSupposed(clause: string): boolean {
  // "If a parent threatened me" puts what has not happened into the past.
  return supposed.test(clause) && !happened.test(clause.replace(supposed, '').replace(/^\W*\w+ed\b/, ''))
}

const thing =
  '(?:laptop|tablet|app|software|screen|keyboard|mouse|phone|mobile|printer|photocopier|computer|pc|ipad|car|van|bike|boiler|wi-?fi|internet|network|projector|battery|whiteboard|heating|fridge|kettle|deadline|workload|marking|timetable|weather|rain|snow|wind|cold|heat|union|exam board|school bus|website|system|server|roof|ceiling|knees?|feet|head ?ache|hangover|diet|traffic|commute)'
const work =
  '(?:results?|data|figures|plans?|lessons?|ideas?|policy|policies|marking|budget|report|curriculum|timetable|argument|proposal|buffet|cakes?|biscuits|essay|book|play|poem|question|task|work|problem|topic|pile|to do list|inbox)'
const animal =
  '(?:goose|geese|swans?|seagulls?|gulls?|wasps?|bees?|pigeons?|ducks?|cats?|hamsters?|goats?|parrots?|crows?|midges?|mosquitoe?s?|mozzies|gnats?|ants?|hornets?|horseflies|flies|fleas?|bugs|jellyfish)'
const figures = [
  // "My laptop is threatening to die."
  new RegExp(
    `\\b${thing}\\b(?: [\\w'’]+){0,3}? (?:threaten\\w*|dying|die|dead|died|kill\\w*|murder\\w*|attack\\w*|explod\\w*|bull\\w*)\\b(?: to \\w+)?`,
    'gi',
  ),
  // "The head attacked our results."
  new RegExp(
    `\\b(?:attack\\w*|hit\\w*|kill\\w*|murder\\w*|destroy\\w*|slaughter\\w*|smash\\w*)(?: (?:the|our|my|this|that|another|all|of|in|your|their|his|her|last|new)){0,3}(?: \\w+)? ${work}\\b`,
    'gi',
  ),
  /\b(?:follow(?:s|ed|ing)?|add(?:s|ed|ing)?) (?:me|us)(?: back)?(?= (?:on|at|back)\b)/gi,
  /\bthreaten\w* to (?:update|crash|break down|rain|snow|fall|collapse|explode|leak|restart|freeze|go wrong|delete|log)\b/gi,
  // "The kids will kill me if we cancel", but not "he says he will kill me if I tell".
  /(?<!\b(?:says?|said|told|messaged|emailed|wrote|texted|posted|threat\w*|letter|note|voicemail)\b.*)\bkill (?:me|us) (?:if|when) (?:i|we)\b/gi,
  // "They bombed their mock."
  /\bbombed (?:(?:the|their|his|her|my|our|it|a|this) )?(?:\w+ )?(?:mocks?|exams?|tests?|papers?|interview|audition|lesson|quiz|assessment)\b/gi,
  /\b(?:kill|murder) for an? \w+/gi,
  // "A threat of snow."
  /\b(?:under )?threat of (?:\w+ )?(?:snow|rain|storms?|ice|wind|floods?|flooding|strikes?|closure|closing|redundanc\w+|fines?)\b/gi,
  // "A goose attacked me."
  new RegExp(
    `\\b(?:attack\\w*|chas\\w*|bit|bitten|stung|hit|kill\\w*|terroris\\w*) by (?:an? |the |some |its )?(?:\\w+ )?${animal}\\b|\\b${animal} (?:that |which |has |have |just )*(?:attack\\w*|chas\\w*|bit|stung)\\b`,
    'gi',
  ),
]

// "A girl in my form", "one of my year 9s", "pupils".
export const child =
  '(?:pupils?|students?|boarders?|child(?:ren)?|kids?|girls?|boys?|lads?|lass(?:es)?|tutees?|teenagers?|teens?|youngsters?|sixth formers?|learners?|toddlers?|young (?:person|people)|year (?:\\d{1,2}|seven|eight|nine|ten|eleven|twelve|thirteen)s?)'
const grown = '(?:i|me|we|us|my colleague|staff|teachers?|colleagues?|head|headteacher|ta|by|from)'
const gap = (most: number) => `(?: (?!${grown}\\b)\\w+){0,${most}}?`
const harmed =
  '(?:bullied|bulied|bullyed|cyberbullied|threatened|threatend|blackmailed|blackmaled|harassed|harrassed|trolled|stalked|abused|picked on|ganged up on|targeted|groomed|hounded|intimidated|humiliated|mocked|tormented|exploited|impersonated|slagged off|attacked|beaten up|hurt|followed|catfished|laughed at|told to kill)'
const bad = '(?:threats?|thret\\w*|abuse|hate|nasty|horrible|vile|threatening|abusive|grief|death|cruel|creepy)'

// "The brother of a pupil" and "a pupil's dad" are not children.
const relative =
  'brothers?|sisters?|mums?|dads?|mothers?|fathers?|parents?|uncles?|aunts?|cousins?|family|friends?|mates|boyfriends?|carers?|nans?'
const which = '(?:older|elder|eldest|younger|youngest|big|little|step|grown up|ex) '
export const kin = new RegExp(
  `\\b(${relative}) of (?:an?|the|my|one of (?:my|our)|our)(?: \\w+)? ${child}\\b|\\b${child} (?:${which})?(${relative})\\b`,
  'g',
)

const telling = new RegExp(
  `^(?:(?!\\b(?:i|we)\\b).)*?\\b(?:${child}|(?:my|our|a|the|one of my|some of my) (?:form|class|tutor group|set))(?: (?:has|have|had|just|came|come|to))* (?:told|tells|showed|shown|shows|says?|said|reported|warn(?:ed)?|overheard|heard|found|saw|seen)(?: (?:to )?(?:me|us|the office))? (.+)$`,
)
export const staffNamed =
  /\b(?:mr|mrs|miss|ms|sir|teachers?|ta|tas|head|headteacher|deputy|librarian|caretaker|cooks?|receptionist|bursar|nurse|chaplain|technician|cleaner|governor|senco|staff|colleague)\b/
const speaksOfChild = new RegExp(`\\b(?:${child}|her|him|them|she|he|they|touch\\w*|kiss\\w*)\\b`)

const childFirst = [
  // "a girl in my form is being bullied"
  `\\b${child}${gap(7)} (?:is|are|was|were|being|been|gets?|getting|got|am)(?: \\w+){0,2}? ${harmed}\\b`,
  // "a pupil getting threats"
  `\\b${child}${gap(6)} (?:gets?|getting|got|receiv\\w+|having|had|sent)(?: \\w+){0,2}? ${bad}\\b(?! (?:\\w+ ){0,3}(?:to|at|about) (?:me|us|my|staff|a teacher|his teacher|her teacher)\\b)`,
  // "blackmailing a student"
  `\\b(?:bully\\w*|blackmail\\w*|threaten\\w*|harass\\w*|troll\\w*|stalk\\w*|abusing|abused|abuses|impersonat\\w*|targeting|tormenting|mocking|mocks|laugh\\w* at|picking on|ganging up on|slagging off)${gap(4)} (?:another|a|an|the|my|our|one of (?:my|our|the)|some|his|her|this)(?: \\w+)? ${child}\\b`,
].map((source) => new RegExp(source))

/** Enough on its own, where nothing else was recognised. */
const childTold = [
  ...childFirst.slice(0, 2),
  // "a girl says that they are harassing her"
  new RegExp(
    `\\b${child}${gap(6)} (?:says?|said|told)\\b.* (?:bully|blackmail|threaten|harass|troll|stalk|abus|hurt|hit|torment)\\w* (?:her|him|them)\\b`,
  ),
  // "cruel comments under a boy's videos"
  new RegExp(
    `\\b(?:nasty|cruel|horrible|vile|hateful|abusive|threatening)(?: \\w+){0,2} (?:about|under|on|to|at) (?:a|an|another|one of (?:my|our)|my) ${child}\\b`,
  ),
]

const toldStaff = new RegExp(
  `\\b${child}${gap(5)} (?:told|tells|telling|said to|says to|messaged|emailed|texted|warned) (?:the|my|our|a|another)(?: \\w+)? (?:teacher|ta|tas|nurse|head|deputy|colleague|caretaker|secretary|receptionist|technician|cleaner|cook|coach|staff|sendco|senco|governor)\\b(?! that (?:his|her|their) )`,
)

const childByReport = [
  // "made a page about a boy in year 7"
  `\\b(?:about|of|to|at|on)${gap(3)} (?:another|a|an|the|my|our|one of (?:my|our|the)|some|this)(?: \\w+)? ${child}\\b`,
  // "one of my year 9s says lads are sending her nasty messages"
  `\\b${child}${gap(4)} (?:says?|said|told|reckons|showed|thinks)\\b.* (?:her|him|them|she|he|they)\\b`,
  // "he will share her pics, she is in year 10"
  `\\b(?:her|him|she|he)\\b.*\\b(?:in|is|only|a) year \\d{1,2}\\b`,
  `\\b(?:her|him|she|he)\\b.*\\b(?:is|only|aged) 1[0-7]\\b`,
].map((source) => new RegExp(source))

export const meToo =
  /\b(?:threaten\w*|bull\w+|abus\w*|harass\w*|troll\w*|stalk\w*|blackmail\w*|attack\w*|kill|stab|hit|hurt|batter|run|push\w*|shov\w*|grab\w*|spat at|shot|shoot|beat|threw \w+ at|wants|know where|punch\w*|slag\w*|call\w*|send\w*|sent|messag\w*|email\w*|mock\w*|impersonat\w*|follow\w*|film\w*|record\w*|rape|burn|get|got|find|see|sees|swore at|shout\w* at|about|at|of|against|towards|to|after|for) (?:me|us|my (?:house|car|family|wife|husband|partner|daughter|son|kids|children|little (?:boy|girl|one)|address|face|job|colleague|mate|ta|head))\b|\bi (?:am|have|was|keep|get|got|had)(?: \w+){0,3} (?:being|been|threat\w*|abus\w*|bull\w*|harass\w*|troll\w*|blackmail\w*|stalk\w*)/

const dealing =
  /\b(?:i am|as) (?:a |the |her |his |their |your |an )?(?:acting )?(?:head|headteacher|deputy|assistant head|slt|head of (?:year|department|school|sixth form)|line manager|dsl|governor|principal|hr|senior leader)\b|\bone of my (?:team|staff|teachers|tas|department|colleagues)\b|\bmember of my (?:team|staff|department)\b|\bhow (?:do|should|can|shall) (?:i|we) (?:deal|handle|respond|support|investigate|look into)\b|\bmy staff\b/
