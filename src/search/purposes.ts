// What somebody wants with a message beside an answer to a question: reasons, the source, the whole document, a person, other
// words, where they are; and what cannot be read at all. Recognised from the words alone; the conversation decides what to do.
import { fold, wordsOf } from '../kit/text.ts'

export type Purpose =
  /** "why?": the reasons for what was just shown. */
  | 'reasons'
  /** "who says?": whose text it is, and of when. */
  | 'source'
  /** "show me the whole policy". */
  | 'document'
  /** "how do I talk to a real person". */
  | 'person'
  /** "i dont understand". */
  | 'other-words'
  /** "what section is that". */
  | 'where-we-are'
  /** "why did I get this?": the words that led to the answer. */
  | 'because'
  /** "that's not it". */
  | 'not-it'

/** Whole messages only: "why may I not post this" is a question. */
export function purposeOf(text: string): Purpose | undefined {
  const said = wordsOf(text)
    .filter((word) => !isFiller.has(word))
    .join(' ')
  return purposes.find(([, pattern]) => pattern.test(said))?.[0]
}

const isFiller = new Set(
  'please pls plz sorry ok okay but and so then um well hi hello just really actually though thanks'.split(' '),
)

const it = '(?:it|this|that|the answer|the section|the text)'
const purposes = (
  [
    [
      'because',
      `(?:why (?:did|do|have) (?:i|you) (?:get|got|show|shown|given?|sent|tell)(?: me)? ${it}|why ${it}(?: (?:section|answer|one))|how did you (?:get|find|come up with) ${it})`,
    ],
    [
      'reasons',
      `(?:why|why not|how come|why is (?:that|this|it)|whats? the reasons?|what is the reasons?|what for|for what reason|why (?:though|ever not)|says why|whats the point(?: of (?:it|that|this))?)`,
    ],
    [
      'source',
      `(?:who says?(?: (?:so|that|this))?|says who|according to (?:who|whom|what)|who (?:wrote|decided|made|approved) (?:this|that|it)|where (?:does|did) (?:this|that|it) come from|where (?:is|are) (?:this|that|you) from|wheres (?:this|that) from|is (?:this|that) (?:official|the real policy|the rules?|up to date)|how old is (?:this|that|it)|where did you get (?:this|that|it)(?: from)?|says where)`,
    ],
    [
      'document',
      `(?:(?:show|give|send|read|open|get|see|can i (?:see|read|have|get)|where is|wheres|let me (?:see|read))(?: me)? (?:the |a )?(?:whole|full|entire|complete|actual|original)(?: (?:thing|policy|document|text|pdf|one|version|section))(?: it)?|(?:the )?(?:whole|full|entire|complete) (?:thing|policy|document|text)|all of it|(?:show|give|send)(?: me)? (?:the )?(?:document|pdf|all of it))`,
    ],
    [
      'person',
      `(?:(?:how (?:do|can) i |can i |could i |i (?:want|need|d like|would like) to |let me |is there )?(?:talk|speak|chat|ring|ask|get hold|get through|someone|somebody|anyone|a)(?: (?:to|of|with))?(?: (?:talk|speak) to)? ?(?:a |an |some |any |the )?(?:real |actual |human |proper |live )?(?:person|human|human being|someone|somebody|real one|people)(?: (?:instead|about (?:it|this|that)|i can (?:ask|talk to|speak to)))?|(?:real )?(?:human|person)|who (?:can|do|should) i (?:ask|talk to|speak to|contact)(?: (?:about (?:it|this|that)|instead|then))?|ask a (?:person|human))`,
    ],
    [
      'other-words',
      `(?:(?:i )?(?:dont|don't|do not|didnt|didn't|cant|can't) (?:understand|get it|get that|follow)(?: (?:it|this|that|a word|any of it|you))?|what does (?:that|this|it) (?:even )?mean|what do you mean|meaning|huh|eh|come again|say that again|in (?:plain )?english|in (?:simple|plain|other|easier) words|(?:explain|say) (?:it|that|this)(?: (?:again|differently|simply|in (?:plain|simple|other|easier) (?:words|english)|to me))?|explain|too complicated|(?:can you )?(?:simplify|rephrase)(?: (?:it|that|this))?|that makes no sense|(?:im |i'm |i am )?(?:confused|lost)|no idea what that means)`,
    ],
    [
      'where-we-are',
      `(?:(?:what|which) (?:section|policy|bit|part|page|number|paragraph)(?: of the policy)? (?:is|was) (?:that|this|it)(?: (?:in|from|again))?|where (?:is|was) (?:that|this|it)(?: in the policy| written| from)?|where are we|where does it say (?:that|this|so)|where were we|what are we (?:talking|on) about|(?:what|which) (?:section|policy)|whats? (?:the )?section(?: number)?)`,
    ],
    [
      'not-it',
      `(?:no )?(?:(?:thats|that's|that is|this is|its|it's) not (?:it|what i (?:meant?|asked|wanted|need(?:ed)?)|right|helpful|the (?:one|right one|answer|right section))|not (?:it|that|what i (?:meant?|asked))|wrong (?:one|section|answer|policy)|(?:thats|that's|that is) wrong|nope|something else|none of (?:these|those|them))`,
    ],
  ] as const
).map(([purpose, source]) => [purpose, new RegExp(`^(?:${source})$`)] as const)

