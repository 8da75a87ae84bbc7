// The tables as TypeScript sees them. Instants are ISO 8601 texts in UTC and days YYYY-MM-DD, which sort by time in
// every database; yes and no are 1 and 0; lists and objects are JSON texts.
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
    /** 1, 0, or null while nobody has rated it. */
    helpful: number | null
  }
  /** Somebody showed that a section answers a question. `hashes` is a JSON list. */
  lesson: {
    id: string
    at: string
    question: string
    policy: string
    section: string
    hashes: string
    shown_by: string
    practice: number
  }
  /** Questions that an owner adopted. `hashes` and `questions` are JSON lists. */
  taught: {
    key: string
    policy: string
    section: string
    hashes: string
    questions: string
    practice: number
    taken_by: string
    at: string
    withdrawn_by: string | null
    withdrawn_at: string | null
  }
  /** One of the school's own notes beside a section. `hashes` is a JSON list, `until` a day. */
  school_note: {
    id: string
    policy: string
    section: string
    hashes: string
    text: string
    who: string
    until: string
    practice: number
    proposed_by: string
    at: string
    taken_by: string | null
    taken_at: string | null
    withdrawn_by: string | null
    withdrawn_at: string | null
  }
  /** One version of one of the school's own files; without content where it was deleted. */
  home_file: {
    path: string
    version: number
    content: string | null
    hash: string | null
    by: string
    at: string
  }
  ruling: {
    id: string
    platform: string
    account: string
    at: string
    scenario: string
    ruling: string
    /** The edition and the scenario's version; null for older rulings. */
    edition: string | null
    version: string | null
    /** The hash of the reference on the person's card. */
    hash: string | null
  }
  person: PersonRow
  /** `roles` is a JSON list, as this platform gives them. `open` is 0 once the platform has closed the account. */
  account: { platform: string; id: string; person: string; roles: string; open: number; spoke_at: string | null }
  address: { platform: string; id: string; address: string }
  /** A group of a platform as it was last read. `members` is a JSON list of account ids. */
  /** `helped` and `not_helped` are packed actions; empty where two messages have that id. */
  thumbs: { platform: string; message: string; helped: string; not_helped: string; at: string }
  membership: { platform: string; group_id: string; members: string; read_at: string }
  /** How many people a rule left out. `counts` is a JSON object of numbers by reason. */
  left_out: { platform: string; counts: string; since: string; at: string }
  /** The journal. `kind`, `person` and `policy` repeat parts of the fact, for searching. */
  entry: {
    seq: number
    id: string
    at: string
    kind: string
    person: string | null
    policy: string | null
    fact: string
    hidden: string
    before: string
    hash: string
  }
  /** One row, whose `one` is 1: whoever adds to the journal locks it. */
  journal_head: { one: number; seq: number; hash: string }
  /** Heads that somebody outside was told of. Nothing depends on it: it says whom to ask. */
  head_known: { seq: number; way: string; hash: string; at: string; token: string | null }
  hidden: { entry: string; person: string | null; salt: string; fields: string }
  wording: { hash: string; text: string }
  reading: { person: string; policy: string; edition: string; read: string; at: string; began: string | null }
  /** Questions of an edition that somebody answered right and has not signed yet. `keys` is a JSON list. */
  right_answer: { person: string; policy: string; edition: string; keys: string }
  /**
   * How many people answered a question, and how many of them chose otherwise first: nobody's name. The last five at
   * most are not `shown` yet, so that no figure tells of one person.
   */
  understood_count: {
    policy: string
    edition: string
    question: string
    section: string
    practice: number
    shown_people: number
    shown_missed: number
    new_people: number
    new_missed: number
  }
  involvement: InvolvementRow
  /** `seq` is the journal's when it was opened, so that newer ones are known. */
  campaign: {
    id: string
    seq: number
    policy: string
    edition: string
    audience: string
    due: string
    opened_on: string
    closed_on: string | null
    practice: number
    /** Its own days of reminding, as a JSON object; null means the school's. */
    rhythm: string | null
    paused_on: string | null
    changed_on: string | null
    least_days: number | null
    /** Of several that ask together, as a JSON object. */
    round: string | null
    since: string | null
    /** Whether people are asked again after it, as a JSON object. */
    recurs: string | null
    follows: string | null
    /** To whom it was handed, as a JSON object. */
    handed: string | null
  }
  link: { hash: string; person: string; purpose: string; expires: string; taken: string | null }
  session: { hash: string; person: string; purpose: string; expires: string }
  /**
   * What is sent once. `by` names the attempt that claimed it; `planned` is 1 where it was written down before that.
   */
  notice: {
    key: string
    kind: string
    person: string
    state: string
    at: string
    planned: number
    by: string | null
    claimed_at: string | null
    settled_at: string | null
    next_at: string | null
    tries: number
    way: string | null
    message: string | null
    what: string | null
  }
  /**
   * What was heard. `content` is kept until it is settled, and never for a draft or an urgent message. `by` is the run
   * that answers it.
   */
  arrival: {
    id: string
    at: string
    platform: string
    account: string
    /** A JSON object. */
    place: string
    kind: string
    content: string | null
    by: string | null
    held_until: string | null
    settled_at: string | null
    became: string | null
    tries: number
  }
  /** What somebody asked a person. `about` is a JSON object, `offered` a JSON list of person ids. */
  cases: {
    id: string
    at: string
    asker: string
    practice: number
    platform: string
    route: string
    about: string
    state: string
    offered: string
    taker: string | null
    due: string
    closed_at: string | null
    closed_why: string | null
  }
  case_message: { case_id: string; seq: number; at: string; person: string | null; kind: string; text: string }
  /** A draft for which somebody wants a yes: kept until it is decided, and never in a backup. */
  draft_request: {
    id: string
    at: string
    asker: string
    practice: number
    platform: string
    about: string
    offered: string
    lapses_at: string
    draft: string
    outcome: string | null
    decided_by: string | null
    decided_at: string | null
    reason: string
  }
  /** How many requests of a month ended in each way: all that is left of them. */
  draft_count: { month: string; practice: number; outcome: string; count: number }
}

export interface PersonRow {
  id: string
  name: string
  email: string | null
  group: string | null
  /** The school's own number for them. */
  staff_number: string | null
  /** The roles that the school gives, in addition to those from their accounts' platforms. */
  roles: string
  /**
   * Both together, kept up to date with every change of either, so that many people can be read and counted at once.
   */
  all_roles: string
  manager: string | null
  starts_on: string | null
  leaves_on: string | null
  away: string
  /** For part-time staff, a JSON list of ISO weekdays; null means those of the school. */
  weekdays: string | null
  listed: number
  /** 1: the school itself says that they belong; 0: only a platform shows them. */
  vouched: number
  practice: number
  /** The name in the form in which people search for it. */
  sort: string
  /** The id of the person that this one turned out to be. */
  same_as: string | null
  /** 1 once what identified them was removed. */
  erased: number
}

export interface InvolvementRow {
  person: string
  policy: string
  signed_entry: string | null
  signed_edition: string | null
  signed_wording: string | null
  signed_at: string | null
  open_kind: string | null
  open_edition: string | null
  open_at: string | null
  excused_by: string | null
  excused_until: string | null
  reading_edition: string | null
  reading_sections: number | null
}
