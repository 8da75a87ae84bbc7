// The nouns of "can I post this?": a scenario is a written decision tree, a check is one person's way through it.

export interface Scenario {
  readonly id: string
  readonly title: string
  /** Shown above the first question. */
  readonly intro: string
  readonly policy: string
  /** What people say when they mean this scenario; "…" stands for a few other words. */
  readonly hears?: readonly string[] | undefined
  /**
   * The answer that nearly everybody would give first is already given; `otherwise` is the button for everybody else.
   */
  readonly start?: { readonly answers: Answers; readonly otherwise: string } | undefined
  /** Facts that only combine others for the rules; nobody is shown them. */
  readonly inner?: readonly string[] | undefined
  /** In the order in which they are asked, where they matter. */
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
   * The facts that this choice gives; every choice of a question gives the same facts. "I don't know" is the value
   * `unknown`, and never counts as no.
   */
  readonly facts: Facts
  /** The owner said that nothing depends on this choice, so no rule need mention it. */
  readonly harmless?: boolean | undefined
  /** The label in a list of things to tick, where several questions are asked together. */
  readonly tick?: string | undefined
}

/** Named values. A fact that nobody has given is missing. */
export type Facts = Readonly<Record<string, string>>

/** The facts that a detector's finding in a draft gives, and how the person is told about it. */
export interface Detection {
  readonly finds: FindingKind
  readonly says: string
  /** Facts of a question, which then need not be asked, or facts of its own, which rules may use as a hint. */
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

/** What was found in a draft. The passages are shown once to the person who sent it, and never kept. */
export interface Finding {
  readonly kind: FindingKind
  readonly passages: readonly string[]
}

/**
 * From mild to strict. `not-for-this-tool` ranks above "do not", so that a protected matter never ends in a
 * prohibition.
 */
export const rulings = ['go-ahead', 'go-ahead-if', 'ask-first', 'do-not', 'not-for-this-tool', 'report-now'] as const
export type Ruling = (typeof rulings)[number]

export interface Rule {
  readonly id: string
  readonly ruling: Ruling
  /**
   * A json-rules-engine condition of `all` and `any` over `equal` and `in`, so that an unknown fact never satisfies it.
   */
  readonly when: Condition
  readonly reason: string
  /** The section that the reason rests on; undefined where the policy says nothing. */
  readonly cites: string | undefined
  /** Whom to turn to, where this is not the person whom the policy names. */
  readonly ask?: string | undefined
  /** The words that the rule rests on; one of them is enough. */
  readonly rests?: readonly Rest[] | undefined
  /** The words as they stand in the edition in force. */
  readonly words?: string | undefined
  readonly decided?: Decision | undefined
  /** The first and the last day on which the rule applies. */
  readonly from?: string | undefined
  readonly until?: string | undefined
  /** Not yet approved: shown in a preview, and never part of a ruling. */
  readonly draft?: boolean | undefined
}

/**
 * A place in the policy, given by its words or as a gap; `hashes` identify the same words as other editions write them.
 */
export interface Rest {
  readonly section: string
  readonly quote: string | undefined
  readonly gap: boolean
  readonly hashes: readonly string[]
}

export interface Decision {
  readonly by: string
  /** A day such as 2026-11-30. */
  readonly on: string
}

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly fact: string; readonly operator: 'equal'; readonly value: string }
  | { readonly fact: string; readonly operator: 'in'; readonly value: readonly string[] }

/** A situation with the ruling that it must lead to, so that the effect of a change to the scenario shows. */
export interface ScenarioCase {
  readonly says: string
  /** An invented text for the detectors. */
  readonly draft: string | undefined
  /** The draft is about something that must be dealt with first; the detector of urgent messages would report it. */
  readonly urgent?: boolean | undefined
  /** What was found in a draft, where the draft itself does not matter. */
  readonly found?: readonly FindingKind[] | undefined
  /** Exactly the questions that are asked, with the choice taken. */
  readonly answers: Answers
  readonly ruling: Ruling
  /** Sections that the ruling must cite. */
  readonly cites: readonly string[]
  /** Exactly the rules that must lead to it, where the case names them. */
  readonly because?: readonly string[] | undefined
}

/** The worked cases of one scenario, and the names for which their drafts are read. */
export interface ScenarioCases {
  readonly cases: readonly ScenarioCase[]
  readonly directory: readonly string[]
  readonly schoolNames: readonly string[]
  /** Who looked over every part of the scenario, on which day, and the hash of each part at that time. */
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
  /**
   * Milder rules that also hold: worth reading, but not decisive. Never given for a matter that is not for this tool.
   */
  readonly also: readonly Rule[]
}
