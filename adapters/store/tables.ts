// The tables as TypeScript sees them. Instants are ISO 8601 texts in UTC, which sort as they pass in every database.
export interface Tables {
  claim: { key: string; at: string }
  question: {
    id: string
    at: string
    text: string
    outcome: string
    policy: string | null
    section: string | null
    certainty: number
    /** 1, 0, or null while nobody has said. */
    helpful: number | null
  }
  ruling: {
    id: string
    platform: string
    account: string
    at: string
    scenario: string
    ruling: string
  }
  person: { id: string; name: string; email: string | null }
  /** `roles` is a JSON list, as this platform gives them. `open` is 0 once the platform has closed the account. */
  account: { platform: string; id: string; person: string; roles: string; open: number }
}
