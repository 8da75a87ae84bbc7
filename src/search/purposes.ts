// Recognises what somebody wants with a message that is not a question about a policy: reasons, the source, the whole
// document, a person, other words, the current place; and messages that cannot be read at all. Only the words are used;
// the conversation decides what to do.
import { fold, wordsOf } from '../kit/text.ts'

export type Purpose =
  /** "why?": the reasons for what was just shown. */
  | 'reasons'
  /** "who says?": whose text it is, and when it dates from. */
  | 'source'
  /** "show me the whole policy". */
  | 'document'
  /** "how do I talk to a real person". */
  | 'person'
  /** "i dont understand", "what was that again", "so that's a no then?". */
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
  'please pls plz sorry ok okay but and so then um well hi hello just really actually though thanks no yes hmm mate exactly'.split(
    ' ',
  ),
)

const it = '(?:it|this|that|the answer|the section|the text)'
/** "So that's a no then?", "so I can't": without its fillers. It wants to know whether it has read the answer rightly. */
const concluded = `(?:(?:(?:thats|that's|that is|that means|its|it's|it is) (?:a|an|fine|allowed|not allowed|banned|forbidden|not on|out)|(?:i|we|they) (?:can|cant|can't|cannot|may|may not|must|must not|mustnt|mustn't)(?: (?:do|have) (?:it|that|so))?)(?: right)?)`
/** "I'm still not sure, who can I talk to": what comes first adds nothing to the wish. */
const unsettled =
  "(?:i'm |im |i am )?(?:(?:still|a bit|bit|quite|very) )*(?:not sure|unsure|confused|stuck|worried|lost|none the wiser)(?: (?:about|by|with) (?:it|this|that))?"
