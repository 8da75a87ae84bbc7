// Activities in the shape of Microsoft's own documentation become the right events: we read what Teams really sends.
import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import { toEvent } from '../../adapters/teams/hear.ts'
import type { ChatEvent } from '../../src/chat/events.ts'
import type { Place } from '../../src/chat/people.ts'

const folder = new URL('teams/', import.meta.url)
const ada = { platform: 'teams', id: '11111111-0000-4000-8000-000000000001' } as const
const chat: Place = { platform: 'teams', id: 'a:chat', kind: 'private' }
const group: Place = { platform: 'teams', id: '19:group@thread.v2', kind: 'shared' }
const thread: Place = { platform: 'teams', id: '19:staff@thread.tacv2', kind: 'shared', thread: '1795424000007' }
const alone: Place = { platform: 'teams', id: ada.id, kind: 'private' }

const said = (text: string, place: Place) => ({ kind: 'said', account: ada, place, text }) as const
const pressed = (place: Place, fields = {}, packed = '1{"do":"help"}') =>
  ({ kind: 'pressed', account: ada, place, packed, fields }) as const
const draft = { draft: 'Look at Mia!' }
const began = { kind: 'began-check', account: ada, place: alone } as const
const searched = (query: string) => ({ kind: 'searched', account: ada, place: alone, query }) as const
const joined = { kind: 'joined', account: ada, place: chat } as const
const nothing = undefined

const onePicture = { quoted: [], pictures: 1, files: [], emoji: [] }
const expected: Readonly<Record<string, object | undefined>> = {
  'message-personal': said('May I post photos?', chat),
  'message-channel-mention': said('may I tag parents?', thread),
  'message-group-mention': said('sections', group),
  'message-with-file': { ...said('is this all right?', chat), seen: { ...onePicture } },
  'message-without-words': { ...said('', chat), seen: { ...onePicture } },
  'message-of-our-own': nothing,
  'message-submit': pressed(chat, draft),
  'message-update': nothing,
  'message-delete': nothing,
  'message-reaction': nothing,
  press: pressed(thread, { ...draft, where: '' }),
  'press-forged': pressed(chat, {}, '{"do":"sack-everybody"}'),
  'press-of-another-app': nothing,
  refresh: nothing,
  'dialog-fetch': nothing,
  'dialog-submit': pressed(alone, draft),
  search: searched('photos'),
  'search-initial': searched(''),
  'search-of-another-command': nothing,
  'action-on-message': { ...began, draft: 'Look at @Mia & Tom!' },
  'action-on-draft': began,
  'action-submit': pressed(alone, draft),
  'unknown-invoke': nothing,
  installed: joined,
  'installed-in-team': nothing,
  removed: nothing,
  upgraded: nothing,
  'members-added-personal': joined,
  'members-added-team': nothing,
  'channel-renamed': nothing,
  typing: nothing,
  'end-of-conversation': nothing,
}

describe('activities of Teams', () => {
  it('are all here, and none is forgotten', () => {
    expect(recorded()).to.have.members(Object.keys(expected))
  })

  for (const [name, event] of Object.entries(expected)) {
    it(`${name}: ${event === nothing ? 'left alone' : 'heard'}`, () => {
      expect(withoutId(toEvent(read(name)))).to.deep.equal(event)
    })
  }

  it('with something missing or of the wrong kind are left alone, not stumbled over', () => {
    for (const name of recorded()) {
      const body = read(name)
      for (const key of Object.keys(body)) {
        for (const odd of [undefined, null, 7, 'text', [], {}])
          expect(() => toEvent({ ...body, [key]: odd }), `${name} with an odd ${key}`).not.to.throw()
      }
    }
    for (const odd of [null, 7, 'text', [], {}]) expect(toEvent(odd)).to.equal(undefined)
  })
})

function recorded(): string[] {
  return readdirSync(folder).map((file) => file.replace(/\.json$/, ''))
}

function read(name: string): Record<string, unknown> {
  // A recorded activity is known to be an object; nothing else is known of it.
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Record<string, unknown>
}

function withoutId(event: ChatEvent | undefined): object | undefined {
  if (event === undefined) return undefined
  const { id, ...rest } = event
  expect(id).to.match(/^teams:./)
  return rest
}
