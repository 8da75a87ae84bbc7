// Payloads in the shape of Slack's own documentation become the right events: we read what Slack really sends.
import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import { toEvent } from '../../adapters/slack/hear.ts'
import type { ChatEvent } from '../../src/chat/events.ts'
import type { Place } from '../../src/chat/people.ts'

const folder = new URL('slack/', import.meta.url)
const ada = { platform: 'slack', id: 'U0HILLADA1' } as const
const self = { user: 'U0HILLBOT1', nameOf: (id: string) => ({ U0HILLADA1: 'Ada Byron', U0HILLBEN1: 'Ben Cook' })[id] }

const direct: Place = { platform: 'slack', id: 'D0HILLADA1', kind: 'private' }
const channel: Place = { platform: 'slack', id: 'C0HILLSTA1', kind: 'shared' }
const alone: Place = { platform: 'slack', id: ada.id, kind: 'private' }
const under = (place: Place, thread: string): Place => ({ ...place, thread })
/** The timestamps of the message itself and of the first message in a thread. */
const [message, root] = ['1795424400.000100', '1795424000.000700']

const said = (text: string, place: Place) => ({ kind: 'said', account: ada, place, text }) as const
const asked = (text: string, place: Place) => ({ ...said(text, place), quietly: true }) as const
const pressed = (place: Place, fields = {}, packed = '1{"do":"help"}') =>
  ({ kind: 'pressed', account: ada, place, packed, fields }) as const
const opened = (surface: 'chat' | 'home', place: Place) => ({ kind: 'opened', account: ada, place, surface }) as const
const draft = { draft: 'Look at Mia winning the race!' }
const nothing = undefined

const expected: Readonly<Record<string, object | undefined>> = {
  'message-im-as-documented': said('Hello hello can you hear me?', direct),
  'message-im': said('May I post https://example.org/a?b=1&c=2 & mail office@hill.example, @Ben Cook?', direct),
  'message-im-in-thread': said('and in the summer?', under(direct, root)),
  'message-im-with-file': {
    ...said('is this picture all right?', direct),
    seen: { quoted: [], pictures: 1, files: [], emoji: [] },
  },
  'message-im-from-the-pane': said('what about photos?', under(direct, message)),
  'message-im-in-the-assistant': said('what about photos?', under(direct, root)),
  'message-thread-broadcast': said('for all to see', under(direct, root)),
  'message-im-edited': nothing,
  'message-im-deleted': nothing,
  'message-im-me': nothing,
  'message-im-of-our-own': nothing,
  'message-im-of-our-own-changed': nothing,
  'message-im-from-another-bot': nothing,
  'message-im-from-slackbot': nothing,
  'message-in-channel': nothing,
  'message-in-private-channel': nothing,
  'message-channel-join': nothing,

  'app-mention-as-documented': {
    ...said('is it everything a river should be?', under(channel, '1515449522.000016')),
  },
  'app-mention': said('may I tag parents?', under(channel, message)),
  'app-mention-in-thread': said('may I tag parents?', under(channel, root)),
  'app-mention-on-invitation': said('', under(channel, message)),
  'app-mention-in-direct-message': nothing,
  'app-mention-by-editing': nothing,
  'app-mention-by-a-bot': nothing,

  'app-home-opened': opened('home', alone),
  'app-home-opened-again': opened('home', alone),
  'app-home-opened-messages': opened('chat', direct),
  'assistant-thread-started': opened('chat', under(direct, root)),
  'assistant-thread-context-changed': nothing,
  'app-context-changed': nothing,
  'team-join': nothing,
  'user-change': nothing,
  'user-change-deactivated': nothing,
  'subteam-members-changed': nothing,
  'member-joined-channel': nothing,
  'reaction-added': nothing,
  'tokens-revoked': nothing,
  'app-uninstalled': nothing,
  'app-rate-limited': nothing,
  'url-verification': nothing,

  command: asked('may I post photos?', channel),
  'command-without-words': asked('', direct),
  'command-of-a-grid': asked('may I post photos?', channel),
  'command-of-another-app': nothing,

  'press-in-channel': pressed(under(channel, message)),
  'press-in-thread': pressed(under(channel, root)),
  'press-in-direct-message': pressed(direct),
  'press-on-ephemeral': pressed(under(channel, root)),
  'press-forged': pressed(under(channel, message), {}, '{"do":"sack-everybody"}'),
  'press-with-form': pressed(direct, { ...draft, where: '' }),
  'press-on-home': pressed(alone),
  'press-in-modal': pressed(alone),
  'press-on-menu': pressed(under(channel, message), {}, 'yes'),
  'press-on-link': nothing,
  'view-submission': pressed(alone, draft),
  'view-closed': nothing,
  shortcut: { kind: 'began-check', account: ada, place: alone },
  'shortcut-of-another-app': nothing,
  'message-action': {
    kind: 'began-check',
    account: ada,
    place: alone,
    draft: 'Well done @Ben Cook! Photos: https://photos.example/1',
  },
  'message-action-on-bot-message': { kind: 'began-check', account: ada, place: alone, draft: 'The build is green.' },
  'block-suggestion': nothing,
  'interactive-message-of-old': nothing,
}

describe('payloads of Slack', () => {
  it('are all here, and none is forgotten', () => {
    expect(recorded()).to.have.members(Object.keys(expected))
  })

  for (const [name, event] of Object.entries(expected)) {
    it(`${name}: ${event === nothing ? 'left alone' : 'heard'}`, () => {
      expect(withoutId(heard(name))).to.deep.equal(event)
    })
  }

  it('have the same id when they come again, and each its own', () => {
    const ids = recorded().flatMap((name) => heard(name)?.id ?? [])
    expect(recorded().flatMap((name) => heard(name)?.id ?? [])).to.deep.equal(ids)
    expect(new Set(ids)).to.have.property('size', ids.length)
  })

  it('with something missing or of the wrong kind are left alone, not stumbled over', () => {
    for (const name of recorded()) {
      const body = read(name)
      for (const key of Object.keys(body)) {
        expect(() => toEvent({ ...body, [key]: undefined }, self), `${name} without ${key}`).not.to.throw()
        expect(() => toEvent({ ...body, [key]: 7 }, self), `${name} with an odd ${key}`).not.to.throw()
      }
    }
    for (const odd of [null, 7, 'text', [], {}]) expect(toEvent(odd, self)).to.equal(undefined)
  })
})

function recorded(): string[] {
  return readdirSync(folder).map((file) => file.replace(/\.json$/, ''))
}

function read(name: string): Record<string, unknown> {
  // A recorded payload is known to be an object; nothing else is known of it.
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Record<string, unknown>
}

function heard(name: string): ChatEvent | undefined {
  return toEvent(read(name), self)
}

function withoutId(event: ChatEvent | undefined): object | undefined {
  if (event === undefined) return undefined
  const { id, ...rest } = event
  expect(id).to.match(/^slack:./)
  return rest
}
