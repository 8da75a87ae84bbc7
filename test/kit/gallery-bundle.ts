// The cards of a bundle for the gallery: the certificate for all of it, and its timeline.
import { roundTimelineOf } from '../../src/bundle/timeline.ts'
import { showTimelineCard } from '../../src/campaign/timeline-cards.ts'
import type { Card } from '../../src/chat/cards.ts'
import { showBundleReceipt } from '../../src/declaration/bundle-card.ts'
import type { FactOf } from '../../src/journal/types.ts'
import type { Campaign } from '../../src/standing/campaigns.ts'
import type { Round } from '../../src/standing/rounds.ts'
import { weekdaysAllYear } from './calendar.ts'
import { day } from './evidence.ts'

const titles = ['Attendance Policy', 'Code of Conduct for All Adults Who Work or Volunteer at the School']
const hashOf = (digit: string) => digit.repeat(64)
const at = new Date('2026-09-14T15:20:00Z')
const zone = 'Europe/London'

function signature(n: number) {
  const fact: FactOf<'signed'> = {
    ...{ kind: 'signed', policy: `policy-${n}`, edition: '2026-09', person: 'priya', statements: [], zone },
    ...{ wording: hashOf('a'), text: hashOf('b'), how: 'chat', platform: 'slack', practice: false },
    read: { opened: 4, of: 12, first: '2026-09-07T08:05:00.000Z', last: '2026-09-14T15:10:00.000Z' },
  }
  const hash = hashOf(String(n + 1))
  const entry = { seq: 40 + n, id: `e${n}`, at, fact, hidden: {}, before: hashOf('0'), hash }
  return { entry, hidden: { known: 'Priya Nair' }, text: `${titles[n] ?? ''}\n…`, withdrawn: undefined }
}

const round = { id: 'september-pack.1', bundle: 'september-pack', title: 'September pack' }
const bundleSigned: FactOf<'bundle-signed'> = {
  ...{ kind: 'bundle-signed', policy: 'policy-0', person: 'priya', round, zone, practice: false },
  ...{ signatures: ['e0', 'e1'], excused: ['lone-working'] },
}
const entry = { seq: 42, id: 'e2', at, fact: bundleSigned, hidden: {}, before: hashOf('0'), hash: hashOf('c') }

function part(n: number, due: string): Campaign {
  return {
    ...{ id: `policy-${n}.1`, policy: `policy-${n}`, edition: '2026-09', practice: false },
    audience: { everybody: true, groups: [], roles: [], people: [] },
    due: day(due),
    openedOn: day('2026-09-01'),
    closedOn: undefined,
    rhythm: undefined,
    pausedOn: undefined,
  }
}

const asked: Round = { ...round, practice: false, parts: [part(0, '2026-09-30'), part(1, '2026-10-14')] }
const timeline = roundTimelineOf({
  round: asked,
  reminders: { before: [7, 0], every: 7 },
  calendar: weekdaysAllYear,
  today: day('2026-09-14'),
  turned: [],
  signed: { total: 12, days: [day('2026-09-02'), day('2026-09-14')] },
  titleOf: () => titles[1] ?? '',
})
if (timeline === undefined) throw new Error('the bundle has no timeline')

export const bundleCards: Readonly<Record<string, Card>> = {
  'bundle certificate': showBundleReceipt(
    { entry, hidden: { known: 'Priya Nair' }, signatures: [signature(0), signature(1)] },
    { kind: 'link', url: 'https://policies.school.example/certificate/abc.pdf' },
  ),
  'bundle timeline': showTimelineCard(timeline, {
    url: 'https://policies.school.example/timeline/def.png',
    more: 'It goes on until everybody has signed.',
    back: { label: 'Back to the bundle', action: { do: 'bundle', bundle: 'september-pack' } },
    practice: false,
  }),
}
