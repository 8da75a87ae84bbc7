// The part of Microsoft Graph that the bot reads: the members of a group, page by page, for tokens that may read
// groups.
import { randomUUID } from 'node:crypto'
import type { Fields } from '../json.ts'
import { refuse, type Answer } from './connector.ts'

export interface GraphControl {
  /** Gives the group these members, by Entra object id; Graph adds members of other kinds. */
  group(id: string, members: readonly string[]): void
  /** Whether an administrator has consented to GroupMember.Read.All. */
  consents(given: boolean): void
  /** From now on, earlier tokens are refused. */
  takesTokensBack(): void
  /** From now on, links to further pages point to that host. */
  leadsTo(base: string): void
}

export interface GraphState extends GraphControl {
  readonly groups: ReadonlyMap<string, readonly string[]>
  readonly roles: readonly string[]
  /** Part of every token; a token of another era is refused. */
  readonly era: string
  readonly nextBase: string | undefined
}

export const readsGroups = 'GroupMember.Read.All'

export function createGraphState(): GraphState {
  const groups = new Map<string, readonly string[]>()
  const held: { roles: string[]; era: string; nextBase?: string } = { roles: [readsGroups], era: randomUUID() }
  return {
    groups,
    get roles() {
      return held.roles
    },
    get era() {
      return held.era
    },
    get nextBase() {
      return held.nextBase
    },
    leadsTo: (base) => void (held.nextBase = base),
    group: (id, members) => void groups.set(id, members),
    consents: (given) => void (held.roles = given ? [readsGroups] : []),
    takesTokensBack: () => void (held.era = randomUUID()),
  }
}

/** What a token grants its bearer; undefined if it is not for Graph. */
export type Bearer = { readonly roles: readonly string[]; readonly era: string } | undefined

const unknown = refuse(401, 'InvalidAuthenticationToken', 'Access token validation failure. Invalid audience.')
const denied = refuse(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')

export function answerGraph(
  state: GraphState,
  { bearer, group, query, base, page }: Asked & { readonly bearer: Bearer; readonly group: string },
): Answer {
  if (bearer?.era !== state.era) return unknown
  if (!bearer.roles.includes(readsGroups)) return denied
  if (!/^[0-9a-f-]{36}$/.test(group)) return refuse(400, 'Request_BadRequest', `Invalid object identifier '${group}'.`)
  const members = state.groups.get(group)
  if (members === undefined)
    return refuse(404, 'Request_ResourceNotFound', `Resource '${group}' does not exist or is not present.`)
  const from = Number(query.get('$skiptoken') ?? 0)
  const size = Math.min(page, Number(query.get('$top') ?? 100))
  const all = [
    ...members.map((id) => object('user', id)),
    object('group'),
    object('device'),
    object('servicePrincipal'),
  ]
  const rest = new URLSearchParams({
    $select: query.get('$select') ?? '',
    $top: `${size}`,
    $skiptoken: `${from + size}`,
  })
  const next = `${state.nextBase ?? base}/v1.0/groups/${group}/transitiveMembers?${rest.toString()}`
  return {
    status: 200,
    body: {
      '@odata.context': `${base}/v1.0/$metadata#directoryObjects(id)`,
      ...(from + size < all.length ? { '@odata.nextLink': next } : {}),
      value: all.slice(from, from + size),
    },
  }
}

export interface Asked {
  readonly query: URLSearchParams
  readonly base: string
  /** The largest size of a page. */
  readonly page: number
}

/** Without permission to read people, Graph returns only these fields. */
function object(kind: string, id: string = randomUUID()): Fields {
  return { '@odata.type': `#microsoft.graph.${kind}`, id }
}
