// Who speaks and where: the app's words for what every platform calls something else.

export type Platform = 'web' | 'slack' | 'teams'

/** A human's identity on one platform. One person may have several. */
export interface Account {
  readonly platform: Platform
  readonly id: string
}

/** Where a message goes. Others can read a `shared` place; a `private` one belongs to one person and the bot. */
export interface Place {
  readonly platform: Platform
  readonly id: string
  readonly kind: 'private' | 'shared'
  /** The conversation inside a shared place that an answer belongs to. */
  readonly thread?: string
}

/** What the bot may know of somebody. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string | undefined
  readonly roles: readonly Role[]
}

export type Role = 'staff' | 'slt' | 'policy-owner' | 'administrator'

/** One text for one account, for maps. */
export function accountKey({ platform, id }: Account): string {
  return `${platform}:${id}`
}
