// Buttons, forms and shortcuts as events of the conversation.
import { defined } from '../../src/kit/defined.ts'
import { unpack } from '../../src/chat/actions.ts'
import type { Place } from '../../src/chat/people.ts'
import { never } from '../../src/kit/never.ts'
import { fieldsIn } from './form.ts'
import { accountOf, isDirect, placeOf, type From, type Heard, type Self } from './from.ts'
import { shortcuts } from './names.ts'
import type { Interaction } from './payloads.ts'
import { beside, readMessage } from './seen.ts'
import { plainWords } from './words.ts'

export function hearInteraction(interaction: Interaction, self: Self): Heard | undefined {
  const user = interaction.user.id
  switch (interaction.type) {
    case 'block_actions':
      return hearPress(interaction)
    case 'view_submission': {
      const { view, trigger_id: trigger } = interaction
      return {
        event: {
          kind: 'pressed',
          id: `slack:${trigger ?? `${view.id}:${view.hash ?? ''}`}`,
          account: accountOf(user),
          place: placeOf(user),
          packed: view.private_metadata,
          fields: fieldsIn(view.state?.values),
        },
        from: { kind: 'modal', user, view: view.id, hash: view.hash, trigger: undefined, submitted: true },
      }
    }
    case 'shortcut':
    case 'message_action':
      return hearShortcut(interaction, self)
    default:
      return never(interaction)
  }
}

function hearShortcut(
  shortcut: Extract<Interaction, { type: 'shortcut' | 'message_action' }>,
  self: Self,
): Heard | undefined {
  if (!Object.hasOwn(shortcuts, shortcut.callback_id)) return undefined
  const { trigger_id: trigger } = shortcut
  const user = shortcut.user.id
  const words = (text: string) => plainWords(text, { self: self.user, nameOf: self.nameOf })
  const read = shortcut.type === 'message_action' ? readMessage(shortcut.message, words) : undefined
  // The draft is everything that can be read there, including shared messages.
  const draft = [read?.text ?? '', ...(read?.seen?.quoted ?? [])].filter((part) => part !== '').join('\n\n')
  return {
    event: {
      kind: 'began-check',
      id: `slack:${trigger}`,
      account: accountOf(user),
      place: placeOf(user),
      ...defined({ draft: draft === '' ? undefined : draft }),
      ...beside(read?.seen),
    },
    from: { kind: 'shortcut', user, trigger },
  }
}

function hearPress(press: Extract<Interaction, { type: 'block_actions' }>): Heard | undefined {
  const [pressed] = press.actions
  const packed = pressed?.value ?? pressed?.selected_option?.value
  if (pressed === undefined || packed === undefined) return undefined
  const origin = originOf(press, packed)
  if (origin === undefined) return undefined
  const { place, from } = origin
  const state = press.view?.state ?? press.state
  return {
    event: {
      kind: 'pressed',
      id: `slack:${press.trigger_id ?? `${pressed.action_ts}:${press.user.id}`}`,
      account: accountOf(press.user.id),
      place,
      packed,
      fields: fieldsIn(state?.values, pressed.block_id),
    },
    from,
  }
}

function originOf(
  press: Extract<Interaction, { type: 'block_actions' }>,
  packed: string,
): { readonly place: Place; readonly from: From } | undefined {
  const { view, container, trigger_id: trigger, response_url: url } = press
  const user = press.user.id
  if (view !== undefined) {
    const place = placeOf(user)
    if (view.type === 'home') return { place, from: { kind: 'home', user, trigger } }
    return { place, from: { kind: 'modal', user, view: view.id, hash: view.hash, trigger, submitted: false } }
  }
  const { channel_id: channel, message_ts: ts } = container
  if (channel === undefined || ts === undefined) return undefined
  const shared = !isDirect(channel)
  const thread = press.message?.thread_ts ?? container.thread_ts
  if (container.is_ephemeral) {
    if (url === undefined) return undefined
    const aloud = unpack(packed)?.do === 'share'
    return { place: placeOf(channel, thread), from: { kind: 'whisper', channel, thread, user, url, aloud } }
  }
  const inThread = thread ?? (shared ? ts : undefined)
  return { place: placeOf(channel, inThread), from: { kind: 'card', channel, ts, thread: inThread, user, shared } }
}
