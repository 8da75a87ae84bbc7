// Small talk and help: a greeting, thanks, what can be done here, and the first words to new starters.
import { accountKey } from '../chat/people.ts'
import { here, privately, type Reply } from '../chat/replies.ts'
import { greetedKey } from '../declaration/owing.ts'
import { usualScenario } from '../guide/find.ts'
import { may } from '../people/may.ts'
import { sayingToMention } from '../turn/mention-talk.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import { withoutStore } from '../turn/without-store.ts'
import { helpCard, nothingSaidCard, showUnread, thanksCard, type Offers } from './cards.ts'
import { greet, greetNewcomer } from './greet-talk.ts'
import { openHomePage, showStatus } from './home.ts'

export async function sayHello(turn: Turn): Promise<Reply[]> {
  return sayingToMention(turn, [publicly(turn)(await greet(turn, offersOf(turn)))])
}

export function sayThanks(turn: Turn): Reply[] {
  return [publicly(turn)(thanksCard())]
}

/** Somebody who sends a bare command or a bare mention wonders what can be done here. */
export function hearNothing(turn: Turn): Reply[] | Promise<Reply[]> {
  const { event } = turn
  const seen = event.kind === 'said' ? event.seen : undefined
  const card = seen === undefined ? undefined : showUnread(seen, offersOf(turn))
  if (card !== undefined) return [publicly(turn)(card)]
  // A bare mention asks for help; a message of emoji only is one that cannot be read.
  const bare = event.kind === 'said' && event.text.trim() === '' && (seen?.emoji.length ?? 0) === 0
  return bare ? help(turn) : [publicly(turn)(nothingSaidCard(offersOf(turn)))]
}

export async function help(turn: Turn): Promise<Reply[]> {
  const leads = may(await withoutStore(personOf(turn), undefined), 'see-register', turn.desk.shelf.today)
  const all = turn.doors.help.filter(({ where }) => where === undefined || where(turn.library))
  const lines = [...all.filter((each) => each.leads !== true), ...(leads ? all.filter((each) => each.leads) : [])]
  const card = helpCard(
    offersOf(turn),
    lines.map(({ line }) => line),
  )
  return sayingToMention(turn, [turn.event.kind === 'said' ? publicly(turn)(card) : privately(card)])
}

export async function sayStatus(turn: Turn): Promise<Reply[]> {
  return [privately(await showStatus(turn))]
}

export async function open(turn: Turn, { surface }: { surface: 'chat' | 'home' }): Promise<Reply[]> {
  if (turn.event.limitedTo !== undefined) return greetNewcomer(turn, offersOf(turn))
  return surface === 'home' ? openHomePage(turn) : [here(await greet(turn, offersOf(turn)))]
}

/** Once for each person, however often the app is removed and installed again. */
export async function greetOnce(turn: Turn): Promise<Reply[]> {
  const { ports, event, now } = turn
  const person = await personOf(turn)
  const key = greetedKey(person?.id ?? accountKey(event.account))
  return (await ports.store.claim(key, now)) ? greetNewcomer(turn, offersOf(turn)) : []
}

/** Small talk is answered where it was started. */
function publicly({ event }: Turn): typeof here {
  return event.kind === 'said' && event.quietly !== true ? here : privately
}

function offersOf({ library }: Turn): Offers {
  return { policies: library.policies, scenario: usualScenario(library.scenarios) }
}
