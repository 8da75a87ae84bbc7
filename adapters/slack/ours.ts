// Whether something signed is for this app in this school's workspace. A signing secret may be shared, and an app
// installed elsewhere: messages from another workspace are not for us.
import { z } from 'zod'

/** Our own ids; undefined where one is not known. */
export interface Ours {
  readonly team: string
  readonly enterprise: string | undefined
  readonly app: string | undefined
}

const id = z.string().nullish().catch(undefined)
const named = z.looseObject({ id }).nullish().catch(undefined)
const Origin = z.looseObject({
  api_app_id: id,
  team_id: id,
  enterprise_id: id,
  team: named,
  enterprise: named,
  /** Whom it is for, where a channel is shared between workspaces: there `team_id` may be the other one's. */
  authorizations: z.array(z.looseObject({ team_id: id, enterprise_id: id })).catch([]),
})

export function isOurs(body: unknown, ours: Ours): boolean {
  const read = Origin.safeParse(body)
  if (!read.success) return false
  const { api_app_id: app, team_id, enterprise_id, team, enterprise, authorizations } = read.data
  if (ours.app !== undefined && typeof app === 'string' && app !== ours.app) return false
  const teams = known([team_id, team?.id, ...authorizations.map((each) => each.team_id)])
  const enterprises = known([enterprise_id, enterprise?.id, ...authorizations.map((each) => each.enterprise_id)])
  if (teams.includes(ours.team)) return true
  // On Enterprise Grid an app may be installed for the whole organisation.
  return ours.enterprise === undefined ? teams.length === 0 : enterprises.includes(ours.enterprise)
}

function known(ids: readonly (string | null | undefined)[]): readonly string[] {
  return ids.filter((each): each is string => typeof each === 'string' && each !== '')
}

/** An app-level token contains the app's id. */
export function appOfToken(token: string): string | undefined {
  return /^xapp-\d+-(A[A-Z0-9]+)-/.exec(token)?.[1]
}
