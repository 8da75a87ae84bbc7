// A text as its spoken words, with short forms written out, so that "he's gonna" and "he is going to" are the same.
import { wordsOf } from '../kit/text.ts'

export interface SpokenWord {
  readonly word: string
  /**
   * The position, counted in words. The end of a sentence counts as three words, so that words that are close together
   * are in one sentence.
   */
  readonly at: number
  readonly sentence: number
}

/** The words of a text in order, folded, in time that grows linearly with its length. */
export function spokenWords(text: string): SpokenWord[] {
  const spoken: SpokenWord[] = []
  let at = 0
  // A single character with a look-ahead: a longer pattern would try a run of exclamation marks again from each of
  // them.
  const sentences = text.split(/[.!?;](?=\s|$)|\n/)
  for (const [sentence, part] of sentences.entries()) {
    const words = wordsOf(part).flatMap(spellOut)
    for (const word of words) spoken.push({ word, at: at++, sentence })
    if (words.length > 0) at += sentenceGap
  }
  return spoken
}

const sentenceGap = 3

function spellOut(word: string): readonly string[] {
  const known = shortForms.get(word)
  if (known !== undefined) return known
  const apostrophe = word.indexOf("'")
  if (apostrophe > 0) return splitAt(word, apostrophe)
  // Year groups and ages are typed in many ways: y10, yr10, year10, "the year 10s", 13yo.
  const year = /^(y|yr|yrs|year)?(\d{1,2})(s|yo|yr|yrs)?$/.exec(word)
  const [, before, number, after = ''] = year ?? []
  if (number === undefined) return [word]
  if (before !== undefined) return ['year', number]
  return after.startsWith('y') ? [number, 'year', 'old'] : [number]
}

function splitAt(word: string, apostrophe: number): readonly string[] {
  const start = word.slice(0, apostrophe)
  const end = word.slice(apostrophe + 1)
  if (end === 't' && start.endsWith('n')) return [start.slice(0, -1), 'not']
  const full = endings.get(end)
  if (full !== undefined) return [start, full]
  // "her dad's", "she's": whether the ending means possession or "is" does not matter here.
  return end === 's' || end === '' ? [start] : [start, end]
}

const endings = new Map([
  ['ll', 'will'],
  ['d', 'would'],
  ['ve', 'have'],
  ['re', 'are'],
  ['m', 'am'],
])

const shortForms = new Map(
  [
    "won't:will not",
    "can't:can not",
    "what's:what is",
    "who's:who is",
    'wont:will not',
    'cant:can not',
    'cannot:can not',
    'dont:do not',
    'doesnt:does not',
    'didnt:did not',
    'isnt:is not',
    'wasnt:was not',
    'wouldnt:would not',
    'hasnt:has not',
    'havent:have not',
    'hadnt:had not',
    'arent:are not',
    'werent:were not',
    'couldnt:could not',
    'shouldnt:should not',
    'im:i am',
    'ive:i have',
    'hes:he',
    'hed:he would',
    'theyd:they would',
    'shes:she',
    'theyre:they are',
    'theyve:they have',
    'theyll:they will',
    'youre:you are',
    'youll:you will',
    'weve:we have',
    'whats:what is',
    'whos:who is',
    'gonna:going to',
    'gona:going to',
    'gunna:going to',
    'wanna:want to',
    'wana:want to',
    'ima:i will',
    'imma:i will',
    'finna:will',
    'gotta:got to',
    'u:you',
    'ur:your',
    'r:are',
    'yr:year',
    'yrs:years',
    'ppl:people',
    'msg:message',
    'msgs:messages',
    'msging:messaging',
    'msged:messaged',
    'msgd:messaged',
    'some1:someone',
    'sum1:someone',
    'sumone:someone',
    'smth:something',
    'ryt:right',
    'abt:about',
    'b4:before',
    // As it is texted.
    'sum1s:someone',
    'any1:anyone',
    'evry1:everyone',
    'every1:everyone',
    'no1:no one',
    'noone:no one',
    'sumthing:something',
    'sumthin:something',
    'm8:mate',
    'm8s:mates',
    'l8:late',
    'l8r:later',
    '2moro:tomorrow',
    '2morrow:tomorrow',
    'tmrw:tomorrow',
    '2nite:tonight',
    '2night:tonight',
    'tonite:tonight',
    '2day:today',
    'nite:night',
    'gd:good',
    'wld:would',
    'cld:could',
    'shld:should',
    'jst:just',
    'nvr:never',
    'evry:every',
    'pls:please',
    'plz:please',
    'thx:thanks',
    'cos:because',
    'coz:because',
    'cuz:because',
    'bc:because',
    'bcos:because',
    'dat:that',
    'dis:this',
    'dey:they',
    'wen:when',
    'wot:what',
    'wat:what',
    'wots:what is',
    'wiv:with',
    'luv:love',
    'hav:have',
    'avin:having',
    'sed:said',
    'sez:says',
    'ses:says',
    'gna:going to',
    'tryna:trying to',
    'innit:is it not',
    'fone:phone',
    'fones:phones',
    'foto:photo',
    'fotos:photos',
    'vid:video',
    'vids:videos',
    'pic:picture',
    'pics:pictures',
    'insta:instagram',
    'snap:snapchat',
    'gc:group chat',
    'rn:right now',
    'tbh:to be honest',
    'idk:i do not know',
    'n:and',
    'tho:though',
    'thru:through',
    'bf:boyfriend',
    'gf:girlfriend',
    'bff:best friend',
    'kys:kill yourself',
    'kms:kill myself',
    // As it is said in Scotland, in the north and by the Thames.
    "ain't:is not",
    'aint:is not',
    'nae:no',
    'tae:to',
    'wi:with',
    'telt:told',
    'cannae:can not',
    'dinnae:do not',
    'didnae:did not',
    'disnae:does not',
    'doesnae:does not',
    'isnae:is not',
    'wasnae:was not',
    'willnae:will not',
    'wouldnae:would not',
    'gonnae:going to',
    'gaun:going',
    'thae:those',
    'hame:home',
    'hoose:house',
    'heid:head',
    'deid:dead',
    'wee:little',
    'bairn:child',
    'bairns:children',
    'wean:child',
    'weans:children',
    'maw:mum',
    'mam:mum',
    'hersel:herself',
    'hissel:himself',
    'hisself:himself',
    'masel:myself',
    'mesen:myself',
    'aw:all',
    'yon:that',
    'owt:anything',
    'nowt:nothing',
    'summat:something',
    'summink:something',
    'nuffink:nothing',
    'wor:our',
    'tek:take',
    'tekkin:taking',
    'mek:make',
    'tomorra:tomorrow',
    'whit:what',
    'ma:my',
  ].map((line): [string, readonly string[]] => {
    const [short = '', full = ''] = line.split(':')
    return [short, full.split(' ')]
  }),
)
