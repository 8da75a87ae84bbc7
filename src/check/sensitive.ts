// Finds sensitive facts about a person: health, special needs, religion, ethnicity, care and family, marks and
// behaviour. Naming a condition reveals nothing about anybody ("Autism Awareness Week"); it counts where the sentence
// is about one person.
import { placesOf, type PersonalSpan } from '../kit/personal/types.ts'

export const sensitiveKinds = ['medical', 'special-needs', 'religion', 'ethnicity', 'care', 'marks'] as const
export type SensitiveKind = (typeof sensitiveKinds)[number]

/** `named` are the names found in the text. */
export function placesOfSensitive(
  text: string,
  named: readonly { readonly start: number; readonly end: number }[],
): PersonalSpan<SensitiveKind>[] {
  let about = false
  return piecesOf(text).flatMap(({ start, end }) => {
    const piece = text.slice(start, end)
    const speaks = speaksOfOne.test(piece) || named.some((name) => name.start >= start && name.end <= end)
    // A sentence may continue the one before it: "Poor Sam. Diabetes is horrid."
    const counts = speaks || (about && !isGeneral.test(piece))
    about = speaks
    if (isGeneral.test(piece) && !surelyOfOne.test(piece)) return []
    return sensitiveKinds.flatMap((kind) =>
      placesOf(kind, piece, [...(counts ? terms[kind] : []), ...alone[kind]]).map((seen) => ({
        kind,
        start: seen.start + start,
        end: seen.end + start,
      })),
    )
  })
}