const purposes = (
  [
    [
      'because',
      `(?:how did you (?:work|figure) (?:it|that|this) out|what made you (?:say|show|think|pick|choose) (?:it|that|this|so)(?: (?:one|me))?|why (?:are|were) you (?:showing|telling|giving) me (?:it|that|this)|how come i (?:got|get) (?:it|that|this)|why (?:this|that) one|how do you know(?: (?:it|that|this))?|what (?:is|s) (?:it|that|this) based on|whats (?:it|that|this) based on|why (?:did|do|have) (?:i|you) (?:get|got|show|shown|given?|sent|tell)(?: me)? ${it}|why ${it}(?: (?:section|answer|one))|how did you (?:get|find|come up with) ${it})`,
    ],
    [
      'reasons',
      `(?:why (?:on earth|the hell|exactly|ever|in the world)(?: (?:not|is (?:it|that|this)))?|why (?:can|cant|can't|cannot|may|mayn't|should|shouldn't|shouldnt|must|mustn't|couldn't|couldnt) (?:i|we|you|they|people)(?: not)?(?: do (?:it|that|this))?|why (?:would|could|might|should|does|did) (?:it|that|this|they|anyone|anybody)(?: (?:even|ever|really))? (?:be (?:a |such a )?(?:problem|issue|rule|wrong|bad|allowed|a big deal|big deal)|matter|do that|be so)|(?:tell|explain to) me why(?: not)?|(?:i )?(?:dont|don't) (?:see|get|understand) why(?: not)?|(?:what|whats) (?:is |was )?(?:the |your |their )?(?:reasons?|reasoning|rationale|logic|thinking|point|purpose|idea|grounds)(?: (?:for|of|behind|in) (?:it|that|this|the rule|this rule|that rule))?|on what grounds|what (?:are|is) the grounds|(?:is there|has it got|does it (?:give|say|have)) (?:a |any |the )?(?:reasons?|why)(?: (?:for|behind) (?:it|that|this))?|why (?:is|was) (?:it|that|this) (?:a rule|the rule|so|there|like that|needed|not allowed|allowed|important)|why (?:does|do|would) (?:it|that|this|they|we|the school|anyone) (?:matter|care|say (?:so|that)|need (?:it|that|this))|for what purpose|give me (?:a|the|one) reasons?|why|why not|how come|why is (?:that|this|it)|whats? the reasons?|what is the reasons?|what for|for what reason|why (?:though|ever not)|says why|whats the point(?: of (?:it|that|this))?)`,
    ],
    [
      'source',
      `(?:who (?:signed|signs|agreed|okayed|ok'd|put) (?:it|that|this|these) (?:off|to|there|in)|who (?:made|writes|wrote|makes|invented|agreed|approved|signed off|passed|set|chose) (?:it|that|this|these|those|the)(?: (?:rule|rules|policy|policies|one))?(?: up)?|is (?:it|that|this) (?:actually|really|genuinely|definitely) (?:the |a |our |in the |school )*(?:policy|rule|rules|case|law)|is (?:it|that|this) (?:the|our|school|actual) (?:policy|rule|rules|law)|(?:when|what date|what year|how recent|how recently) (?:does|did|is|was|were) (?:it|that|this|they)(?: (?:date|come|dated|written|from|last|made|published|updated|changed|agreed))*(?: from)?|(?:what|which) (?:edition|version) (?:is|was) (?:it|that|this)(?: from)?|whose (?:rule|rules|idea|decision|words|text|policy) (?:is|are|was) (?:it|that|this|these)|is (?:it|that|this) (?:really |actually |even )?(?:in writing|written down|in black and white|legit|true|right|real|still (?:current|valid|right|true|in force)|current|valid)(?: (?:anywhere|somewhere))?|who (?:came up with|made up|makes|set|sets|signed off) (?:it|that|this|these|the rules?|this rule|that rule|these rules)|on whose (?:say so|authority|orders)|who told you(?: (?:so|that|this))?|where(?:'s| is|s)? (?:your|the) (?:source|proof|evidence)|(?:what|whats)(?: is|'s)? (?:your|the) source(?: (?:for|of) (?:it|that|this))?|source|since when(?: is (?:it|that|this) (?:a|the) rule)?|when was (?:it|that|this) (?:written|decided)|who says?(?: (?:so|that|this))?|says who|according to (?:who|whom|what)|who (?:wrote|decided|made|approved) (?:this|that|it)|where (?:does|did) (?:this|that|it) come from|where (?:is|are) (?:this|that|you) from|wheres (?:this|that) from|is (?:this|that) (?:official|the real policy|the rules?|up to date)|how old is (?:this|that|it)|where did you get (?:this|that|it)(?: from)?|says where)`,
    ],
    [
      'document',
      `(?:(?:show|give|send) me (?:everything|the lot)(?: (?:about|on) (?:it|this|that))?|(?:i )?(?:just )?(?:want|need|would like|id like|i'd like|like) to (?:read|see|have|get) (?:it all|all of it|the lot|everything|the whole (?:thing|lot)|it in full)|(?:have you got|do you have|is there|got|can i (?:have|get)|where is|wheres|send me) (?:a |the )?(?:pdf|word (?:file|version|document)|printable version|print version|paper copy|full copy|link)(?: (?:of|to|for) (?:it|that|this|the policy|the document))?|(?:can|could) (?:i|you) (?:print|download) (?:it|that|the policy|the document|the whole thing)(?: (?:off|out|for me))?|(?:(?:send|show|give|get|read|open|link|forward) (?:me )?|(?:can|could|may) i (?:have|see|get|read) |where (?:can|do) i (?:find|read|see|get) |i (?:want|need|d like|would like) (?:to (?:see|read|have) )?|let me (?:see|read) |link to )(?:the |a copy of the |all of the |that |your )?(?:(?:whole|full|entire|complete|actual|original|real) )*(?:policy|policies|text|document|policy document|wording|original|full version)(?: (?:itself|in full|please|as (?:a )?pdf))?|(?:the )?policy in full|read it all|all the sections|(?:show|give|send|read|open|get|see|can i (?:see|read|have|get)|where is|wheres|let me (?:see|read))(?: me)? (?:the |a )?(?:whole|full|entire|complete|actual|original)(?: (?:thing|policy|document|text|pdf|one|version|section))(?: it)?|(?:the )?(?:whole|full|entire|complete) (?:thing|policy|document|text)|all of it|(?:show|give|send)(?: me)? (?:the )?(?:document|pdf|all of it))`,
    ],
    [
      'person',
      `(?:(?:can|could|will) (?:someone|somebody|anyone|a person|a human) (?:please )?(?:ring|call|phone|email|help|contact|talk to|speak to|get back to) me(?: (?:back|about (?:it|this|that)))?|(?:i )?(?:want|need|like|prefer|id like) to (?:talk|speak|chat) to (?:a |an )?(?:real |actual )?(?:person|human|somebody|someone)(?: (?:and )?not (?:a |the )?(?:bot|robot|machine|computer))?|(?:is there |are there )?any (?:humans?|people|persons?|staff)(?: (?:there|here|about|around|i can (?:ask|talk to)))?|(?:(?:this|that|it) (?:is |s )?(?:useless|rubbish|no good|no use|hopeless|not helping)[, ]*)?(?:i )?(?:just )?(?:want|need|get me|give me|find me|let me have) (?:a |an )?(?:real |actual |proper )?(?:human|person)(?: (?:being|to talk to|to speak to))?|(?:give|get|find) me (?:someone|somebody|anyone) (?:(?:i can |to )(?:talk|speak|ring|phone|write)(?: to)?|human|real)|(?:i )?(?:need|want|have|would like|id like) to (?:speak|talk|chat) (?:to|with) (?:someone|somebody|anyone|a person|a manager|the person)(?: (?:in charge|senior|else|responsible|properly|now|today|who knows|about (?:it|this|that)))*|(?:is|isnt|isn't) (?:there )?(?:anyone|anybody|someone|somebody) (?:there|here|about|around|free)(?: (?:to talk to|i can ask))?|(?:i )?(?:id|i'd|i would|would|rather|prefer)(?: (?:i|rather|like|prefer|to|sooner))* (?:speak|talk|chat|write) (?:to|with) (?:a |an |some |somebody |someone )*(?:real |actual |human |proper )*(?:person|human|human being|being|somebody|someone|people)|is there (?:a |an )?(?:real |actual )?(?:someone|somebody|anyone|anybody|person|human|number)(?: (?:who |that )?i (?:can|could) (?:phone|ring|call|talk to|speak to|ask|email|see|contact|write to))?|(?:who|whom) (?:could|might|do|can|should|would) i (?:ring|phone|call|email|see|go to|turn to|write to)(?: (?:about (?:it|this|that)|instead|then))?|put me (?:through|on|in touch)(?: (?:to|with) (?:a |an )?(?:real )?(?:person|human|someone|somebody))?|give me (?:a |an )?(?:real )?(?:person|human)|(?:i (?:dont|don't|do not) want )?(?:to talk )?to (?:a |an )?real (?:person|human)|(?:not|no) (?:a |an )?(?:bot|robot|machine|computer)|(?:how (?:do|can) i |can i |could i |i (?:want|need|d like|would like) to |let me |is there )?(?:talk|speak|chat|ring|ask|get hold|get through|someone|somebody|anyone|a)(?: (?:to|of|with))?(?: (?:talk|speak) to)? ?(?:a |an |some |any |the )?(?:real |actual |human |proper |live )?(?:person|human|human being|someone|somebody|real one|people)(?: (?:instead|about (?:it|this|that)|i can (?:ask|talk to|speak to)))?|(?:real )?(?:human|person)|who (?:can|do|should) i (?:ask|talk to|speak to|contact)(?: (?:about (?:it|this|that)|instead|then))?|ask a (?:person|human))`,
    ],
    [
      'other-words',
      `(?:(?:what|wot) (?:was|is) (?:it|that|this) again|what (?:did|do) you (?:just )?say(?: again)?|what was that|(?:can|could) you say (?:it|that) again|repeat (?:it|that)|run (?:it|that) (?:by|past) me again|${concluded}|(?:i'm |im |i am )?not sure (?:that )?i (?:follow|understand|get (?:it|that|you))|what (?:are|on earth are) you (?:on about|talking about|saying|telling me)|(?:i |im |i'm )?(?:still|really|just|honestly|sorry|sorry i)? ?(?:dont|don't|do not|didnt|didn't|cant|can't) (?:really |quite |actually )?(?:understand|get|follow|know what)(?: (?:it|this|that|a word|any of it|you|what (?:it|that|this) means|that means))*(?: (?:at all|either|still))?|(?:can|could|would|will) you (?:please )?(?:explain|clarify|reword|rephrase|simplify|translate|summarise|shorten|repeat)(?: (?:it|that|this))?(?: (?:a bit|for me|to me|again|more|better|please|properly|in english|simply))*|(?:say )?what|wha|pardon|you what|what now|(?:its |it's |that is |thats )?too long(?: (?:didnt|didn't|to) read)?|(?:its |it's )?all greek to me|(?:its |it's )?gobbledygook|(?:what|so what) (?:is|s) (?:it|that|this) saying|(?:so )?what does (?:it|that|this) mean i (?:can|should|have to) do|(?:that|it|this|all that)?(?: |^)?(?:went|goes|is|was) (?:right |straight |way )?over my head|(?:can|could|would) you (?:please )?(?:put|say|explain|word|phrase|break) (?:it|that|this) (?:more |a bit |a little )?(?:simply|simple|simpler|plainly|differently|clearly|down|again|another way|in (?:plain|simple|simpler|normal|other|easier) (?:words|english|terms))(?: for me)?|(?:in )?layman'?s terms|(?:put|say) (?:it|that|this) (?:more )?(?:simply|simpler|plainly|another way|differently|in (?:normal|plain|simple|other) (?:words|english))|dumb (?:it|that|this) down|break (?:it|that|this) down(?: for me)?|(?:that|it|this)(?:'s| is|s)? (?:not |un)(?:very )?clear|(?:that|it|this) (?:doesn't|doesnt|does not) make (?:any )?sense|what(?:'s| is|s) (?:that|it|this) supposed to mean|(?:i'm|im|i am) (?:none the wiser|not following|not sure what (?:that|this|it) means)|meaning what|which means(?: what)?|what does (?:all )?(?:that|it|this) mean(?: (?:for me|exactly|in practice|in english))?|tl ?dr|in short|short version|sum (?:it|that) up|(?:give me )?(?:a |the )?summary|(?:i )?(?:dont|don't|do not|didnt|didn't|cant|can't) (?:understand|get it|get that|follow)(?: (?:it|this|that|a word|any of it|you))?|what does (?:that|this|it) (?:even )?mean|what do you mean|meaning|huh|eh|come again|say that again|in (?:plain )?english|in (?:simple|plain|other|easier) words|(?:explain|say) (?:it|that|this)(?: (?:again|differently|simply|in (?:plain|simple|other|easier) (?:words|english)|to me))?|explain|too complicated|(?:can you )?(?:simplify|rephrase)(?: (?:it|that|this))?|that makes no sense|(?:im |i'm |i am )?(?:confused|lost)|no idea what that means)`,
    ],
    [
      'where-we-are',
      `(?:where(?:abouts)? (?:exactly )?(?:does|did|do) (?:it|they|the policy|the text) (?:actually )?(?:say|state|mention)(?: (?:so|that|this|it))?|where ?abouts? (?:is|was|does|did) (?:it|that|this)(?: (?:say|written|come|said))?(?: (?:it|that|so))?(?: (?:in|from)(?: (?:the|it))?(?: (?:policy|document|text))?)?|(?:what|which) (?:number|heading|line|para) (?:is|was) (?:it|that|this)|where in (?:it|the (?:policy|document|text))(?: (?:is|does) (?:it|that|this)(?: say(?: (?:it|that|so))?)?)?|(?:what|which|whats|what's)(?: is)?(?: the)? (?:part|bit|section|policy|paragraph|page|clause|number|section number|policy number|page number|chapter)(?: of (?:the|it|that|this)(?: policy)?)?(?: (?:says?|said|is|has|covers|mentions|was|does)(?: (?:it|that|this|so))*(?: (?:say|in|from))?)?|where(?:'s| is|s| does it say| exactly is| can i find) (?:it|that|this)(?: (?:in the (?:policy|text|document)|written|exactly|said))?|point me to (?:it|that|the (?:section|place|page))|(?:what|which) (?:one|policy) (?:is|was) (?:it|that|this)(?: (?:in|from|of))?|(?:what|which) (?:section|policy|bit|part|page|number|paragraph)(?: of the policy)? (?:is|was) (?:that|this|it)(?: (?:in|from|again))?|where (?:is|was) (?:that|this|it)(?: in the policy| written| from)?|where are we|where does it say (?:that|this|so)|where were we|what are we (?:talking|on) about|(?:what|which) (?:section|policy)|whats? (?:the )?section(?: number)?)`,
    ],
    [
      'not-it',
      `(?:you (?:didnt|didn't|havent|haven't|did not|have not) (?:really |actually )?(?:answer|answered|help|helped|get) (?:me|it|that|my question|the question)|(?:i )?(?:was|am|i'm|im|meant) (?:asking|looking for|talking about|after|on about|meaning)? ?(?:about )?(?:something|another thing|a different thing)(?: (?:else|different))?(?: (?:entirely|altogether|completely))?|(?:not|no) (?:that|this) one|(?:thats|that's|that is|its|it's) not (?:really |quite |at all )*(?:it|what i (?:meant?|asked|wanted|need(?:ed)?|said|was asking)|my question|the question|an answer)|(?:that|it|this) (?:doesn't|doesnt|does not|didn't|didnt|did not) (?:really )?(?:answer|help)(?: (?:it|me|my question|the question))?|you (?:misunderstood|got (?:it|me|that) wrong|(?:havent|haven't|didnt|didn't|dont|don't) (?:understood|understand|answered?|get)(?: (?:me|it|my question))?)|not what i(?: was|'m| am|m)? (?:after|asking|looking for|meaning|mean|meant|asked)(?: for)?|(?:that's|thats|that is|it's|its) (?:irrelevant|not relevant|useless|unrelated|something else|nothing to do with it|the wrong (?:one|section|policy|answer))|i meant something else|try again|another one|(?:show me )?(?:a different|another) (?:section|answer|one)|(?:thats|that's|that is|this is|its|it's) not (?:it|what i (?:meant?|asked|wanted|need(?:ed)?)|right|helpful|the (?:one|right one|answer|right section))|not (?:it|that|what i (?:meant?|asked))|wrong (?:one|section|answer|policy)|(?:thats|that's|that is) wrong|nope|something else|none of (?:these|those|them))`,
    ],
  ] as const
).map(([purpose, source]) => [purpose, new RegExp(`^(?:${unsettled} )?(?:${source})$`)] as const)

