// Decides who belongs, once for every platform, before anything about anybody is stored, counted or sent.

/** What a platform says about somebody, in terms common to all platforms. */
export interface PlatformSays {
  readonly is: 'person' | 'program'
  /** The platform has closed the account. */
  readonly gone: boolean
  /** Whose account it is: the school's own workspace, organisation or tenant, or somebody else's. */
  readonly from: 'ours' | 'another'
  /** Invited by the school to a part of it: governors, contractors and others. */
  readonly guest: boolean
  /** In a group whose members are senior leaders by a setting. */
  readonly leads: boolean
  /** In the group that the rule names; undefined where that group was never read, so that nobody can tell. */
  readonly inGroup: boolean | undefined
  readonly email: string | undefined
}

/** What the school's own list says; `no-list` where there is no list yet. */
export type Listing = 'listed' | 'not-listed' | 'no-list'

/** Which people on a platform belong without being on the list: the school's setting for each platform. */
export type BelongingRule =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'listed' }
  /** Members of a group on the platform, by its handle. */
  | { readonly kind: 'group'; readonly group: string }
  /** People whose email address has one of these domains. */
  | { readonly kind: 'domain'; readonly domains: readonly string[] }

export type Belongings = Readonly<Record<'slack' | 'teams', BelongingRule>>

export type Belonging =
  | { readonly kind: 'belongs'; readonly by: BelongsBy }
  /** `asks`: they may well belong, but nobody can tell yet, so only their questions are answered. */
  | { readonly kind: 'outside'; readonly why: Outside; readonly asks: boolean }

export const bys = ['list', 'leads', 'everybody', 'group', 'domain'] as const
export type BelongsBy = (typeof bys)[number]

export const outsides = [
  'program',
  'gone',
  'another-organisation',
  /** A guest who is not on the school's list. */
  'guest',
  'not-listed',
  'no-list',
  'not-in-group',
  /** The group was never read. */
  'no-group',
  'other-domain',
] as const
export type Outside = (typeof outsides)[number]

/**
 * Only the school's own people and guests are looked up in its list. What another organisation says about somebody,
 * including an email address, proves nothing here.
 */
export function belongs(shown: PlatformSays, { listing, rule }: { listing: Listing; rule: BelongingRule }): Belonging {
  if (shown.is === 'program') return outside('program')
  if (shown.gone) return outside('gone')
  if (shown.from === 'another') return outside('another-organisation')
  if (listing === 'listed') return inside('list')
  if (shown.guest) return outside('guest')
  // Somebody has to be told that the list is missing.
  if (shown.leads) return inside('leads')
  return byRule(shown, { listing, rule })
}

function byRule(shown: PlatformSays, { listing, rule }: { listing: Listing; rule: BelongingRule }): Belonging {
  switch (rule.kind) {
    case 'everybody':
      return inside('everybody')
    case 'listed':
      return outside(listing === 'no-list' ? 'no-list' : 'not-listed')
    case 'group':
      if (shown.inGroup === undefined) return outside('no-group')
      return shown.inGroup ? inside('group') : outside('not-in-group')
    case 'domain':
      return hasDomain(shown.email, rule.domains) ? inside('domain') : outside('other-domain')
  }
}

/** The domain itself, and not one that merely ends like it. */
export function hasDomain(email: string | undefined, domains: readonly string[]): boolean {
  const domain = email?.trim().toLowerCase().split('@').at(-1)
  return email?.includes('@') === true && domains.some((each) => each.toLowerCase() === domain)
}

function inside(by: BelongsBy): Belonging {
  return { kind: 'belongs', by }
}

function outside(why: Outside): Belonging {
  return { kind: 'outside', why, asks: why === 'no-list' || why === 'no-group' }
}
