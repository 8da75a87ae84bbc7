// Slack's deliveries as events of the conversation. Pure: the same body gives the same event, today and when replayed.
import { defined } from '../../src/kit/defined.ts'
import type { ChatEvent } from '../../src/chat/events.ts'
import { never } from '../../src/kit/never.ts'
import { accountOf, isDirect, placeOf, type Heard, type Self } from './from.ts'
import { commands } from './names.ts'
import { type Command, type Delivery, type SlackEvent, parseDelivery } from './payloads.ts'
import { hearInteraction } from './press.ts'
import { readMessage } from './seen.ts'
import { plainWords } from './words.ts'

/** Undefined for what is to be left alone. */
export function toEvent(body: unknown, self: Self): ChatEvent | undefined {
  const delivery = parseDelivery(body)
  return delivery === undefined ? undefined : hearDelivery(delivery, self)?.event
}

export function hearDelivery(delivery: Delivery, self: Self): Heard | undefined {
  switch (delivery.kind) {
    case 'event':
      return hearEvent(delivery, self)
    case 'interaction':
      return hearInteraction(delivery.interaction, self)
    case 'command':
      return hearCommand(delivery.command, self)
    default:
      return never(delivery)
  }
}

function hearEvent({ id, event, abroad }: Extract<Delivery, { kind: 'event' }>, self: Self): Heard | undefined {
  switch (event.type) {
    case 'message':
      // In channels a mention comes as app_mention; other messages there are not for the bot.
      return event.channel_type === 'im' ? hearMessage(id, event, self) : undefined
    case 'app_mention':
      // In a direct message the same words have already come as a message.
      return isDirect(event.channel) ? undefined : hearAbroad(hearMessage(id, event, self), abroad)
    case 'app_home_opened':
      return event.tab === 'home' ? hearHome(id, event.user) : hearFirstSight(event.user, event.channel)
    case 'assistant_thread_started': {
      const { user_id: user, channel_id: channel, thread_ts: thread } = event.assistant_thread
      return hearOpened(`slack:${id}`, { user, channel, thread })
    }
    case 'user_change':
    case 'team_join':
    case 'subteam_members_changed':
      return undefined
    default:
      return never(event)
  }
}

/** Where another organisation reads too, the answer is private. */
function hearAbroad(heard: Heard | undefined, abroad: boolean): Heard | undefined {
  if (heard?.event.kind !== 'said' || !abroad) return heard
  return { ...heard, event: { ...heard.event, quietly: true } }
}

function isNewAndHuman({ user, bot_id: bot, edited, subtype }: Message, self: Self): boolean {
  const isHuman = user !== self.user && user !== 'USLACKBOT' && (bot ?? '') === ''
  return isHuman && edited === undefined && (subtype === undefined || spoken.has(subtype))
}

/** Subtypes in which somebody said something new; without a subtype it is an ordinary message. */
const spoken = new Set(['file_share', 'thread_broadcast'])

type Message = Extract<SlackEvent, { type: 'message' | 'app_mention' }>

function hearMessage(id: string, message: Message, self: Self): Heard | undefined {
  const { user, channel, ts } = message
  if (user === undefined || !isNewAndHuman(message, self)) return undefined
  const shared = !isDirect(channel)
  // Only the agent pane sends a context. There each message opens a thread of its own, and the answer belongs in it.
  const inThread = shared || message.app_context !== undefined
  const thread = message.thread_ts ?? (inThread ? ts : undefined)
  const { text, seen } = readMessage(message, (words) => plainWords(words, { self: self.user, nameOf: self.nameOf }))
  return {
    event: {
      kind: 'said',
      id: `slack:${id}`,
      account: accountOf(user),
      place: placeOf(channel, thread),
      text,
      ...defined({ seen }),
    },
    from: { kind: 'message', channel, thread, ts, user, shared },
  }
}

function hearHome(id: string, user: string): Heard {
  return {
    event: { kind: 'opened', id: `slack:${id}`, account: accountOf(user), place: placeOf(user), surface: 'home' },
    from: { kind: 'home', user, trigger: undefined },
  }
}

/** Slack sends this each time that somebody looks; the id makes it one first sight for each conversation. */
function hearFirstSight(user: string, channel: string): Heard {
  return hearOpened(`slack:first:${channel}`, { user, channel, thread: undefined })
}

function hearOpened(
  id: string,
  { user, channel, thread }: { user: string; channel: string; thread: string | undefined },
): Heard {
  return {
    event: { kind: 'opened', id, account: accountOf(user), place: placeOf(channel, thread), surface: 'chat' },
    from: { kind: 'message', channel, thread, ts: undefined, user, shared: false },
  }
}

function hearCommand(command: Command, self: Self): Heard | undefined {
  if (!commands.some((name) => name === command.command)) return undefined
  const { user_id: user, channel_id: channel } = command
  return {
    event: {
      kind: 'said',
      id: `slack:${command.trigger_id}`,
      account: accountOf(user),
      place: placeOf(channel),
      text: plainWords(command.text, { self: self.user, nameOf: self.nameOf }),
      quietly: true,
    },
    from: { kind: 'command', channel, user, url: command.response_url },
  }
}
