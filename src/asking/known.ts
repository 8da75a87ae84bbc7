// Questions about known facts instead of a policy's text: the school's contacts, a policy's owner, its review, and who
// has signed it.
import { wordsOf } from '../kit/text.ts'
import { bareWords, whichPolicy, type Named } from '../policy/which.ts'

export type Known =
  /** Whoever leads on safeguarding, or leads the school. */
  | { readonly kind: 'contact'; readonly role: 'safeguarding' | 'slt' }
  | { readonly kind: 'owner' | 'review' | 'edition'; readonly policy: string | undefined }
  /** Who has signed a policy, or who has not, for people who may know. */
  | { readonly kind: 'signed'; readonly policy: string | undefined }

/** Whole messages only: "who is the safeguarding lead for trips abroad" is a question for the policies. */
export function knownIn(text: string, policies: readonly Named[]): Known | undefined {
  const said = wordsOf(text)
    .filter((word) => !fillers.has(word))
    .join(' ')
  if (perhapsContact.test(said))
    for (const [role, pattern] of contacts) if (pattern.test(said)) return { kind: 'contact', role }
  if (!perhapsFact.test(said)) return undefined
  for (const [kind, pattern] of facts) {
    const found = pattern.exec(said)
    if (found === null) continue
    const which = namedIn(found.slice(1).join(' '), policies)
    if (which.known) return { kind, policy: which.policy }
  }
  return undefined
}

const fillers = new Set('please pls plz hi hello hey ok so and then um just quick question'.split(' '))

/** The part that names the subject means one of the policies, or none in particular ("it", "this policy"). */
function namedIn(words: string, policies: readonly Named[]): { known: boolean; policy: string | undefined } {
  const bare = bareWords(wordsOf(words))
  if (bare.length === 0) return { known: true, policy: undefined }
  const which = whichPolicy(bare, policies)
  return which.kind === 'one' ? { known: true, policy: which.policy } : { known: false, policy: undefined }
}

const whoIs =
  "(?:who(?:'s| is| are|s)?|whos|name of|contact (?:details )?(?:for|of)|what(?:'s|s| is)(?: the)? (?:name|number|email)(?: (?:for|of))?|what(?:'s|s| is)(?= the| our)|(?:how|who) (?:do|can|should) i (?:contact|reach|get hold of|ring|email|see)|where (?:do|can) i find|do we have)"
const safeguarding =
  "(?:d?dsl|dsls|dsl's|deputy dsl|dsl on duty|(?:designated |our |schools? |school )*(?:safeguarding|child protection) (?:lead|leads|leader|officer|person|team|contact|coordinator)|designated (?:lead|person))"
const leaders = '(?:slt|(?:senior )?leadership(?: team)?|senior (?:leaders?|leadership|management)(?: team)?|smt)'
const ending =
  '(?: (?:here|at (?:this|our|the) school|in (?:this|our) school|today|again|in school|at school|on duty|number|name))*'

const contacts = (
  [
    [
      'safeguarding',
      `(?:(?:${whoIs}|who do i (?:tell|see|report to) (?:about|for)) )?(?:in charge of |responsible for )?(?:our |the |my |a )?${safeguarding}${ending}`,
    ],
    [
      'safeguarding',
      `(?:who(?:'s| is)?|whos) (?:in charge of|responsible for|leads? on|leading on|does|the lead for) (?:safeguarding|child protection)${ending}`,
    ],
    [
      'safeguarding',
      `who do i (?:tell|see|talk to|speak to|go to|report to|contact) (?:about|with|if i have|if i am worried about) (?:a |any )?(?:safeguarding|child protection|worr(?:y|ied)|concern)(?: (?:issue|issues|concern|concerns|matter|worry))?(?: (?:about|with|for) (?:a |the )?(?:child|pupil|student))?${ending}`,
    ],
    ['slt', `${whoIs} (?:in |on )?(?:our |the )?${leaders}${ending}`],
    ['slt', leaders],
  ] as const
).map(([role, source]) => [role, new RegExp(`^(?:${source})$`)] as const)

/** Without one of these it is none of them; each of the patterns takes longer than this. */
const perhapsContact = /dsl|designated|safeguarding|child protection|worr|concern|slt|smt|leader|senior/
const perhapsFact =
  /^(?:who|when|what|is|has|have|which|how)\b.*(?:policy|it|this|that|document|procedure|edition|version)|^(?:whose|whos|whove|whats)\b/

const policyWords = '((?:(?!for\\b|when\\b|if\\b)\\w+ ){0,6}?(?:policy|it|this|that|document|procedure))'
const facts = (
  [
    [
      'owner',
      `who (?:owns|wrote|maintains|looks after|keeps|updates|is responsible for|is in charge of|is the owner of|is the author of) ${policyWords}(?: up to date)?`,
    ],
    ['owner', `who(?:'s|s| is) (?:the )?(?:owner|author) of ${policyWords}`],
    ['owner', `whose (?:is )?${policyWords}(?: is (?:it|this|that))?`],
    [
      'review',
      `when (?:is|was|will|does|do|did|should) ${policyWords} (?:be |get |due to be |due for (?:a )?|next |last |being )*(?:reviewed|review|updated|due|out of date|expire|renewed|looked at)(?: (?:next|last|again))?`,
    ],
    ['review', `(?:when is|whats|what is|what's)(?: the)?(?: next)? review(?: date)? (?:of|for|on) ${policyWords}`],
    [
      'review',
      `(?:is|has) ${policyWords} (?:been )?(?:overdue|out of date|up to date|reviewed|due for review|expired|still in force|current)`,
    ],
    [
      'edition',
      `when (?:was|did) ${policyWords} (?:published|written|approved|adopted|ratified|come out|come in|come into force|last changed|changed|issued)`,
    ],
    [
      'edition',
      `(?:what|which) (?:edition|version) (?:of ${policyWords} )?(?:is (?:this|that|it|in force)|are we on|do we (?:have|use))`,
    ],
    ['edition', `how old is ${policyWords}`],
    [
      'signed',
      `who(?:'s| has| have|s)? (?:all )?(?:not |yet |still |already )*(?:signed|read|accepted|agreed to|acknowledged) ${policyWords}(?: (?:yet|so far|already))?`,
    ],
    [
      'signed',
      `(?:has|have) (?:everyone|everybody|all staff|all of us|all the staff|anyone|anybody|the staff|my team) (?:signed|read) ${policyWords}(?: yet)?`,
    ],
    [
      'signed',
      `who (?:hasn't|hasnt|haven't|has not|still needs to|still has to) (?:sign|signed|read) ${policyWords}(?: (?:yet|still))?`,
    ],
    [
      'signed',
      `how many (?:people |staff |of us )?(?:have|has) (?:not )?(?:signed|read)(?: ${policyWords})?(?: (?:yet|so far))?`,
    ],
  ] as const
).map(([kind, source]) => [kind, new RegExp(`^(?:${source})$`)] as const)