/** Two questions in one message, in order; a single one otherwise. At most three: more is a list, not a question. */
export function questionsIn(text: string): string[] {
  const parts = text
    .split(
      /(?<=\?)\s+|\s*\n+\s*|(?:,\s*|\s+)(?:and also|also|and another thing|plus)[,:]?\s+(?=(?:can|do|does|is|are|what|when|where|who|how|may|should|am|could|will)\b)|(?:,\s*|\s+)and\s+(?=(?:(?:what|when|where|who|how)\s+(?:do|does|is|are|can|should|much|many|long)|can i|do i|am i|may i|is it|are we|should i)\b)/i,
    )
    .map((part) => part.trim())
    .filter((part) => wordsOf(part).length > 0)
  const asks = parts.filter((part) => wordsOf(part).length >= 3 && (part.endsWith('?') || opens.test(fold(part))))
  return asks.length < 2 || asks.length > 3 || asks.length < parts.length ? [text.trim()] : asks
}
const opens =
  /^(?:so |and |but |also |ok |hi |please )*(?:can|could|do|does|did|is|are|am|may|must|should|shall|will|would|what|whats|when|where|wheres|which|who|whos|whose|why|how|have|has)\b/

/** "What about at weekends": a question that continues the one before. */
export function goesOn(text: string): boolean {
  return /^(?:(?:ok|okay|and|but|so|then|yes|no)[, ]+)*(?:(?:what|how) about|what if|and if|even if|only if|same (?:for|with|goes for|rule for|if)|also for|does (?:it|that) (?:count|apply)|does (?:that|this|it)|is (?:that|this|it)|are (?:they|those)|for how long|since when|until when|and (?:at|on|in|for|with|to|by|my|a|the|parents|pupils|staff|governors|weekends|holidays))\b/.test(
    fold(text),
  )
}

/**
 * The bot reads English only. It says so in the language of the message, and whom to ask. The sentences are in the
 * knowledge of languages.
 */
export type Language = keyof typeof sentences

/**
 * Recognised by its script, or by words that occur neither in English nor in the names of apps; a single such word is
 * not enough.
 */
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

/** One fixed sentence for each language: the bot reads English only, and the office or a colleague can help. */
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

// Words that also exist in English prove nothing.
const english = new Set('come is am are on dove die he me an as per con pot i no'.split(' '))

// Accents are removed before these are compared.
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