/** Two questions in one message, in their order; one where there is only one. At most three: more is a list, not a question. */
export function questionsIn(text: string): string[] {
  const parts = text
    .split(
      /(?<=\?)\s+|\s*\n+\s*|(?:,\s*|\s+)(?:and also|also|and another thing|plus)[,:]?\s+(?=(?:can|do|does|is|are|what|when|where|who|how|may|should|am|could|will)\b)|(?:,\s*|\s+)and\s+(?=(?:(?:what|when|where|who|how)\s+(?:do|does|is|are|can|should|much|many|long)|can i|do i|am i|may i|is it|are we|should i)\b)/i,
    )
    .map((part) => part.trim())
    .filter((part) => wordsOf(part).length > 0)
  const asks = parts.filter((part) => wordsOf(part).length >= 3 && opens.test(fold(part)))
  return asks.length < 2 || asks.length > 3 || asks.length < parts.length ? [text.trim()] : asks
}
const opens =
  /^(?:so |and |but |also |ok |hi |please )*(?:can|could|do|does|did|is|are|am|may|must|should|shall|will|would|what|whats|when|where|wheres|which|who|whos|whose|why|how|have|has|if|i|we|my|a|an|the)\b/

/** "What about at weekends": a question that goes on from the one before. */
export function goesOn(text: string): boolean {
  return /^(?:(?:ok|okay|and|but|so|then|yes|no)[, ]+)*(?:(?:what|how) about|what if|and if|even if|only if|same for|also for|does (?:that|this|it)|is (?:that|this|it)|are (?:they|those)|for how long|since when|until when|and (?:at|on|in|for|with|to|by|my|a|the|parents|pupils|staff|governors|weekends|holidays))\b/.test(
    fold(text),
  )
}

/** Reads English: says so in the language that somebody writes, with whom to ask. The sentences stand in the knowledge of languages. */
export type Language = keyof typeof sentences

/** Noticed by its script, or by words that English and the names of apps do not share: one such word alone is not enough. */
export function languageOf(text: string): Language | undefined {
  for (const [language, script] of scripts) {
    if ((text.match(script)?.length ?? 0) >= 3) return language
  }
  return byWords(fold(text).match(/\p{L}+/gu) ?? [])
}

function byWords(words: readonly string[]): Language | undefined {
  let best: { language: Language; count: number } | undefined
  for (const [language, known] of telling) {
    const count = words.filter((word) => known.has(word)).length
    if (count >= 2 && count / words.length >= 0.25 && count > (best?.count ?? 0)) best = { language, count }
  }
  return best?.language
}

/** One fixed sentence a language: that it reads English only, and to ask the office or a colleague. */
export function saysItReadsEnglish(language: Language): string {
  return sentences[language]
}

