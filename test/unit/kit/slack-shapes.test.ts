// The stand-in compared with the documented payloads in test/replay: what it sends has exactly their shape.
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { asSent, type Fields, isFields, isList, type Json, parseJson } from '../../kit/json.ts'
import { slackAlone, type Running } from '../../kit/slack/running.ts'
import type { Slack, User } from '../../kit/slack/types.ts'

/** Paths that differ from one message, person or workspace to the next. */
const accidental = [
  'event.blocks',
  'event.app_context',
  'event.user.profile',
  'event.user.locale',
  'event.inviter',
  'event.message.blocks',
  'event.previous_message.blocks',
  'event.view.blocks',
  'view.blocks',
  'view.state.values',
  'state.values',
  'message.blocks',
  'message.client_msg_id',
  'message.parent_user_id',
  'message.bot_profile',
  'message.edited',
]

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const button = { type: 'button', action_id: 'go', text: plain('Go'), value: 'v', style: 'primary' }
const blocks = [{ type: 'actions', elements: [button] }]
const input = {
  type: 'input',
  block_id: 'b',
  label: plain('Draft'),
  element: { type: 'plain_text_input', action_id: 'a' },
}
const modal = {
  type: 'modal',
  title: plain('Check'),
  submit: plain('Send'),
  close: plain('Close'),
  notify_on_close: true,
  blocks: [input, ...blocks],
}

type Scene = (stage: { slack: Slack; ada: User; running: Running; channel: string }) => Promise<unknown>

const scenes: Readonly<Record<string, Scene>> = {
  'message-im': ({ ada }) => ada.says('hello', { in: 'dm' }),
  'message-im-edited': async ({ ada }) => ada.edits(await ada.says('hello', { in: 'dm' }), 'hallo'),
  'message-im-deleted': async ({ ada }) => ada.deletes(await ada.says('hello', { in: 'dm' })),
  'message-im-of-our-own': async ({ running, ada }) => {
    await running.client.chat.postMessage({ channel: ada.id, text: 'hello' })
    await running.slack.settled()
  },
  'app-mention': ({ ada }) => ada.mentions('hello', { in: '#staff' }),
  'app-home-opened': ({ ada }) => ada.opensHome(),
  'app-home-opened-again': async ({ running, ada }) => {
    await running.client.apiCall('views.publish', { user_id: ada.id, view: { type: 'home', blocks } })
    await ada.opensHome()
  },
  'assistant-thread-started': ({ ada }) => ada.opensAssistant({ channel: '#staff' }),
  'team-join': ({ slack }) => slack.joins('Ben'),
  'user-change': ({ ada }) => ada.changesProfile({ title: 'Head' }),
  'user-change-deactivated': ({ ada }) => ada.changesProfile({ deleted: true }),
  'url-verification': ({ slack }) => slack.verifiesUrl(),
  command: ({ ada }) => ada.command('/policy', 'help', { in: '#staff' }),
  'press-in-channel': async ({ running, ada, channel }) => {
    await running.client.apiCall('chat.postMessage', { channel, text: 'x', blocks })
    await ada.presses('Go')
  },
  'press-on-ephemeral': async ({ running, ada, channel }) => {
    const { ts } = await ada.says('hello', { in: '#staff' })
    await running.client.apiCall('chat.postEphemeral', { channel, user: ada.id, text: 'x', blocks, thread_ts: ts })
    await ada.presses('Go')
  },
  'press-on-home': async ({ running, ada }) => {
    await running.client.apiCall('views.publish', { user_id: ada.id, view: { type: 'home', blocks } })
    await ada.opensHome()
    await ada.presses('Go')
  },
  'press-in-modal': async (stage) => {
    await openModal(stage)
    await stage.ada.presses('Go')
  },
  'view-submission': async (stage) => {
    await openModal(stage)
    await stage.ada.submits({ Draft: 'x' })
  },
  'view-closed': async (stage) => {
    await openModal(stage)
    await stage.ada.closesModal()
  },
  shortcut: ({ ada }) => ada.usesShortcut('can_i_post'),
  'message-action': async ({ ada }) => ada.usesMessageShortcut('check', await ada.says('hello', { in: '#staff' })),
}

describe('what the Slack stand-in sends', () => {
  let running: Running
  beforeEach(async () => {
    running = await slackAlone({ settings: { pane: 'assistant' } })
  })
  afterEach(() => running.stop())

  for (const [name, play] of Object.entries(scenes)) {
    it(`${name} has the documented shape`, async () => {
      const { slack } = running
      const ada = slack.user('Ada')
      const channel = slack.channel('#staff', { members: [ada] }).id
      await play({ slack, ada, running, channel })
      const documented = parseJson(readFileSync(`test/replay/slack/${name}.json`, 'utf8')) ?? null
      const sent = slack.deliveries.map(({ body }) => body).findLast((body) => sameKind(body, documented))
      expect(sent, `nothing like ${name} was sent`).to.not.equal(undefined)
      expect(pathsIn(sent ?? {})).to.deep.equal(pathsIn(documented))
    })
  }
})

async function openModal({ running, ada }: Parameters<Scene>[0]): Promise<void> {
  const { body } = await ada.command('/policy', '', { in: 'dm' })
  await running.client.apiCall('views.open', { trigger_id: body['trigger_id'], view: modal })
}

function sameKind(body: Fields, documented: Json): boolean {
  const kind = (value: Json | undefined): unknown => {
    const { type, command, event } = isFields(value) ? value : {}
    const { type: inner, subtype } = isFields(event) ? event : {}
    return JSON.stringify([type, command, inner, subtype])
  }
  return kind(body) === kind(documented)
}

/** Every path in the payload, such as `event.assistant_thread.context`; a list is represented by its first member. */
function pathsIn(value: Json, at = ''): readonly string[] {
  if (accidental.includes(at)) return []
  if (isList(value)) return value[0] === undefined ? [] : pathsIn(value[0], at)
  if (!isFields(value)) return []
  return Object.entries(asSent(value))
    .flatMap(([key, inner]) => {
      const path = at === '' ? key : `${at}.${key}`
      return accidental.includes(path) ? [] : [path, ...pathsIn(inner ?? null, path)]
    })
    .sort()
}
