// The ports about people: those of the school, whom the platforms show, and what an adapter does with them.
import type { Account, Person, Platform, Role } from '../chat/people.ts'
import type { Day } from '../kit/days.ts'
import type { Belonging, Listing, PlatformSays } from '../people/belongs.ts'

export interface Directory {
  find(account: Account): Promise<Person | undefined>
  /** The names of everybody in the school's directory, for finding them in drafts. */
  names(): Promise<readonly string[]>
  /** Adds or updates what a platform says about an account; somebody with the same email address is the same person. */
  keep(account: Account, seen: SeenPerson): Promise<void>
  /** The platform says that the account is gone. Everything else about the person stays. */
  close(account: Account): Promise<void>
}

/** What an adapter does with the people whom its platform shows. Nothing is stored about people who do not belong. */
export interface Meeting {
  readonly meet: (account: Account, met: Met) => Promise<Belonging>
  /**
   * What a setting or a group says about somebody has changed since they were last seen. Does nothing about people who
   * are not known.
   */
  readonly meetAgain: (account: Account, now: (known: Person) => ByGroups) => Promise<void>
  /** After a reading of several people: keeps how many were left out, and nothing about them. */
  readonly noteLeftOut: (platform: Platform) => Promise<void>
  /** The handle or id of the group whose members belong on this platform, where one is set. */
  readonly groupOn: (platform: Platform) => string | undefined
}

export type ByGroups = Pick<PlatformSays, 'leads' | 'inGroup'>

export interface Met {
  readonly name: string
  readonly email: string | undefined
  readonly roles: Person['roles']
  readonly shown: Omit<PlatformSays, 'email'>
}

/** The school's people, whatever platform they are on. */
export interface People {
  /** What the school itself says about the person with this account or email address. */
  listing(who: { readonly account: Account; readonly email: string | undefined }): Promise<Listing>
  byId(id: string): Promise<Person | undefined>
  byEmail(email: string): Promise<Person | undefined>
  /** The accounts that are open; the one last used comes first. */
  accountsOf(person: string): Promise<readonly Account[]>
  /** For each of these people who has one, the platform on which they can be written to: the one last used. */
  waysOf(people: readonly string[]): Promise<ReadonlyMap<string, Platform>>
  /** Remembers where somebody spoke last. */
  spoke(account: Account, at: Date): Promise<void>
  /** By name, then by id: those after `after` (a person id), at most `most`. */
  list(which: {
    readonly practice: boolean
    /** Only those with this role. */
    readonly role?: Role
    readonly after?: string
    readonly most: number
  }): Promise<readonly Person[]>
  /** How many started from `from` to `to`, and how many had their last day from `from` on and before `to`. */
  moved(when: { readonly practice: boolean; readonly from: Day; readonly to: Day }): Promise<DomainMoved>
  /** What the school says about people: all of it or nothing is written. A new id makes a new person. */
  put(people: readonly Person[], who?: Doer): Promise<void>
  /**
   * Two ids turn out to be one person. Accounts, reading and involvement move to `into`; `from` stays as another name
   * of that person, because the journal is never rewritten: looking up either finds the history of both.
   */
  join(from: string, into: string, who?: Doer): Promise<void>
  /**
   * Two ids that were joined become two people again, each with what was theirs before. `which` is the id or the email
   * address that became the other name. Returns the id of the person who is separate again; undefined where nobody was
   * joined under that name.
   */
  unjoin(which: string, who?: Doer): Promise<string | undefined>
  /**
   * What taking back an imported list would do now; `list` is the id of its entry. Undefined where no list was imported
   * by that entry.
   */
  lookAtUndoing(list: string): Promise<ListUndo | undefined>
  /** Does it, and says what it did. */
  undoList(list: string, who?: Doer): Promise<ListUndo | undefined>
}

/** Ids of the people whom an imported list changed. */
export interface ListUndo {
  /** They are as they were before it. */
  readonly back: readonly string[]
  /** They came by it and have done nothing yet: they are gone again. */
  readonly gone: readonly string[]
  /** They were changed since, or have come in: they stay as they are. */
  readonly kept: readonly string[]
}

/** Who changes the directory: a person's id, or undefined for the command line. */
export interface Doer {
  readonly by?: string
  /** The list that says so: its SHA-256 and its number of rows. */
  readonly list?: { readonly hash: string; readonly rows: number }
}

export interface DomainMoved {
  readonly began: number
  readonly left: number
}

export interface SeenPerson {
  readonly name: string
  readonly email: string | undefined
  readonly roles: Person['roles']
  /** An invented person, for trying the bot out. */
  readonly practice?: boolean
}
