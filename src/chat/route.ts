// What kind of thing somebody said: a greeting, a command, the wish to check a post, or (nearly always) a question.
import { fold, wordsOf } from '../kit/text.ts'
import { takeTitle, type Titled } from './titles.ts'

/** The id of the policy that was named, where one was. */
interface Of {
  readonly policy: string | undefined
}

export type Wish =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'hello' }
  | { readonly kind: 'thanks' }
  | { readonly kind: 'help' }
  | (Of & { readonly kind: 'sections' })
  | { readonly kind: 'status' }
  /** To the declaration at once. */
  | (Of & { readonly kind: 'sign' })
  /** Through the sections first. */
  | (Of & { readonly kind: 'read-and-sign' })
  | { readonly kind: 'receipt' }
  /** A card for everybody in the place. */
  | (Of & { readonly kind: 'sign-here' })
  | (Of & { readonly kind: 'register' })
  | (Of & { readonly kind: 'campaigns' })
  | { readonly kind: 'digest' }
  /** How the reviews of the policies stand. */
  | (Of & { readonly kind: 'review' })
  | { readonly kind: 'new-person' }
  /** A link to the web page. */
  | { readonly kind: 'open-page' }
  /** "Can I post this?", with the draft if one came along. */
  | { readonly kind: 'check'; readonly draft: string | undefined }
  | { readonly kind: 'ask'; readonly question: string }

/** `policies` can be named in it: "sections of the Lettings Policy". */
export function recognise(text: string, policies: readonly Titled[] = []): Wish {
  const words = wordsOf(text)
  if (words.length === 0) return { kind: 'nothing' }
  const draft = draftIn(text)
  if (draft !== undefined) return { kind: 'check', draft: draft === '' ? undefined : draft }
  // "sign the policy" is meant as it stands; "Policy Guide, help" is meant without the name.
  const said = [words, words.filter((word) => !isBotName.has(word))].map((each) => each.join(' '))
  const kind = kindIn(said)
  if (kind === 'check') return { kind, draft: undefined }
  if (kind !== undefined) return takesPolicy(kind) ? { kind, policy: undefined } : { kind }
  const named = takeTitle(words, policies)
  const about = named && kindIn(named.said)
  if (about !== undefined && takesPolicy(about)) return { kind: about, policy: named?.policy }
  return { kind: 'ask', question: text.trim() }
}

function kindIn(said: readonly string[]): keyof typeof phrases | undefined {
  return said.map((each) => kindOf.get(each)).find((each) => each !== undefined)
}

type OfPolicy = (typeof ofPolicy)[number]

function takesPolicy(kind: string): kind is OfPolicy {
  return ofPolicy.some((each) => each === kind)
}

const ofPolicy = ['sections', 'sign', 'read-and-sign', 'sign-here', 'register', 'campaigns', 'review'] as const

const isBotName = new Set(['policy', 'guide', 'policyguide'])