const sentences = {
  welsh:
    'Mae’n ddrwg gen i, dim ond Saesneg rydw i’n ei darllen. Gofynnwch yn Saesneg, neu gofynnwch i swyddfa’r ysgol.',
  polish:
    'Przepraszam, czytam tylko po angielsku. Proszę zapytać po angielsku albo zwrócić się do sekretariatu szkoły.',
  romanian:
    'Îmi pare rău, citesc doar în engleză. Vă rog să întrebați în engleză sau să vă adresați secretariatului școlii.',
  french: 'Désolé, je ne lis que l’anglais. Posez la question en anglais ou adressez-vous au secrétariat de l’école.',
  spanish: 'Lo siento, solo leo inglés. Pregunte en inglés o diríjase a la secretaría del colegio.',
  portuguese: 'Desculpe, só leio inglês. Pergunte em inglês ou fale com a secretaria da escola.',
  german: 'Leider lese ich nur Englisch. Bitte fragen Sie auf Englisch oder wenden Sie sich an das Schulbüro.',
  italian: 'Mi dispiace, leggo solo l’inglese. Chieda in inglese o si rivolga alla segreteria della scuola.',
  turkish: 'Üzgünüm, yalnızca İngilizce okuyorum. Lütfen İngilizce sorun ya da okul ofisine başvurun.',
  ukrainian: 'Вибачте, я читаю лише англійською. Запитайте англійською або зверніться до канцелярії школи.',
  russian: 'Извините, я читаю только по-английски. Спросите по-английски или обратитесь в канцелярию школы.',
  urdu: 'معذرت، میں صرف انگریزی پڑھتا ہوں۔ براہِ کرم انگریزی میں پوچھیں یا اسکول کے دفتر سے رابطہ کریں۔',
  arabic: 'عذرًا، أقرأ الإنجليزية فقط. من فضلك اسأل بالإنجليزية أو تواصل مع مكتب المدرسة.',
  punjabi: 'ਮਾਫ਼ ਕਰਨਾ, ਮੈਂ ਸਿਰਫ਼ ਅੰਗਰੇਜ਼ੀ ਪੜ੍ਹਦਾ ਹਾਂ। ਕਿਰਪਾ ਕਰਕੇ ਅੰਗਰੇਜ਼ੀ ਵਿੱਚ ਪੁੱਛੋ ਜਾਂ ਸਕੂਲ ਦੇ ਦਫ਼ਤਰ ਨਾਲ ਸੰਪਰਕ ਕਰੋ।',
  bengali: 'দুঃখিত, আমি শুধু ইংরেজি পড়ি। অনুগ্রহ করে ইংরেজিতে জিজ্ঞাসা করুন অথবা স্কুলের অফিসে যোগাযোগ করুন।',
  chinese: '抱歉，我只能读英文。请用英文提问，或联系学校办公室。',
} as const

const scripts: readonly (readonly [Language, RegExp])[] = [
  ['urdu', /[ٹڈڑںھہےۓگچپ]/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['punjabi', /\p{Script=Gurmukhi}/gu],
  ['bengali', /\p{Script=Bengali}/gu],
  ['chinese', /\p{Script=Han}/gu],
  ['ukrainian', /[іїєґІЇЄҐ]/gu],
  ['russian', /\p{Script=Cyrillic}/gu],
]

// Words that are English, too, show nothing.
const english = new Set('come is am are on dove die he me an as per con pot i no'.split(' '))

// Accents are folded away before these are compared.
const telling = (
  [
    [
      'welsh',
      'sut ydw ydy mae oes beth ble pryd pwy rydw dw yn gyda ar y yr i am plant ysgol rhieni athro gallaf allaf hoffwn diolch ffon lluniau',
    ],
    [
      'polish',
      'czy jak moge mozna gdzie kiedy kto jest nie sie na dla dzieci szkole szkola rodzice prosze dziekuje co zdjecia nauczyciel',
    ],
    ['romanian', 'cum pot unde cand cine este sunt nu pentru copii scoala parinti vreau ce fac multumesc despre si'],
    [
      'french',
      'comment puis je peux est ce que ou quand qui les des pour avec ecole parents eleves une dans sur merci le la',
    ],
    [
      'spanish',
      'como puedo donde cuando quien es puede los las para con escuela colegio padres alumnos una gracias que el',
    ],
    ['portuguese', 'como posso onde quando quem pode os as para com escola pais alunos uma obrigado nao que voce'],
    [
      'german',
      'wie kann ich darf wo wann wer ist die der das und fur mit schule eltern kinder schuler nicht ein eine danke',
    ],
    ['italian', 'come posso dove quando chi puo gli per con scuola genitori alunni una grazie che il della sono'],
    ['turkish', 'nasil nerede kim mi icin ile okul cocuk cocuklar veli ogretmen ve bir bu yapabilir miyim tesekkurler'],
  ] as const
).map(
  ([language, words]) =>
    [language, new Set(words.split(' ').filter((word) => word.length > 1 && !english.has(word)))] as const,
)
