// What an adapter says of whether it would work.

export interface DoctorRow {
  readonly check: string
  readonly ok: boolean
  /** What was found. Never a secret. */
  readonly what: string
  /** What to do; empty where nothing needs doing. */
  readonly fix: string
  /** False where the bot starts all the same, without what the row is about. */
  readonly needed: boolean
}