// Whole messages only: "thanks, and what about parents?" is a question.
const phrases = {
  hello: phrasesOf(
    'hello|hi|hey|hiya|hello there|hi there|hey there|good morning|morning|good afternoon|afternoon|good evening|' +
      'evening|yo|alright|hello bot|hi bot|hi how are you|hello how are you|how are you',
  ),
  thanks: phrasesOf(
    'thanks|thank you|thx|ta|cheers|thanks a lot|many thanks|thank you very much|thanks very much|brilliant thanks|' +
      'great thanks|great thank you|perfect thanks|ok thanks|okay thanks|thanks so much|thank you so much|great|perfect|lovely|' +
      'that helped|that helps|brilliant|nice one|ok|okay|bye|goodbye',
  ),
  help: phrasesOf(
    'help|help me|help please|what can you do|what do you do|who are you|what are you|how do you work|how does this work|' +
      'how do i use this|what can i ask|what can i ask you|commands|menu|start|options|what is this|are you a bot|are you a robot|are you human|are you real',
  ),
  sections: phrasesOf(
    'sections|list sections|show sections|show the sections|show me the sections|all sections|contents|table of contents|' +
      'index|show me the policy|show the policy|read the policy|the policy|list of sections|browse',
  ),
  status: phrasesOf('status|my status|who am i|what have i signed|what do i owe|have i signed|where do i stand'),
  sign: phrasesOf(
    'sign|sign it|sign now|i want to sign|i would like to sign|let me sign|can i sign|sign the policy|sign policy|' +
      'sign the declaration|sign declaration|i want to sign the policy|i want to sign the declaration|declaration',
  ),
  'read-and-sign': phrasesOf(
    'read and sign|read & sign|start reading|read|go on reading|carry on reading|continue reading|keep reading|' +
      'i want to read and sign|read and sign the policy',
  ),
  receipt: phrasesOf('my receipt|receipt|receipts|my receipts|show my receipt|show me my receipt|get my receipt'),
  'sign-here': phrasesOf('sign here|post sign here|put sign here'),
  register: phrasesOf(
    'register|the register|show register|show the register|show me the register|open the register|who has signed|' +
      "who has not signed|who hasn't signed|who has signed the policy|who hasn't signed yet|who has not signed yet",
  ),
  campaigns: phrasesOf('campaign|campaigns|new campaign|open a campaign|show campaigns|show the campaigns'),
  digest: phrasesOf('digest|the digest|show digest|show the digest|show me the digest|weekly digest'),
  review: phrasesOf(
    'review|reviews|the review|the reviews|show review|show reviews|show the review|show the reviews|review pack|' +
      'the review pack|show the review pack|review date|review dates|open the review|open review',
  ),
  'new-person': phrasesOf('add a person|add person|new person|add somebody|add someone'),
  'open-page': phrasesOf('open|open page|open the page|open web page|open the web page|web page|the web page|website'),
  check: phrasesOf(
    'check|check a post|check post|check my post|check this|check before posting|check a draft|check my draft|can i post|' +
      'can i post this|can i post it|can i post that|could i post this|may i post this|is it ok to post this|' +
      'is this ok to post|is it okay to post this|am i allowed to post this|should i post this|can i share this|' +
      'is it ok to share this|is this ok to share|can i send this|can i tweet this|can i upload this|' +
      'can you check a post|can you check a post for me|can you check my post|can you check this|can you check this for me|' +
      'i want to post something|i want to check a post',
  ),
}

const kinds = [
  'hello',
  'thanks',
  'help',
  'sections',
  'status',
  'sign',
  'read-and-sign',
  'receipt',
  'sign-here',
  'register',
  'campaigns',
  'digest',
  'review',
  'new-person',
  'open-page',
  'check',
] as const
const kindOf: ReadonlyMap<string, keyof typeof phrases> = new Map(
  kinds.flatMap((kind) => [...phrases[kind]].map((phrase) => [phrase, kind] as const)),
)

function phrasesOf(list: string): ReadonlySet<string> {
  return new Set(list.split('|'))
}

/** What follows "check:" or "can I post this:", empty when nothing does; undefined when the message is no such thing. */
function draftIn(text: string): string | undefined {
  const start =
    /^\s*(check|can i (?:post|share|send|tweet|upload)(?: this| that| it)?|is (?:it|this) ok(?:ay)? to (?:post|share)(?: this)?)\s*[:：]/i
  const found = start.exec(text)
  if (found !== null) return text.slice(found[0].length).trim()
  const asked = /^\s*(?:check|can i (?:post|share|send|tweet|upload) (?:this|that|it))\s*\??\s*\n+/i.exec(text)
  return asked === null ? undefined : text.slice(asked[0].length).trim()
}

/**
 * A follow-up such as "and what about parents?" together with the question before it; any other question as it is.
 */
export function withContext(question: string, before: string | undefined): string {
  if (before === undefined || question.length > 120) return question
  return /^(and|but|what about|how about|what if|or|even|also)\b/.test(fold(question))
    ? `${before} ${question}`
    : question
}
