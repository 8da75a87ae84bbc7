// The whole bot as two verbs. `hear` turns what happened into what to show; `tick` does what the clock asks for.
import { unpack, type Action } from './chat/actions.ts'
import type { ChatEvent, Pressed, Said } from './chat/events.ts'
import type { Card } from './chat/cards.ts'
import { accountKey } from './chat/people.ts'
import { here, privately, type Reply } from './chat/replies.ts'
import { recognise } from './chat/route.ts'
import { helpCard, nothingSaidCard, thanksCard, type Offers } from './chat/talk.ts'
import { staleCard, troubleCard } from './chat/wording.ts'
import { hearAnswer, hearDraft, startCheck } from './check/talk.ts'
import { putSignHere, openCampaigns } from './campaign/talk.ts'
import { openNewPerson } from './campaign/people-talk.ts'
import { openRegister } from './campaign/register-talk.ts'
import { greetedKey } from './declaration/job.ts'
import { mattersOf } from './declaration/matter.ts'
import { myReceipts } from './declaration/receipt-talk.ts'
import { openDeclaration, startReading } from './declaration/talk.ts'
import { deskFor, openDesk } from './desk.ts'
import { openDigest } from './digest/talk.ts'
import { openPage } from './door.ts'
import { followSigner, followSlt } from './follow.ts'
import { greet, welcome } from './greet.ts'
import { openHome, showStatus } from './home.ts'
import { dayIn } from './kit/days.ts'
import { never } from './kit/never.ts'
import type { Library } from './library/types.ts'
import { mayByLink, maySay, showLimited } from './limited.ts'
import { listSections, readSection, sayWhom, shareSection } from './policy/talk.ts'
import { may } from './people/may.ts'
import type { Ports } from './ports.ts'
import { hearNotForMe, remindTomorrow } from './reminder/talk.ts'
import { hearsOutsiders } from './outsider.ts'
import { openReview } from './review/talk.ts'
import { watchReviews } from './review/watch.ts'
import { createJobs, runJobs } from './schedule/jobs.ts'
import { hearQuestion, hearRating, hearUrgent, offerSections, openMemory, type Memory } from './search/talk.ts'
import type { UrgentKind } from './search/types.ts'
import { compileUrgent } from './search/urgent.ts'
import type { Turn } from './turn.ts'
import { createWhereabouts } from './whereabouts.ts'
import { createWorlds } from './worlds.ts'

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

export function createApp(given: Ports, library: Library): App {
  const reviews = watchReviews(given.journal, library.policies)
  const ports: Ports = { ...given, journal: reviews.journal }
  const desk = openDesk(library, reviews.known)
  const practises = createWorlds(ports.directory)
  /** Reviews that were recorded in one world count there only; before there are any, the two are alike. */
  const deskOf = async ({ account }: ChatEvent, now: Date) => {
    await reviews.ready()
    return deskFor(desk(now), reviews.known().length > 0 && (await practises(account)))
  }
  const mind: Mind = { memory: openMemory(), findUrgent: whenNeeded(() => compileUrgent(library.urgent)) }
  const jobs = createJobs()
  const outsiders = hearsOutsiders(library)
  const noteWhere = createWhereabouts(ports.people)
  const hearStaff = async (event: ChatEvent, now: Date): Promise<readonly Reply[]> => {
    if (event.kind !== 'joined') await noteWhere(event.account, now)
    return respond({ event, now, ports, library, desk: await deskOf(event, now) }, mind)
  }
  const hearOutsider = (event: ChatEvent, now: Date): Promise<readonly Reply[]> =>
    outsiders.hear({ event, now, ports, library, desk: desk(now) }, mind)
  return {
    async hear(event) {
      const now = ports.clock()
      ports.meter.heard(event.account.platform, event.kind)
      try {
        // Platforms deliver twice when they are in doubt, also across a restart.
        if (!(await ports.store.claim(`event:${event.id}`, now))) {
          ports.log.info(idsOf(event), 'heard before, and left alone')
          return []
        }
        const replies = await (event.outsider === true ? hearOutsider(event, now) : hearStaff(event, now))
        const ms = ports.clock().getTime() - now.getTime()
        ports.log.info({ ...idsOf(event), replies: replies.length, ms }, 'heard and answered')
        return replies
      } catch (error) {
        ports.log.error({ ...idsOf(event), error }, 'could not answer')
        return [privately(troubleCard())]
      }
    },
    async tick(now) {
      const begun = ports.clock().getTime()
      try {
        await reviews.refresh()
        // A new day may bring another edition into force: its index is built now, and not while somebody waits.
        desk(now)
        mind.findUrgent('')
        await runJobs(jobs, { now, ports, library, desk: desk(now) })
      } catch (error) {
        ports.log.error({ error }, 'a tick failed; the next one tries again')
      }
      const ended = ports.clock()
      ports.meter.ticked((ended.getTime() - begun) / 1_000, ended)
    },
  }
}

