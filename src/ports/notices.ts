// The port of the notices, each sent once under a key.

/** Notices, each sent once under a key: who has the right to send it, and what became of it. */
export interface Notices {
  /** Writes down a notice to be sent later. False where that key is already in use. */
  plan(notice: {
    readonly key: string
    readonly kind: string
    readonly person: string
    readonly at: Date
  }): Promise<boolean>
  /**
   * The right to send all of these as one message. One caller among many gets it; nobody does where one of them was
   * claimed and has not failed, or its time has not come. `by` is the caller's own name for this attempt.
   */
  claim(claim: NoticeClaim): Promise<{ readonly tries: number } | undefined>
  /** What became of claimed notices; does nothing where `by` holds no claim. */
  settle(attempt: Attempt, became: Became): Promise<void>
  /** Gives the right back, as if nothing had been claimed. */
  release(attempt: Attempt): Promise<void>
  /** The notices under these keys, where they exist. */
  find(keys: readonly string[]): Promise<readonly Notice[]>
  /**
   * Everything that was ever recorded about notices to these people; with `only`, of keys that begin with its `begin`
   * just those that hold one of its `parts`.
   */
  of(people: readonly string[], only?: NoticesOnly): Promise<readonly Notice[]>
  /**
   * Records the way by which it is about to be sent. False where `by` no longer holds all of it: then nothing may be
   * sent.
   */
  trying(attempt: Attempt, way: string): Promise<boolean>
  /** Notices claimed before that instant and never settled, whoever claimed them. */
  lost(before: Date): Promise<readonly LostAttempt[]>
  /** Those in these states since `since`, oldest first, at most `most`. */
  list(which: {
    readonly states: readonly NoticeState[]
    /** Undefined means any kind. */
    readonly kind?: string
    readonly since: Date
    readonly most: number
  }): Promise<readonly Notice[]>
  /** How many there are in each state. */
  counts(): Promise<Readonly<Record<NoticeState, number>>>
  /**
   * Notices that were given up because the person could not be reached become due again where the person has since got
   * an account, or, with `letters`, an address. `what` is the reason that was recorded.
   */
  reopen(which: {
    readonly what: string
    readonly since: Date
    readonly now: Date
    /** The kinds that are worth sending by email; empty where no email is sent. */
    readonly letters: readonly string[]
    readonly mostTries: number
  }): Promise<number>
  /** Forgets on which days before `instant` somebody was written to, but never what was sent. */
  forgetBefore(instant: Date): Promise<void>
}

export interface NoticesOnly {
  readonly begin: string
  readonly parts: readonly string[]
}

export const noticeStates = ['planned', 'claimed', 'sent', 'failed', 'given-up', 'unknown'] as const
export type NoticeState = (typeof noticeStates)[number]

export interface Notice {
  readonly key: string
  /** `daily` stands for the message of a day and is not a notice of its own. */
  readonly kind: string
  readonly person: string
  readonly state: NoticeState
  /** When it was first claimed; for a planned notice, when it is to be sent. */
  readonly at: Date
  /** The number of failures so far. */
  readonly tries: number
  /** For a failed notice, when it may be tried again. */
  readonly nextAt: Date | undefined
  /** A platform, or `email`. */
  readonly way: string | undefined
  readonly message: string | undefined
  /** Why it failed or its fate is unknown, for an operator. */
  readonly what: string | undefined
}

export interface NoticeClaim {
  readonly notices: readonly { readonly key: string; readonly kind: string }[]
  readonly person: string
  readonly by: string
  readonly now: Date
}

export interface Attempt {
  readonly keys: readonly string[]
  readonly by: string
  readonly now: Date
}

/** An attempt whose program stopped before it finished. */
export interface LostAttempt {
  readonly keys: readonly string[]
  readonly person: string
  readonly by: string
  /** The way that was tried last; undefined where nothing can have been sent. */
  readonly way: string | undefined
  readonly claimedAt: Date
}

export type Became =
  | { readonly kind: 'sent'; readonly way: string; readonly message: string }
  | { readonly kind: 'unknown'; readonly way: string; readonly what: string }
  | { readonly kind: 'failed'; readonly what: string; readonly nextAt: Date }
  | { readonly kind: 'given-up'; readonly what: string }
