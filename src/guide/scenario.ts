// The nouns of "can I post this?": a scenario is a written decision tree, a check is one person's way through it.

export interface Scenario {
  readonly id: string
  readonly title: string
  /** Said above the first question. */
  readonly intro: string
  readonly policy: string
  /** What people say when they mean it; "…" stands for a few other words. */
  readonly hears?: readonly string[] | undefined
  /** What nearly everybody would answer first, given already; `otherwise` is the button for all others. */
  readonly start?: { readonly answers: Answers; readonly otherwise: string } | undefined
  /** Facts that only sum up others for the rules; nobody is told of them. */
  readonly inner?: readonly string[] | undefined
  /** In the order in which they are asked, as far as they matter. */
  readonly questions: readonly Question[]
  readonly detections: readonly Detection[]
  readonly rules: readonly Rule[]
}

export interface Question {
  readonly id: string
  readonly text: string
  /** One or a few words for the list of answers: "Where". */
  readonly label: string
  readonly help: string | undefined
  readonly choices: readonly Choice[]
}

export interface Choice {
  readonly id: string
  readonly text: string
  /**
   * What is known once this is chosen; every choice of a question names the same facts. "I don't know" is a value of
   * its own, `unknown`, and never taken for no.
   */
  readonly facts: Facts
  /** Said by the owner: nothing hangs on this choice, so that no rule need speak of it. */
  readonly harmless?: boolean | undefined
  /** Said in a list of things to tick, where several questions are asked at once. */
  readonly tick?: string | undefined
}

/** Named values. A fact that nobody has given is absent. */
export type Facts = Readonly<Record<string, string>>

/** What a detector's finding in a draft makes known, and how it is told to the person. */
export interface Detection {
  readonly finds: FindingKind
  readonly says: string
  /** Facts of a question, which then need not be asked, or facts of its own, which rules may name as a hint. */
  readonly facts: Facts
}

export const findingKinds = [
  'urgent',
  'phone-number',
  'postcode',
  'address',
  'email-address',
  'handle',
  'number-plate',
  'date-of-birth',
  'year-group',
  'person-name',
  'pupil-name',
  'name',
  'medical',
  'special-needs',
  'religion',
  'ethnicity',
  'care',
  'marks',
  'school-name',
  'insult',
  'shouting',
  'face-link',
  'link',
  'picture',
  'other-language',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** What was seen in a draft. The passages are shown once to the person who sent it, and never kept. */
export interface Finding {
  readonly kind: FindingKind
  readonly passages: readonly string[]
}

/** From mild to strict. `not-for-this-tool` stands above "do not", so that a protected matter never ends in one. */
export const rulings = ['go-ahead', 'go-ahead-if', 'ask-first', 'do-not', 'not-for-this-tool', 'report-now'] as const
export type Ruling = (typeof rulings)[number]

export interface Rule {
  readonly id: string
  readonly ruling: Ruling
  /** A json-rules-engine condition of `all` and `any` over `equal` and `in`: nothing that an unknown fact could satisfy. */
  readonly when: Condition
  readonly reason: string
  /** The section that the reason rests on; undefined where the policy says nothing. */
  readonly cites: string | undefined
  /** Whom to turn to where it is not whoever the policy names. */
  readonly ask?: string | undefined
  /** The words that the rule rests on; one of them is enough. */
  readonly rests?: readonly Rest[] | undefined
  /** The words as they stand in the edition in force. */
  readonly words?: string | undefined
  readonly decided?: Decision | undefined
  /** The first and the last day on which it counts. */
  readonly from?: string | undefined
  readonly until?: string | undefined
  /** Not yet approved: shown in a preview, and never part of a ruling. */
  readonly draft?: boolean | undefined
}

/** A place in the policy, by its words or as a gap; `hashes` are of the same words as other editions put them. */
export interface Rest {
  readonly section: string
  readonly quote: string | undefined
  readonly gap: boolean
  readonly hashes: readonly string[]
}

export interface Decision {
  readonly by: string
  /** A day, as 2026-11-30. */
  readonly on: string
}

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly fact: string; readonly operator: 'equal'; readonly value: string }
  | { readonly fact: string; readonly operator: 'in'; readonly value: readonly string[] }

/** A situation written down with the ruling that it must lead to, so that a change of the scenario shows what it changes. */
export interface ScenarioCase {
  readonly says: string
  /** A made-up text for the detectors. */
  readonly draft: string | undefined
  /** The draft tells of something that has to be seen to first, which the recogniser of urgent messages would say. */
  readonly urgent?: boolean | undefined
  /** What a draft was seen to hold, where the draft itself does not matter. */
  readonly found?: readonly FindingKind[] | undefined
  /** Exactly the questions that are asked, with the choice taken. */
  readonly answers: Answers
  readonly ruling: Ruling
  /** Sections that the ruling must cite. */
  readonly cites: readonly string[]
  /** Exactly the rules that must lead to it, where the case says so. */
  readonly because?: readonly string[] | undefined
}

/** The worked cases of one scenario, and whose names their drafts are read with. */
export interface ScenarioCases {
  readonly cases: readonly ScenarioCase[]
  readonly directory: readonly string[]
  readonly schoolNames: readonly string[]
  /** Who looked every part of the scenario over, on which day, and the hash of each part then. */
  readonly looked?: (Decision & { readonly parts: Readonly<Record<string, string>> }) | undefined
}

/** Choices by question id. */
export type Answers = Readonly<Record<string, string>>

export type CheckStep =
  | {
      readonly kind: 'ask'
      readonly question: Question
      readonly facts: Facts
      /** The ruling so far, which no answer can make milder; undefined where nothing is certain yet. */
      readonly settled: Ruling | undefined
      /** What it could still become. */
      readonly could: readonly Ruling[]
    }
  | { readonly kind: 'conclude'; readonly verdict: Verdict; readonly facts: Facts }

export interface Verdict {
  readonly ruling: Ruling
  /** The rules that led to the ruling; at least one. */
  readonly because: readonly Rule[]
  /** Milder rules that also hold: worth reading, not what decided. Never beside a matter that is not for this tool. */
  readonly also: readonly Rule[]
}
