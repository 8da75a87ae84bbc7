// Sends planned notices, each once: it is claimed, checked again, sent by the best way there is, and recorded.
import { compact } from '../kit/defined.ts'
import type { Card } from '../chat/cards.ts'
import type { Account } from '../chat/people.ts'
import { never } from '../kit/never.ts'
import type { Became } from '../ports/notices.ts'
import type { Ports, Posted } from '../ports/ports.ts'
import { replaceEarlier } from './replace.ts'
import { unreachable, type Letter, type Planned } from './types.ts'

type Sending = Pick<Ports, 'chat' | 'people' | 'notices' | 'mail' | 'newId' | 'log'>

/** How many are sent at the same time: a platform may take a while to respond. */
export const atOnce = 16

/** Sends everything that is due by `clock`. A failure does not stop the others. */
export async function deliverAll(
  ports: Sending,
  planned: AsyncIterable<Planned> | Iterable<Planned>,
  clock: () => Date,
): Promise<void> {
  const source = iterate(planned)
  const work = async () => {
    for (let next = await source.next(); next.done !== true; next = await source.next()) {
      const notice = next.value
      if (notice.at <= clock()) await deliverOne(ports, notice, clock)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

/**
 * Sends one notice at once, and returns what became of it, for whoever has to report it immediately. Undefined where it
 * was not this caller’s to send: another is sending it or has sent it, it is no longer wanted, or something broke
 * before it was sent.
 */
export async function deliverOne(ports: Sending, notice: Planned, clock: () => Date): Promise<Became | undefined> {
  try {
    return await deliver(ports, notice, clock)
  } catch (error) {
    ports.log.error({ notice: notice.key, error }, 'a notice could not be sent; the next tick tries again')
    return undefined
  }
}

async function* iterate<T>(all: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T, undefined> {
  yield* all
  return undefined
}

async function deliver(ports: Sending, planned: Planned, clock: () => Date): Promise<Became | undefined> {
  const { notices, log } = ports
  const { key, daily, kind, person } = planned
  const keys = keysOf(planned)
  const by = ports.newId()
  const claimed = await notices.claim({
    notices: keys.map((each) => ({ key: each, kind: each === daily ? 'daily' : kind })),
    person,
    by,
    now: clock(),
  })
  if (claimed === undefined) return undefined
  const hold = (way: string) => notices.trying({ keys, by, now: clock() }, way)
  const tryOnce = async () => {
    const ready = await prepare(ports, planned, clock)
    if (ready === undefined) return undefined
    const replaced = await replaceEarlier(ports.chat, ready, (await planned.earlier?.()) ?? [])
    return replaced === undefined ? send(ports, planned, { ...ready, hold }) : [replaced]
  }
  // Anything thrown here was thrown before the message was sent.
  const posted = await tryOnce().catch(async (error: unknown) => {
    await notices.release({ keys, by, now: clock() })
    throw error
  })
  if (posted === undefined) {
    await notices.release({ keys, by, now: clock() })
    return undefined
  }
  if (posted === 'taken') {
    log.warn({ notice: key }, 'a notice was taken for lost while it was being prepared')
    return undefined
  }
  const became = becameOf(posted, { key, tries: claimed.tries + 1, now: clock(), kept: planned.kept ?? false })
  await notices.settle({ keys, by, now: clock() }, became)
  const line = { notice: key, state: became.kind, ...('way' in became ? { way: became.way } : { why: became.what }) }
  if (became.kind === 'sent') log.info(line, 'a notice was sent')
  else log.warn(line, 'a notice was not sent, or nobody knows')
  return became
}

function keysOf({ key, also = [], daily }: Planned): string[] {
  return compact([key, ...also, daily])
}

interface Ready {
  readonly card: Card
  readonly accounts: readonly Account[]
  readonly email: string | undefined
}

/** Everything that can fail before anything is sent. */
async function prepare({ people, mail }: Sending, planned: Planned, clock: () => Date): Promise<Ready | undefined> {
  if (!(await planned.still(clock()))) return undefined
  const card = await planned.show()
  const known = planned.byEmail === true ? [] : await people.accountsOf(planned.person)
  const accounts = planned.kept === true || planned.onPage === true ? withPage(planned.person, known) : known
  const email = mail.on ? (await people.byId(planned.person))?.email : undefined
  return { card, accounts: preferring(accounts, planned.prefer), email }
}

/**
 * People without an account on the page may still have it open, having come in by a link. This is tried for what
 * matters most, and for conversations that may have begun there.
 */
function withPage(person: string, accounts: readonly Account[]): readonly Account[] {
  return accounts.some(({ platform }) => platform === 'web') ? accounts : [...accounts, { platform: 'web', id: person }]
}

function preferring(accounts: readonly Account[], first: Planned['prefer']): readonly Account[] {
  return accounts.toSorted((a, b) => Number(b.platform === first) - Number(a.platform === first))
}

interface Sent {
  readonly way: string
  readonly posted: Posted
}

/**
 * First where they last spoke, then where else they are, then on the page where they have it open, then by email. It
 * ends with the first way that may have delivered it. `hold` records each way before it is used; where that fails,
 * nothing is sent.
 */
async function send(
  { chat, mail }: Sending,
  { key, write, everyWay = false }: Planned,
  { card, accounts, email, hold }: Ready & { readonly hold: (way: string) => Promise<boolean> },
): Promise<readonly Sent[] | 'taken'> {
  const tried: Sent[] = []
  for (const { platform, id } of accounts) {
    if (!(await hold(platform))) return 'taken'
    const posted = await surely(() => chat.post({ platform, id, kind: 'private' }, card, { key }))
    tried.push({ way: platform, posted })
    if (!everyWay && hasGone(posted)) return tried
  }
  if (email === undefined) return tried
  const letter = await writeSafely(write)
  if (letter === undefined) return tried
  if (letter instanceof Error) return [...tried, { way: 'email', posted: { kind: 'failed', what: letter.message } }]
  if (!(await hold('email'))) return 'taken'
  return [...tried, { way: 'email', posted: await surely(() => mail.send({ to: email, ...letter })) }]
}

function hasGone({ kind }: Posted): boolean {
  return kind === 'sent' || kind === 'unknown'
}

async function writeSafely(write: Planned['write']): Promise<Letter | Error | undefined> {
  try {
    return await write()
  } catch (error) {
    return error instanceof Error ? error : new Error('it broke')
  }
}

/** What broke half-way may have been sent. */
async function surely(post: () => Promise<Posted>): Promise<Posted> {
  try {
    return await post()
  } catch (error) {
    return { kind: 'unknown', what: sayError(error) }
  }
}

function sayError(error: unknown): string {
  return error instanceof Error ? error.message : 'it broke'
}

/** Attempts altogether, over about three hours. */
export const mostTries = 6
/** Minutes after each failure, shortened by up to a quarter so that not all retries happen at once. */
const pauses = [2, 10, 30, 50, 55] as const

interface Tried {
  readonly key: string
  readonly tries: number
  readonly now: Date
  readonly kept: boolean
}

/** Hours until another attempt for a notice that is never given up. */
const keptHours = 6

function becameOf(tried: readonly Sent[], { key, tries, now, kept }: Tried): Became {
  const last = tried.findLast(({ posted }) => hasGone(posted)) ?? tried.at(-1)
  // Nobody is left to wait for a page that may never be opened again.
  if (last === undefined || tried.every(isShutPage))
    return kept ? later(unreachable, now) : { kind: 'given-up', what: unreachable }
  const { way, posted } = last
  switch (posted.kind) {
    case 'sent':
      return { kind: 'sent', way, message: posted.message }
    case 'unknown':
      return { kind: 'unknown', way, what: posted.what }
    case 'failed':
    case 'refused': {
      const what = tried.map((each) => `${each.way}: ${'what' in each.posted ? each.posted.what : ''}`).join('; ')
      if (tries >= mostTries) return kept ? later(what, now) : { kind: 'given-up', what }
      return {
        kind: 'failed',
        what,
        nextAt: nextTry({ tries, now, chance: chanceOf(`${key}#${tries}`) }, retryAfter(tried)),
      }
    }
    default:
      return never(posted)
  }
}

function isShutPage({ way, posted }: Sent): boolean {
  return way === 'web' && posted.kind === 'refused'
}

function later(what: string, now: Date): Became {
  return { kind: 'failed', what, nextAt: new Date(now.getTime() + keptHours * 60 * 60_000) }
}

/** `chance` is from 0 to 1; `atLeast` is in seconds, as the platform asks. */
export function nextTry(
  { tries, now, chance }: { readonly tries: number; readonly now: Date; readonly chance: number },
  atLeast: number,
): Date {
  const pause = (pauses[Math.min(tries, pauses.length) - 1] ?? pauses[0]) * 60 * (1 - chance / 4)
  return new Date(now.getTime() + Math.max(pause, atLeast) * 1_000)
}

/** The earliest time at which some way is open again. */
function retryAfter(tried: readonly Sent[]): number {
  const waits = tried.flatMap(({ posted }) => (posted.kind === 'failed' ? [posted.retryAfter ?? 0] : []))
  return waits.length === 0 ? 0 : Math.min(...waits)
}

/** Different for each notice, and the same on every server. */
function chanceOf(key: string): number {
  let hash = 7
  for (let at = 0; at < key.length; at++) hash = (hash * 31 + key.charCodeAt(at)) % 65_521
  return hash / 65_521
}
