// Who belongs: one decision for every platform, made before anything of anybody is stored, counted or written to.

/** What a platform says of somebody, in no platform's own words. */
export interface PlatformSays {
  readonly is: 'person' | 'program'
  /** The platform has closed the account. */
  readonly gone: boolean
  /** Whose account it is: the school's own workspace, organisation or tenant, or somebody else's. */
  readonly from: 'ours' | 'another'
  /** Let in by the school for a part of it: governors, contractors, and whoever else was invited. */
  readonly guest: boolean
  /** In a group whose members are senior leaders by a setting. */
  readonly leads: boolean
  /** In the group that the rule names. */
  readonly inGroup: boolean
  readonly email: string | undefined
}

/** What the school's own list says: `no-list` where nobody stands on any. */
export type Listing = 'listed' | 'not-listed' | 'no-list'

/** Which of those whom a platform shows belong without standing on the list: the school's setting for each platform. */
export type BelongingRule =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'listed' }
  /** Members of a group on the platform, by its handle. */
  | { readonly kind: 'group'; readonly group: string }
  /** Whose email address ends in one of these. */
  | { readonly kind: 'domain'; readonly domains: readonly string[] }

export type Belongings = Readonly<Record<'slack' | 'teams', BelongingRule>>

export type Belonging =
  | { readonly kind: 'belongs'; readonly by: BelongsBy }
  /** `asks`: they may well belong, only nobody can tell yet, so their questions are answered meanwhile. */
  | { readonly kind: 'outside'; readonly why: Outside; readonly asks: boolean }

export const bys = ['list', 'leads', 'everybody', 'group', 'domain'] as const
export type BelongsBy = (typeof bys)[number]

export type Outside =
  | 'program'
  | 'gone'
  | 'another-organisation'
  /** A guest whom the school's list does not name. */
  | 'guest'
  | 'not-listed'
  | 'no-list'
  | 'not-in-group'
  | 'other-domain'

/**
 * The school's list is asked of its own people and guests alone. What another organisation says of somebody, an email
 * address too, is that organisation's word: it proves nothing here.
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
      return shown.inGroup ? inside('group') : outside('not-in-group')
    case 'domain':
      return hasDomain(shown.email, rule.domains) ? inside('domain') : outside('other-domain')
  }
}

/** The domain itself, and nothing that merely ends like it. */
function hasDomain(email: string | undefined, domains: readonly string[]): boolean {
  const domain = email?.trim().toLowerCase().split('@').at(-1)
  return email?.includes('@') === true && domains.some((each) => each.toLowerCase() === domain)
}

function inside(by: BelongsBy): Belonging {
  return { kind: 'belongs', by }
}

function outside(why: Outside): Belonging {
  return { kind: 'outside', why, asks: why === 'no-list' }
}
