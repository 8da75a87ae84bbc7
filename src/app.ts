// The whole bot as two verbs. `hear` turns what happened into what to show; `tick` does what the clock asks for.
import { unpack, type Action } from './chat/actions.ts'
import type { ChatEvent, Pressed, Said } from './chat/events.ts'
import { here, privately, type Reply } from './chat/replies.ts'
import { recognise } from './chat/route.ts'
import { greeting, helpCard, nothingSaidCard, thanksCard, type Offers } from './chat/talk.ts'
import { staleCard, troubleCard } from './chat/wording.ts'
import { hearAnswer, hearDraft, startCheck } from './check/talk.ts'
import { openDesk } from './desk.ts'
import { openHome, showStatus } from './home.ts'
import { never } from './kit/never.ts'
import type { Library } from './library/types.ts'
import { listSections, readSection, sayWhom, shareSection } from './policy/talk.ts'
import type { Ports } from './ports.ts'
import { forgetOld } from './schedule/forget.ts'
import { hearQuestion, hearRating, hearUrgent, openMemory, type Memory } from './search/talk.ts'
import type { UrgentKind } from './search/types.ts'
import { compileUrgent } from './search/urgent.ts'
import type { Turn } from './turn.ts'

export interface App {
  /** Never throws: a failure becomes one calm sentence for the person and a line for the operator. */
  hear(event: ChatEvent): Promise<readonly Reply[]>
  tick(now: Date): Promise<void>
}

/** What the bot holds in memory between turns. */
interface Mind {
  readonly memory: Memory
  readonly findUrgent: (text: string) => UrgentKind | undefined
}

export function createApp(ports: Ports, library: Library): App {
  const desk = openDesk(library)
  const mind: Mind = { memory: openMemory(), findUrgent: whenNeeded(() => compileUrgent(library.urgent)) }
  return {
    async hear(event) {
      const now = ports.clock()
      try {
        // Platforms deliver twice when they are in doubt, also across a restart.
        if (!(await ports.store.claim(`event:${event.id}`, now))) return []
        return await respond({ event, now, ports, library, desk: desk(now) }, mind)
      } catch (error) {
        ports.log.error({ event: event.id, kind: event.kind, error }, 'could not answer')
        return [privately(troubleCard())]
      }
    },
    async tick(now) {
      try {
        // A new day may bring another edition into force: its index is built now, and not while somebody waits.
        desk(now)
        mind.findUrgent('')
        await forgetOld(ports.store, now)
      } catch (error) {
        ports.log.error({ error }, 'a tick failed; the next one tries again')
      }
    },
  }
}

async function respond(turn: Turn, mind: Mind): Promise<Reply[]> {
  const { event } = turn
  switch (event.kind) {
    case 'said':
      return hearText(turn, event, mind)
    case 'pressed':
      return press(turn, event, mind)
    case 'opened':
      return event.surface === 'home' ? openHome(turn) : [here(greeting(await personOf(turn), offersOf(turn)))]
    case 'began-check':
      return begin(turn, event.draft)
    default:
      return never(event)
  }
}

async function hearText(turn: Turn, { text, quietly }: Pick<Said, 'text' | 'quietly'>, mind: Mind): Promise<Reply[]> {
  const to = quietly ? privately : here
  const kind = mind.findUrgent(text)
  if (kind !== undefined) return hearUrgent(turn, { kind, text })
  const wish = recognise(text)
  switch (wish.kind) {
    case 'nothing':
      return [to(nothingSaidCard(offersOf(turn)))]
    case 'hello':
      return [to(greeting(await personOf(turn), offersOf(turn)))]
    case 'thanks':
      return [to(thanksCard())]
    case 'help':
      return [to(helpCard(offersOf(turn)))]
    case 'sections':
      return listSections(turn, { policy: turn.library.policies[0]?.id ?? '' })
    case 'status':
      return [privately(showStatus(turn, await personOf(turn)))]
    case 'check':
      return begin(turn, wish.draft)
    case 'ask':
      return hearQuestion(turn, { text: wish.question, memory: mind.memory })
    default:
      return never(wish)
  }
}

function press(turn: Turn, { packed, fields }: Pressed, mind: Mind): Promise<Reply[]> | Reply[] {
  const action = unpack(packed)
  return action === undefined ? [privately(staleCard())] : follow(turn, { action, fields }, mind)
}

function follow(
  turn: Turn,
  { action, fields }: { action: Action; fields: Pressed['fields'] },
  mind: Mind,
): Promise<Reply[]> | Reply[] {
  switch (action.do) {
    case 'help':
      return [privately(helpCard(offersOf(turn)))]
    case 'ask':
      return hearText(turn, { text: fields.question ?? '', quietly: true }, mind)
    case 'sections':
      return listSections(turn, action)
    case 'read':
      return readSection(turn, action)
    case 'whom':
      return sayWhom(turn, action)
    case 'rate':
      return hearRating(turn, action)
    case 'share':
      return shareSection(turn, action)
    case 'check':
      return startCheck(turn, action)
    case 'draft':
      return hearDraft(turn, { scenario: action.scenario, draft: fields.draft ?? '' })
    case 'answer':
    case 'revisit':
    case 'resume':
      return hearAnswer(turn, action)
    default:
      return never(action)
  }
}

function begin(turn: Turn, draft: string | undefined): Promise<Reply[]> | Reply[] {
  const [scenario] = turn.library.scenarios
  if (scenario === undefined) return [privately(helpCard(offersOf(turn)))]
  return draft === undefined
    ? startCheck(turn, { scenario: scenario.id })
    : hearDraft(turn, { scenario: scenario.id, draft })
}

function personOf({ ports, event }: Turn) {
  return ports.directory.find(event.account)
}

function offersOf({ library }: Turn): Offers {
  return { policies: library.policies, scenario: library.scenarios[0]?.id }
}

/** The function that `make` makes, made at the first call. */
function whenNeeded<A, B>(make: () => (given: A) => B): (given: A) => B {
  let made: ((given: A) => B) | undefined
  return (given) => (made ??= make())(given)
}
