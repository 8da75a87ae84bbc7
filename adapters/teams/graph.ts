// Reads the members of an Entra group from Microsoft Graph, all pages, with the app's own token. Only ids are asked for:
// that needs the least permission, and nothing else of anybody has to be known.
import { z } from 'zod'
import { within, type Wait } from '../../src/kit/wait.ts'
import { Broken, send, type Answer } from '../wire.ts'
import type { TeamsSettings } from './settings.ts'
import { createTokens, type Token, type Tokens } from './tokens.ts'

export type GroupRead =
  | { readonly kind: 'members'; readonly members: readonly string[] }
  /** Somebody has to change something; asking again helps nobody. */
  | { readonly kind: 'refused'; readonly why: GroupRefusal; readonly what: string }
  /** No answer, or a pause that is longer than anybody waits. */
  | { readonly kind: 'silent'; readonly what: string }

/** `token`: Entra gives the app no token. `unknown`: Graph does not accept the token. `forbidden`: it may not read groups. */
export type GroupRefusal = 'token' | 'unknown' | 'forbidden' | 'no-such-group' | 'other'

export interface Graph {
  /** Whoever is in the group, or in a group inside it. Never throws. */
  membersOf(group: string): Promise<GroupRead>
}

/** Microsoft Graph wants a token of its own, from the school's tenant. */
export function graphOver(
  { identity, endpoints }: TeamsSettings,
  { clock, wait }: { readonly clock: () => Date; readonly wait: Wait },
): Graph {
  const { graphLoginUrl: loginUrl, graphUrl: url } = endpoints
  const tokens = createTokens({ identity, endpoints: { ...endpoints, loginUrl, oauthScope: url }, clock, wait })
  return createGraph({ tokens, url, wait })
}

interface GraphOptions {
  readonly tokens: Tokens
  /** Without a slash at the end. */
  readonly url: string
  readonly wait: Wait
}

const pageSize = 999
/** More than the staff of any trust; a list that never ends must end. */
const mostPages = 200
const mostTries = 4
/** Milliseconds. */
const patience = 20_000
const longestPause = 60_000
const usualPause = 5_000

function createGraph(options: GraphOptions): Graph {
  return {
    async membersOf(group) {
      const members = new Set<string>()
      let next: string | undefined =
        `${options.url}/v1.0/groups/${encodeURIComponent(group)}/transitiveMembers?$select=id&$top=${pageSize}`
      for (let pages = 0; next !== undefined; pages += 1) {
        if (pages === mostPages) return { kind: 'silent', what: 'the list does not end' }
        const read: PageRead = await readPage(options, next)
        if (read.kind !== 'page') return read
        for (const id of read.people) members.add(id)
        // The token goes to Graph and nowhere else, whatever an answer says.
        if (read.next !== undefined && new URL(read.next).origin !== new URL(options.url).origin)
          return { kind: 'silent', what: 'the next page is said to be on another host' }
        next = read.next
      }
      return { kind: 'members', members: [...members] }
    },
  }
}

type PageRead =
  | { readonly kind: 'page'; readonly people: readonly string[]; readonly next: string | undefined }
  | Exclude<GroupRead, { kind: 'members' }>

type Tried = PageRead | { readonly kind: 'later'; readonly what: string; readonly ms: number }

async function readPage({ tokens, wait }: GraphOptions, url: string): Promise<PageRead> {
  let fresh: 'fresh' | undefined
  let last: PageRead = { kind: 'silent', what: 'no answer' }
  for (let tries = 0; tries < mostTries; tries += 1) {
    const token = await tokens.get(fresh)
    const value = valueOf(token)
    if (typeof value !== 'string') return value
    const tried = await ask(url, value, wait)
    if (tried.kind === 'later') {
      last = { kind: 'silent', what: tried.what }
      if (tried.ms > longestPause || tries + 1 === mostTries) return last
      await wait(tried.ms)
      continue
    }
    // A token may have been taken back before its time: a new one is asked for once.
    if (tried.kind !== 'refused' || tried.why !== 'unknown' || fresh !== undefined) return tried
    fresh = 'fresh'
    last = tried
  }
  return last
}

function valueOf(token: Token): string | PageRead {
  switch (token.kind) {
    case 'token':
      return token.value
    case 'none':
      return { kind: 'refused', why: 'other', what: 'nobody is asked who they are (TEAMS_LOCAL), so there is no token' }
    case 'refused':
      return { kind: 'refused', why: 'token', what: `Entra gives no token for Microsoft Graph: ${token.error}` }
    case 'silent':
      return { kind: 'silent', what: `Entra cannot be reached (${token.why})` }
  }
}

async function ask(url: string, token: string, wait: Wait): Promise<Tried> {
  const sending = send(url, {
    method: 'GET',
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
  })
  try {
    const answer = await within(wait, patience, sending.answer)
    if (answer !== undefined) return read(answer)
    sending.answer.catch(() => undefined)
    sending.giveUp()
    return { kind: 'later', what: 'Microsoft Graph did not answer in time', ms: usualPause }
  } catch (error) {
    const why = error instanceof Broken ? error.message : 'no answer'
    return { kind: 'later', what: `Microsoft Graph cannot be reached (${why})`, ms: usualPause }
  }
}

const Page = z.object({
  value: z.array(z.looseObject({ '@odata.type': z.string().optional(), id: z.string().min(1) })),
  '@odata.nextLink': z.url().optional(),
})
const Refused = z.object({ error: z.object({ code: z.string() }) })

function read(answer: Answer): Tried {
  const { status, body } = answer
  const json = parse(body)
  const page = Page.safeParse(json)
  if (status === 200 && page.success) {
    const { value, '@odata.nextLink': next } = page.data
    return { kind: 'page', people: value.filter(isPerson).map(({ id }) => id), next }
  }
  const refused = Refused.safeParse(json)
  const code = refused.success ? `${status} ${refused.data.error.code}` : `HTTP ${status}`
  const what = `Microsoft Graph says: ${code}`
  if (status === 429 || status >= 500) return { kind: 'later', what, ms: pauseOf(answer.header('retry-after')) }
  if (status === 200) return { kind: 'silent', what: 'Microsoft Graph answered with something else' }
  return { kind: 'refused', why: refusals[status] ?? 'other', what }
}

const refusals: Readonly<Record<number, GroupRefusal>> = {
  // An id that is none, or one of another kind of object, is no group either.
  400: 'no-such-group',
  401: 'unknown',
  403: 'forbidden',
  404: 'no-such-group',
}

/** Groups hold devices, other groups and programs, too. */
function isPerson({ '@odata.type': type }: { readonly '@odata.type'?: string | undefined }): boolean {
  return type === undefined || type === '#microsoft.graph.user'
}

function pauseOf(header: string | undefined): number {
  const seconds = Number(header)
  return header === undefined || !Number.isFinite(seconds) || seconds < 0 ? usualPause : Math.ceil(seconds * 1000)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
