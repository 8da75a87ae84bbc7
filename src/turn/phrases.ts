// Recognises what somebody wants to open, and for which policy: "sections", "sign the lettings policy", "register
// attendance".
import { compact } from '../kit/defined.ts'
import { wordsOf } from '../kit/text.ts'
import { bareWords, isWholeTitle, whichPolicy, type Named, type Which } from '../policy/which.ts'

/** The phrases that a door listens for under one name. */
export interface Phrases {
  readonly name: string
  /** Phrases that must be the whole message: "thanks, and what about parents?" is a question. */
  readonly says: readonly string[]
  /** The message may name a policy. */
  readonly ofPolicy: boolean
}

export interface Wish {
  readonly name: string
  readonly which: Which
}

export type Recognise = (text: string, policies: readonly Named[]) => Wish | undefined

/** No two doors may have the same phrase. */
export function recogniser(all: readonly Phrases[]): Recognise {
  const whole = new Map(all.flatMap(({ name, says, ofPolicy }) => says.map((phrase) => [phrase, { name, ofPolicy }])))
  const partly = all
    .filter(({ ofPolicy }) => ofPolicy)
    .flatMap(({ name, says }) => says.map((phrase) => ({ name, bare: bareWords(phrase.split(' ')) })))
    .toSorted((a, b) => b.bare.length - a.bare.length)
  return (text, policies) => {
    const words = wordsOf(text)
    // "sign the policy" is used as it stands; "Policy Guide, help" is used without the bot's name.
    for (const said of [words, words.filter((word) => !isBotName.has(word))]) {
      const found = whole.get(said.join(' '))
      if (found !== undefined)
        return { name: found.name, which: { kind: found.ofPolicy && points(said) ? 'pointed' : 'unnamed' } }
    }
    return nameIn(words, partly, policies)
  }
}

/** The name that follows the longest of the phrases, as it was typed, without a title; undefined where there is none. */
export function nameAfter(text: string, phrases: readonly string[]): string | undefined {
  const typed = text.trim().split(/\s+/)
  const at = endOfPhrase(typed, phrases)
  const name = typed
    .slice(at + 1)
    .filter((word) => !titles.has(wordsOf(word).join('')))
    .join(' ')
    .replace(/^["“‘']+|["”’'?!.,]+$/g, '')
  return at === -1 || name === '' || wordsOf(name).length > mostNames ? undefined : name
}

/** The place of the last word of the longest phrase that these words begin with; -1 where there is none. */
function endOfPhrase(typed: readonly string[], phrases: readonly string[]): number {
  let [end, said] = [-1, '']
  for (const [at, word] of typed.entries()) {
    said = [said, ...wordsOf(word)].join(' ').trim()
    if (phrases.includes(said)) end = at
    // Nearly every message ends here at its first word.
    else if (!phrases.some((phrase) => phrase.startsWith(said))) return end
  }
  return end
}

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir'])
const mostNames = 5

interface Partly {
  readonly name: string
  readonly bare: readonly string[]
}

/** The longest phrase at the start or end of the message, where all the rest names a policy. */
function nameIn(words: readonly string[], partly: readonly Partly[], policies: readonly Named[]): Wish | undefined {
  const bare = bareWords(words)
  if (bare.length === 0 || bare.length > mostWords) return undefined
  const saysPolicy = words.includes('policy')
  // "The lettings policy" alone opens it; "lettings" alone may be a question. "Rules for the pool policy" may be the
  // name of a policy, whatever "rules" would open.
  const isTitle = policies.some((policy) => isWholeTitle(bare, policy))
  const wishes: { name: string; phrase: readonly string[]; rest: readonly string[]; which: Which }[] = []
  // A loop: nearly every message comes past each phrase of every door, and holds none of them.
  for (const { name, bare: phrase } of partly) {
    if (phrase.length > 0 ? isTitle : !saysPolicy) continue
    for (const rest of restsOf(bare, phrase)) wishes.push({ name, phrase, rest, which: whichPolicy(rest, policies) })
  }
  const known = wishes.find(({ which }) => which.kind === 'one' || which.kind === 'several')
  if (known !== undefined) return { name: known.name, which: known.which }
  // "Sign the trips policy" is a request; "who has to sign the policy" is a question.
  const asksFor = ({ phrase, rest }: { phrase: readonly string[]; rest: readonly string[] }) =>
    saysPolicy && phrase.length > 0 && rest.length <= 3 && standsAt(0, phrase, bare)
  const unknown = wishes.find((wish) => wish.which.kind === 'unknown' && asksFor(wish))
  return unknown && { name: unknown.name, which: unknown.which }
}

function restsOf(bare: readonly string[], phrase: readonly string[]): readonly (readonly string[])[] {
  const left = bare.length - phrase.length
  if (left <= 0) return none
  const [first, last] = [standsAt(0, phrase, bare), standsAt(left, phrase, bare)]
  // For nearly every phrase and message.
  if (!first && !last) return none
  return compact([first && bare.slice(phrase.length), last && bare.slice(0, left)])
}

/** A loop: this runs for each phrase of every door. */
function standsAt(at: number, phrase: readonly string[], words: readonly string[]): boolean {
  for (let n = 0; n < phrase.length; n++) if (words[at + n] !== phrase[n]) return false
  return true
}

const none: readonly never[] = []
const mostWords = 12

/** "Sign it" and "the policy" mean the one that was mentioned last. */
function points(words: readonly string[]): boolean {
  return words.some((word) => ['it', 'this', 'that', 'policy'].includes(word))
}

const isBotName = new Set(['policy', 'guide', 'policyguide'])