function piecesOf(text: string): { start: number; end: number }[] {
  return Array.from(text.matchAll(/[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*[.!?]*/g), ({ 0: piece, index }) => ({
    start: index,
    end: index + piece.length,
  }))
}

const one =
  '(?:pupil|student|child|kid|boy|girl|lad|lass|tutee|colleague|teacher|TA|mum|dad|mother|father|parent|son|daughter|brother|sister|member of staff|caretaker|cleaner|head|headteacher|governor|classmate|friend|neighbour|family|nephew|niece|partner|husband|wife|secretary|boss|cook)'
const speaksOfOne = new RegExp(
  `\\b(?:he|she|his|her|him|hers|he's|she's|himself|herself)\\b|\\b(?:a|an|the|this|that|one|my|our|another|little|poor|new|certain|lovely|year \\d{1,2}|y\\d{1,2}|\\d{1,2}[a-z]) (?:[a-z-]+ ){0,3}${one}(?:'s)?\\b|\\b(?:one|some|two|three) of (?:my|our|the) (?:[a-z0-9]+ ){0,2}(?:pupils|students|children|kids|boys|girls|colleagues|staff|parents|class|year \\d{1,2}s|y\\d{1,2}s|tutees|lot|team|department|friends|teachers|tas)\\b`,
  'i',
)
const surelyOfOne =
  /\b(?:he|she|his|her|him)\b|\b(?:has|with|got|diagnosed)\b.{0,20}\b(?:autism|adhd|asthma|epilepsy|cancer)/i
const isGeneral =
  /\b(?:awareness|week|month|assembly|charity|fundrais\w*|workshop|training|course|inset|policy|webinar|campaign|festival|celebrat\w*|mubarak|happy (?:diwali|eid|hanukkah|easter|christmas|new year)|lesson|topic|exhibition|documentary|leaflet|conference|appeal|race for life|macmillan|coffee morning|museum|guest speaker|open evening|welcome to|job advert|vacancy|we are (?:hiring|recruiting|looking for))\b/i

type Terms = Readonly<Record<SensitiveKind, readonly RegExp[]>>

/** Counts where one person is meant. */
const terms: Terms = {
  medical: [
    /\b(?:asthma\w*|epilep\w+|diabet\w+|insulin|seizures?|fits\b(?= in| at| again)|cancer|chemo\w*|leuka?emia|pregnan\w+|expecting (?:a baby|twins|again)|miscarr\w+|depress(?:ed|ion)|anxiety|anxious|panic attacks?|eating disorder|anorexi\w+|bulimi\w+|bipolar|schizophreni\w+|self[- ]?harm\w*|overdos\w+|medication|meds|tablets|inhaler|epi-?pen|allerg(?:y|ies|ic)|anaphyla\w+|hospital|a&e|ambulance|surgery|operation|broken (?:leg|arm|wrist|ankle|nose|collarbone|finger|bone)|(?:broke|fractured|sprained) (?:his|her|a)|fractured?|concuss\w+|counsell(?:or|ing)|therap(?:y|ist)|mental health|suicid\w+|hiv|covid|chicken ?pox|nits|head ?lice|stroke|heart (?:attack|condition|problem)|breakdown|sick leave|signed off|off (?:sick|with (?:stress|flu|a bad))|sectioned|tumou?r|coeliac|crohn'?s|eczema|psoriasis|wet (?:himself|herself|themselves|the bed)|soiled|nosebleed|doctor'?s|gp\b|diagnos\w+|injur(?:y|ed|ies)|stitches|on crutches|wheelchair|cerebral palsy|cystic fibrosis|sickle cell|arthritis|migraines?|vomit\w*|threw up|been sick|in rehab|alcoholic|addict(?:ed|ion)?|drinking problem|menopaus\w+|hysterectomy|dementia|multiple sclerosis|terminally ill|very ill|seriously ill|unwell|blood (?:test|pressure)|antidepressants|ritalin|hearing voices|long covid|tonsil\w+|appendi\w+|glandular fever|meningitis|scabies|impetigo|gender clinic|transition(?:ing|ed)|ivf|abortion)\b/gi,
  ],
  'special-needs': [
    /\b(?:SEN(?:D|CO)?|SEN[- ]support|EHCPs?|EHC plan|EHC|PRU|ASD|ASC|PDA|ODD|SALT|TAC meeting)\b/g,
    /\b(?:autis\w+|on the spectrum|adhd|dyslex\w+|dyspra\w+|dyscalcul\w+|asperger\w*|tourette\w*|special needs|learning (?:difficult\w+|disabilit\w+|support)|(?:one|1)[ -](?:to|2)[ -](?:one|1)|1:1|speech (?:therap\w+|and language|delay)|statemented|down'?s syndrome|non-?verbal|selective mut\w+|hearing aids?|hearing[- ]impaired|visually impaired|partially sighted|is (?:deaf|blind)|profoundly deaf|global(?:ly)? delay\w*|developmental\w*|neurodiver\w+|disab(?:led|ility)|ed psych|educational psychologist|access arrangements|extra time in|support plan|reader and (?:a )?scribe|fidget toy|ear defenders|meltdowns?)\b/gi,
  ],
  religion: [
    /\b(?:muslims?|islam(?:ic)?|christians?|jewish|jews?|hindus?|sikhs?|catholics?|protestants?|jehovah'?s?|buddhist|atheist|mormon|rastafari\w*|evangelical|pagan|born[- ]again|mosque|synagogue|gurdwara|hijab|niqab|burka|turban|goes to church|converted to|ramadan|fasting|bar mitzvah|bat mitzvah|first (?:holy )?communion|confirmation classes|religious|halal|kosher|prays|praying|his faith|her faith|religion)\b/gi,
  ],
  ethnicity: [
    /\b(?:mixed[- ]race|of colour|gyps(?:y|ies)|traveller|romany|roma|refugee|asylum[- ]?seek\w+|seeking asylum|asylum|immigrant|immigration|migrant|deport\w+|visa|speaks? (?:no|little|hardly any|barely any) english|no english|english is (?:his|her) (?:second|third)|EAL|ethnicity|ethnic|foreigner|(?:is|was|'s|looks?) (?:originally )?(?:black|asian|white|chinese|indian|pakistani|bangladeshi|polish|romanian|nigerian|somali|syrian|afghan|ukrainian|turkish|arab|african|caribbean|jamaican|nepal(?:i|ese)|iraqi|iranian|kurdish|albanian|portuguese|lithuanian|bulgarian|ghanaian|eritrean|vietnamese|filipino)|(?:fled|came|come|comes|arrived|moved here) (?:here )?from (?:syria|ukraine|afghanistan|somalia|iraq|iran|eritrea|sudan|nigeria|pakistan|india|poland|romania|bangladesh|albania|china|hong kong))\b/gi,
  ],
  care: [
    /\b(?:foster\w*|adopted|adoption|in care|taken into care|looked[- ]after|LAC\b|social (?:worker|services|care)|child protection|CP plan|child in need|CIN plan|safeguarding (?:concern|referral|plan|issue|lead)|domestic (?:violence|abuse)|women'?s refuge|(?:his|her|the|their) parents (?:are |have |is )?(?:\w+ )?(?:splitting|split|divorc\w+|separat\w+|fighting)|divorc\w+|custody|(?:in|to|from) prison|in jail|inside for|arrested|homeless|evicted|temporary (?:accommodation|housing)|free school meals?|FSM|pupil premium|food ?banks?|young carer|bereave\w+|(?:mum|dad|mother|father|brother|sister|nan|gran|grandad|parent) (?:has |just |recently |has just )?(?:died|passed away|drinks|hits|left|walked out|is an addict|is in (?:prison|jail|hospital|rehab))|neglect\w*|abus(?:ed|e|ive)\b(?= at home| home| by| father| mother)|court order|restraining order|not allowed to see|contact order|special guardian\w*|lives with (?:his|her) (?:nan|gran|grand\w+|aunt|uncle|foster)|can'?t afford|on benefits|in debt|runaway|ran away|gone missing|grooming|groomed|county lines|gang|early help|CAMHS)\b/gi,
  ],
  marks: [
    /\b(?:(?:got|gets|achieved|predicted|given|scored|receiv\w+|awarded|working at|on) (?:an? |only |just |straight )?(?:grade )?(?:[A-DU]\*?|[A-D][+-]|E|[1-9]s?|[1-9][+-]|\d{1,3} ?%|\d{1,3}\/\d{2,3}|\d{1,3} out of \d{1,3}|distinction\*?|merit|pass)(?= |[.,!?;:)]|$)(?! (?:years?|people|o'clock|minutes?|hours?|new|of|days?|goals?|points?|medals?|lovely|very|great|big|little|really|lot|bit|chance|call|lift|place|part|prize|job|email|letter|message|good|bad|nice|warm|real|huge|well|fantastic|brilliant|special|few|text|round|standing|reply|trophy|certificate|card)))/g,
    /\b(?:failed|failing|flunked|bottom set|bottom of the class|top set|remedial|below (?:expected|average|age)|target grade|predicted grades?|mock results?|mock exam|test (?:score|result)s?|exam results?|reading age|sats (?:score|result)s?|CAT scores?|school report|report card|attendance (?:is|was|of|has)|\d{1,3} ?% attendance|unauthorised absence|truant\w*|skiv\w+|bunk\w+ off|excluded|exclusion|suspended|suspension|expelled|permanently|detentions?|isolation|behaviour points?|on report|cheated|plagiari\w+|caught (?:vaping|smoking|cheating|stealing|fighting|with)|vaping|stole|been stealing|bull(?:y|ied|ies|ying)\b(?= another| others| a | his| her| the| kids)|disciplinary|capability|performance management|lesson observation|appraisal|salary|pay rise|final warning|written warning|gross misconduct|resits?|can(?:'t|not|'t even) (?:read|write|spell|add up))\b/gi,
    /\b(?:grade|level) (?:[A-GU1-9])\b(?![a-z])(?! (?:piano|violin|flute|guitar|ballet|dance|singing|drama|drums|cello|clarinet|trumpet))/gi,
    /\b\d{1,3} ?% (?:in|on|for) (?:his|her|the|maths|english|science|history|french|spanish|geography)\b|\b\d{1,3}\/\d{2,3} (?:in|on|for)\b/gi,
  ],
}

const somebody =
  '(?:boy|girl|lad|kid|child|pupil|student|teacher|colleague|man|woman|mum|dad|mother|father|parents?|family|families|bloke|lady|kids|boys|girls|lads|community|lot)'
const peoples =
  '(?:black|asian|white|brown|chinese|indian|pakistani|bangladeshi|polish|romanian|nigerian|somali|syrian|afghan|ukrainian|turkish|arab|african|caribbean|jamaican|iraqi|kurdish|albanian|gypsy|traveller|roma|foreign|immigrant|refugee)'

/** Counts wherever it stands. */
const alone: Terms = {
  medical: [
    /\b(?:has|with|have|diagnosed with) (?:severe |type (?:1|2|one|two) |a )?(?:nut allergy|epilepsy|diabetes|asthma|cancer|eating disorder)\b(?<=\b(?:he|she|pupil|student|child|boy|girl|who|colleague|teacher) .{0,40})/gi,
  ],
  'special-needs': [/\b(?:autistic|adhd|dyslexic|send?) (?:boy|girl|lad|kid|child|pupil|student|colleague)\b/gi],
  religion: [
    new RegExp(`\\b(?:muslim|christian|jewish|hindu|sikh|catholic|jehovah's witness|buddhist) ${somebody}\\b`, 'gi'),
  ],
  ethnicity: [new RegExp(`\\b${peoples} ${somebody}\\b(?! (?:history|music|food|dance|art|writers|band))`, 'gi')],
  care: [
    /\b(?:foster|looked[- ]after|fsm|pupil premium) (?:child|kid|boy|girl|pupil|student|carers?|mum|dad|parents?)\b(?! (?:can apply|eligib))/gi,
  ],
  marks: [],
}