/** What the log says of an event: nothing of what it holds. */
function idsOf({ id, kind, account }: ChatEvent) {
  return { event: id, platform: account.platform, kind }
}

async function respond(turn: Turn, mind: Mind): Promise<Reply[]> {
  const { event } = turn
  const limit = event.limitedTo
  // What is said is judged once it is sure that it is nothing urgent.
  if (limit !== undefined && event.kind !== 'said' && !mayByLink(event, limit)) return [privately(showLimited(limit))]
  switch (event.kind) {
    case 'said':
      return hearText(turn, event, mind)
    case 'pressed':
      return press(turn, event, mind)
    case 'opened':
      return open(turn, event.surface)
    case 'began-check':
      return begin(turn, event.draft)
    case 'joined':
      return greetOnce(turn)
    case 'searched':
      return offerSections(turn, event.query)
    default:
      return never(event)
  }
}

async function open(turn: Turn, surface: 'chat' | 'home'): Promise<Reply[]> {
  if (turn.event.limitedTo !== undefined) return welcome(turn, offersOf(turn))
  return surface === 'home' ? openHome(turn) : [here(await greet(turn, offersOf(turn)))]
}

/** Once a person, whatever is installed again or removed in between. */
async function greetOnce(turn: Turn): Promise<Reply[]> {
  const { ports, event, now } = turn
  const person = await personOf(turn)
  const key = greetedKey(person?.id ?? accountKey(event.account))
  return (await ports.store.claim(key, now)) ? welcome(turn, offersOf(turn)) : []
}

async function hearText(turn: Turn, { text, quietly }: Pick<Said, 'text' | 'quietly'>, mind: Mind): Promise<Reply[]> {
  const to = quietly ? privately : here
  const kind = mind.findUrgent(text)
  if (kind !== undefined) return hearUrgent(turn, { kind, text })
  const limit = turn.event.limitedTo
  // By a link it is always the one that the link is for.
  const wish = recognise(text, limit === undefined ? turn.library.policies : [])
  if (limit !== undefined && !maySay(wish)) return [privately(showLimited(limit))]
  switch (wish.kind) {
    case 'nothing':
      return [to(nothingSaidCard(offersOf(turn)))]
    case 'hello':
      return [to(await greet(turn, offersOf(turn)))]
    case 'thanks':
      return [to(thanksCard())]
    case 'help':
      return [to(await help(turn))]
    case 'sections':
      return listSections(turn, wish)
    case 'status':
      return statusFor(turn)
    case 'sign':
      return openDeclaration(turn, wish)
    case 'read-and-sign':
      return startReading(turn, wish)
    case 'receipt':
      return myReceipts(turn)
    case 'sign-here':
      return putSignHere(turn, wish)
    case 'register':
      return openRegister(turn, wish)
    case 'campaigns':
      return openCampaigns(turn, wish)
    case 'digest':
      return openDigest(turn, {})
    case 'review':
      return openReview(turn, wish)
    case 'new-person':
      return openNewPerson(turn, { policy: mattersOf(turn)[0]?.policy.id ?? '' })
    case 'open-page':
      return openPage(turn)
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
      return help(turn).then((card) => [privately(card)])
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
    case 'status':
      return statusFor(turn)
    case 'remind-tomorrow':
      return remindTomorrow(turn, action)
    case 'not-for-me':
      return hearNotForMe(turn, action)
    case 'start-reading':
    case 'turn-page':
    case 'ask-about':
    case 'declaration':
    case 'sign':
    case 'before-signing':
    case 'say-before':
    case 'receipt':
    case 'sign-here':
      return followSigner(turn, action, fields)
    default:
      return followSlt(turn, action, fields)
  }
}

async function statusFor(turn: Turn): Promise<Reply[]> {
  return [privately(await showStatus(turn))]
}

async function help(turn: Turn): Promise<Card> {
  const leads = may(await personOf(turn), 'see-register', dayIn(turn.library.school.zone, turn.now))
  return helpCard({ ...offersOf(turn), leads })
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
