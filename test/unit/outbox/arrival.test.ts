// How much of an arrival is recorded, what happens to one that was left unanswered, and where its answer goes.
import { expect } from 'chai'
import type { ChatEvent } from '../../../src/chat/events.ts'
import { here, privately } from '../../../src/chat/replies.ts'
import { arrivalOf, nextFor, placeFor } from '../../../src/outbox/arrival.ts'
import type { Unsettled } from '../../../src/ports/outbox.ts'
import { plainCard } from '../../kit/slackbot.ts'

const at = new Date('2026-11-23T09:00:00Z')
const account = { platform: 'slack', id: 'U1' } as const
const place = { platform: 'slack', id: 'C1', kind: 'shared' } as const
const base = { id: 'E1', account, place } as const
const said: ChatEvent = { ...base, kind: 'said', text: 'who signs?' }

describe('outbox: what is written down of what arrived', () => {
  it('of a question all, but what others wrote', () => {
    const seen = { quoted: ['a parent’s words'], pictures: 1, files: ['plan.pdf'], emoji: [] }
    const arrival = arrivalOf({ ...said, seen }, { at, content: { kind: 'plain' } })
    expect(arrival?.kind).to.equal('answer')
    const event: unknown = arrival?.kind === 'answer' ? JSON.parse(arrival.event) : undefined
    expect(event).to.deep.equal({ ...said, seen: { ...seen, quoted: [] } })
  })

  it('of a draft and an urgent message not a word', () => {
    expect(arrivalOf(said, { at, content: { kind: 'draft' } })).to.deep.equal({ ...base, at, kind: 'draft' })
    const urgent = arrivalOf(said, { at, content: { kind: 'urgent', need: 'harm' } })
    expect(urgent).to.deep.equal({ ...base, at, kind: 'urgent', need: 'harm' })
  })

  const table: readonly (readonly [what: string, event: ChatEvent, written: boolean])[] = [
    ['a search while typing', { ...base, kind: 'searched', query: 'phones' }, false],
    ['the home page', { ...base, kind: 'opened', surface: 'home' }, false],
    ['the first sight of a conversation', { ...base, kind: 'opened', surface: 'chat' }, true],
    ['somebody who does not belong', { ...said, outsider: true }, false],
    ['the web page', { ...said, account: { platform: 'web', id: 'v1' } }, false],
    ['Teams', { ...said, account: { platform: 'teams', id: 't1' } }, true],
  ]
  for (const [what, event, written] of table)
    it(`${what}: ${written ? 'is written down' : 'nothing'}`, () =>
      expect(arrivalOf(event, { at, content: { kind: 'plain' } }) !== undefined).to.equal(written))
})

describe('outbox: what is done with what is left', () => {
  const left = (given: Partial<Unsettled> = {}): Unsettled =>
    ({ ...base, at, kind: 'answer', event: '{}', tries: 1, ...given }) as Unsettled
  const later = (minutes: number, milliseconds = 0) => new Date(at.getTime() + minutes * 60_000 + milliseconds)
  const answer = { kind: 'answer', event: '{}' }
  const late = { kind: 'ask-again', why: 'late' }

  it('is answered within the hour, and then the person is asked whether they still need it', () => {
    expect(nextFor(left(), at)).to.deep.equal(answer)
    expect(nextFor(left(), later(60))).to.deep.equal(answer)
    expect(nextFor(left(), later(60, 1))).to.deep.equal(late)
  })

  it('is given up as soon as it has ended the program often', () => {
    expect(nextFor(left({ tries: 4 }), at)).to.deep.equal(answer)
    expect(nextFor(left({ tries: 5 }), at)).to.deep.equal(late)
  })

  it('help is never too late', () => {
    const urgent = { ...base, at, kind: 'urgent', need: 'harm', tries: 99 } as const
    expect(nextFor(urgent, later(10_000))).to.deep.equal({ kind: 'urgent', need: 'harm' })
  })

  it('a draft is asked for once more, however old it is', () => {
    const draft = { ...base, at, kind: 'draft', tries: 1 } as const
    for (const now of [at, later(10_000)])
      expect(nextFor(draft, now)).to.deep.equal({ kind: 'ask-again', why: 'draft' })
  })

  it('is answered where others read the question, and else to the person alone', () => {
    const alone = { platform: 'slack', id: 'U1', kind: 'private' } as const
    const dm = { platform: 'slack', id: 'D1', kind: 'private' } as const
    const card = plainCard('Answer')
    expect(placeFor(here(card), left(), true)).to.deep.equal(place)
    expect(placeFor(here(card), left(), false), 'a press').to.deep.equal(alone)
    expect(placeFor(privately(card), left(), true)).to.deep.equal(alone)
    expect(placeFor(privately(card), left({ place: dm }), false)).to.deep.equal(dm)
  })
})
