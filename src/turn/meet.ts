// Takes an event to the doors: urgent matters first, then what was asked for by name and for which policy, then all the
// rest.
import { compact } from '../kit/defined.ts'
import { z } from 'zod'
import { citation } from '../chat/actions.ts'
import { accountKey } from '../chat/people.ts'
import { buttons, text, type Button, type Card } from '../chat/cards.ts'
import type { SigningOnly } from '../chat/events.ts'
import { opening } from '../chat/opening.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { staleCard } from '../chat/wording.ts'
import type { Which } from '../policy/which.ts'
import type { Replying, Hearing } from './door.ts'
import type { House } from './house.ts'
import { permitAny } from './permit.ts'
import type { Turn } from './turn.ts'

/** A turn with the doors of the house. */
export function openTurn(given: Omit<Turn, 'words' | 'doors'>, house: House): Turn {
  const turn: Turn = {
    ...given,
    words: house.words,
    doors: {
      follow: async (action) => house.follow(turn, action, {}),
      say: (text) => say(turn, text, house),
      home: (place, person) => house.home(turn, place, person),
      help: house.help,
    },
  }
  return turn
}

export async function meet(turn: Turn, house: House): Promise<Reply[]> {
  const { event } = turn
  switch (event.kind) {
    case 'said':
      return urgentAmong(event.seen?.quoted ?? [], turn, house) ?? say(turn, event.text, house)
    case 'pressed': {
      const action = house.read(event.packed)
      // Also an old card may hold what somebody wrote just now.
      if (action === undefined) return urgentAmong(Object.values(event.fields), turn, house) ?? [privately(staleCard())]
      if (event.limitedTo !== undefined && !house.isLet(action, event.limitedTo)) return [notByLink(event.limitedTo)]
      note(turn, action)
      return house.follow(turn, action, event.fields)
    }
    case 'opened':
      if (event.limitedTo !== undefined && event.surface !== 'chat') return [notByLink(event.limitedTo)]
      return house.happened(turn)
    case 'began-check':
    case 'joined':
    case 'searched':
    case 'wondered':
      return event.limitedTo === undefined ? house.happened(turn) : [notByLink(event.limitedTo)]
  }
}

/** Something urgent in what nothing else is read of: what somebody passes on, or wrote on a card that is too old. */
export function urgentAmong(texts: readonly string[], turn: Turn, house: House): Replying | undefined {
  const first = texts.map((text) => house.first(turn, text)).find((each) => each?.urgent !== undefined)
  return first?.run(turn)
}

/** What somebody wrote, in a message or a field. */
export async function say(turn: Turn, text: string, house: House): Promise<Reply[]> {
  const limit = turn.event.limitedTo
  const first = house.first(turn, text)
  if (first !== undefined) return limit === undefined || first.byLink ? first.run(turn) : [notByLink(limit)]
  // Somebody with a link always means the policy of that link.
  const wish = house.recognise(text, limit === undefined ? turn.desk.shelf.policies : [])
  const hearing = wish && (await hearingFor(turn, house.hearing(wish.name)))
  if (wish === undefined || hearing === undefined) return askOrFind(turn, text, house)
  if (limit !== undefined) {
    if (hearing.byLink !== true) return [notByLink(limit)]
    return hearing.open(turn, hearing.ofPolicy === true ? { policy: limit.policy } : {})
  }
  const which = resolve(turn, wish.which)
  switch (which.kind) {
    case 'one':
      note(turn, { policy: which.policy })
      return hearing.open(turn, { policy: which.policy })
    case 'unnamed':
      return hearing.open(turn, {})
    case 'several':
      return [
        privately(showWhich(turn, wish.name, { which: which.policies, line: 'Several policies are called that.' })),
      ]
    case 'unknown': {
      const all = turn.desk.shelf.policies.map(({ id }) => id)
      return [privately(showWhich(turn, wish.name, { which: all, line: 'I know no policy by that name.' }))]
    }
  }
}

/**
 * "Contacts" opens a page for the people who keep them; from everybody else it is a question. So is "what do I have to
 * do" once an answer has been shown.
 */
async function hearingFor(turn: Turn, hearing: Hearing | undefined): Promise<Hearing | undefined> {
  if (hearing?.atFirst === true && hasBegun(turn)) return undefined
  if (hearing?.only === undefined) return hearing
  return (await permitAny(turn, hearing.only)).kind === 'may' ? hearing : undefined
}

function hasBegun({ memory, event, now }: Turn): boolean {
  const { shown, urgent } = memory.of(accountKey(event.account), now)
  return shown !== undefined || urgent !== undefined
}

/** "Register Łukasz" finds somebody for the people who may, where there is one of that name. All else is a question. */
async function askOrFind(turn: Turn, text: string, house: House): Promise<Reply[]> {
  const asked = turn.event.limitedTo === undefined ? house.ofPeople(text) : undefined
  const may = asked !== undefined && (await permitAny(turn, asked.hearing.only)).kind === 'may'
  return (may ? await asked.hearing.open(turn, asked.name) : undefined) ?? house.otherwise(turn, text)
}

/** "It" is the policy that was mentioned last, where there is more than one. */
function resolve({ memory, event, now, desk }: Turn, which: Which): Exclude<Which, { kind: 'pointed' }> {
  if (which.kind !== 'pointed') return which
  const { policy } = memory.of(accountKey(event.account), now)
  const known = desk.shelf.policies.length > 1 && desk.shelf.policies.some(({ id }) => id === policy)
  return known && policy !== undefined ? { kind: 'one', policy } : { kind: 'unnamed' }
}

/** From now on the conversation is about what was opened; for another policy, nothing from before counts. */
function note({ memory, event, now, library }: Turn, about: Readonly<Record<string, unknown>>): void {
  const shown = Cited.safeParse(about).data
  const scenario = library.scenarios.find(({ id }) => id === about.scenario)
  const policy = shown?.policy ?? (typeof about.policy === 'string' ? about.policy : scenario?.policy)
  if (policy === undefined) return
  const account = accountKey(event.account)
  const before = memory.of(account, now)
  const same = before.policy === policy ? before : {}
  memory.begin(account, shown === undefined ? { ...same, policy } : { ...same, policy, shown }, now)
}

const Cited = z.object(citation)

const mostChoices = 10

/** One button for each policy, which opens what was asked for; above ten, the rest can be named. */
function showWhich(
  { desk }: Turn,
  what: string,
  { which, line }: { readonly which: readonly string[]; readonly line: string },
): Card {
  const known = desk.shelf.policies.filter(({ id }) => which.includes(id))
  const choices = known.slice(0, mostChoices).map(({ id, title }): Button => ({
    label: title,
    action: opening(what, { policy: id }),
  }))
  const rest = known.length - choices.length
  const more = rest > 0 ? `There are ${rest} more: write the name of the one you mean.` : undefined
  return {
    title: 'Which policy do you mean?',
    tone: 'plain',
    summary: compact([line, 'Choose one.', more]).join(' '),
    blocks: compact([
      text(line, choices.length > 0 ? ' Choose one:' : ''),
      buttons(...choices),
      more !== undefined && text(more),
    ]),
  }
}

function notByLink({ policy }: SigningOnly): Reply {
  const line = 'Your link is for reading and signing, and for nothing else here. Nothing was changed.'
  return privately({
    title: 'Not by this link',
    tone: 'plain',
    summary: line,
    blocks: [text(line), buttons({ label: 'Go on reading', action: opening('read-and-sign', { policy }), main: true })],
  })
}
