// Cards of every kind, and edge cases that platforms handle badly, of which each platform's rendering is tested.
import { showHandedOver, showHandForm, showTakenBack } from '../../src/campaign/hand-cards.ts'
import { showMinded } from '../../src/campaign/mind-cards.ts'
import type { Campaign } from '../../src/standing/campaigns.ts'
import { monthsFix } from '../../src/recurring/read-months.ts'
import { showAllRecurring, showMonthsForm, showRecurring, type RecurringView } from '../../src/recurring/cards.ts'
import type { Day } from '../../src/kit/days.ts'
import { sayTimeline, type Timeline } from '../../src/kit/timeline.ts'
import { aPerson } from './evidence.ts'
import { bundleCards } from './gallery-bundle.ts'
import { buttons, note, plain, strong, text, type Button, type Card } from '../../src/chat/cards.ts'

const cites = { policy: 'social-media', edition: '2015-10', section: '6.d' }
const way = { scenario: 'can-i-post-this', answers: { where: 'own-account' }, found: ['year-group'] }
const read = (section: string, label: string): Button => ({ label, action: { do: 'read', ...cites, section } })
const again: RecurringView = {
  again: {
    title: 'September pack for everybody who teaches, helps or governs here',
    round: undefined,
    campaign: {
      ...{ id: 'september-pack@2026-09.12', policy: 'september-pack', edition: '2026-09', practice: false },
      audience: { everybody: true, groups: [], roles: [], people: [] },
      due: '2026-09-30' as Day,
      openedOn: '2026-09-01' as Day,
      closedOn: undefined,
      rhythm: undefined,
      pausedOn: undefined,
      recurs: { every: 'year', after: '2026-09-01' as Day },
    },
  },
  next: {
    kind: 'round',
    opens: '2027-09-01' as Day,
    due: '2027-10-03' as Day,
    line: 'On 1 September 2027 people would be asked for 40 documents by 3 October 2027.',
    doubts: [{ kind: 'day-off', what: '3 October 2027 is a Sunday.' }],
    items: Array.from({ length: 60 }, (_, n) => `Policy ${n + 1}: 140 people are asked to sign; 3 are away then.`),
  },
  agreedBy: undefined,
  hindrance: undefined,
  against: ['This round: 12 of 40 have signed. Last round, by 15 September 2025: 9 of 38.'],
}
const sentence = 'People say what they mean, and mean what they say. '

const day = (text: string) => text as Day
const handedOne: Campaign = { ...again.again.campaign, recurs: undefined }
const handed = { campaigns: [handedOne], titleOf: () => 'Social Media Policy' }
const aTimeline: Timeline = {
  label: 'Timeline: Social Media Policy',
  from: day('2026-10-05'),
  to: day('2026-11-16'),
  today: day('2026-11-04'),
  marks: [
    { day: day('2026-10-05'), says: 'opened' },
    { day: day('2026-11-02'), says: 'reminder 7 days before' },
    { day: day('2026-11-06'), says: 'reminder 3 days before, changed <again>' },
    { day: day('2026-11-09'), says: 'due, reminder on the day' },
    { day: day('2026-11-10'), says: 'line managers hear who is late' },
    { day: day('2026-11-16'), says: 'reminder 7 days after' },
  ],
  shaded: { says: 'Holidays and closed days', spans: [{ from: day('2026-10-24'), to: day('2026-11-01') }] },
  line: {
    says: 'signed so far',
    total: 20,
    points: [
      { day: day('2026-10-05'), count: 2 },
      { day: day('2026-10-12'), count: 5 },
      { day: day('2026-11-03'), count: 9 },
    ],
  },
}

export const gallery: Readonly<Record<string, Card>> = {
  answered: {
    title: '6.d Reputation',
    tone: 'answered',
    summary: '6.d Reputation: think before you post. (Social Media Policy 6.d, edition October 2015)',
    blocks: [
      {
        kind: 'quote',
        text: [strong('Think before you post anything.'), { text: ' A post is hard to take back. …' }],
        source: 'Social Media Policy 6.d, edition October 2015 · summary',
      },
      text(strong('The policy stops here. '), 'It announces a list and gives none.'),
      buttons(
        { ...read('6.d', 'Read the whole section'), main: true },
        { label: 'Share with the channel', action: { do: 'share', card: 'q-1', ...cites } },
        { label: 'Who can I ask?', action: { do: 'whom', policy: 'social-media' }, more: true },
        { ...read('6.e', 'See also 6.e Friends'), more: true },
        { ...read('7', 'See also 7 Bullying'), more: true },
        { label: 'About this answer', action: { do: 'because', question: 'q-1', ...cites }, more: true },
      ),
      {
        kind: 'rating',
        helped: { label: 'This helped', action: { do: 'rate', question: 'q-1', helpful: true } },
        not: { label: 'It did not help', action: { do: 'rate', question: 'q-1', helpful: false } },
      },
    ],
  },
  unsure: {
    title: 'This may be what you mean',
    tone: 'unsure',
    summary: 'I am not sure. This may be what you mean: 6.d Reputation.',
    blocks: [
      { kind: 'quote', text: plain('Think before you post.'), source: '6.d Reputation · Social Media Policy 6.d' },
      { kind: 'quote', text: plain('Be kind.'), source: '7 Bullying · Social Media Policy 7' },
      buttons(
        { ...read('6.d', 'Read 6.d Reputation'), spoken: 'Read 6.d Reputation' },
        { ...read('7', 'Read 7 Bullying'), spoken: 'Read 7 Bullying' },
      ),
    ],
  },
  'not-covered': {
    title: 'I can’t find that in the policies I know',
    tone: 'not-covered',
    summary: 'I can’t find that in the policies I know.',
    blocks: [text('I looked in: Social Media Policy.')],
  },
  urgent: {
    title: 'If a child may be in danger',
    tone: 'urgent',
    summary: 'If a child may be in danger: speak to the safeguarding lead now.',
    blocks: [
      {
        kind: 'list',
        ordered: true,
        items: [plain('Speak to the safeguarding lead now.'), plain('Do not investigate.')],
      },
      note('What you wrote here is not kept.'),
    ],
  },
  draft: {
    title: 'Can I post this?',
    tone: 'plain',
    summary: 'Can I post this? Paste your draft, or go on without one.',
    blocks: [
      text('A few questions, and you know where you stand.'),
      {
        kind: 'form',
        form: {
          fields: [
            {
              kind: 'lines',
              id: 'draft',
              label: 'Your draft',
              hint: 'It is read once and not kept.',
              required: false,
              max: 10_000,
            },
            { kind: 'line', id: 'where', label: 'Where?', required: true, max: 80 },
          ],
          submit: {
            label: 'Check this draft for me now',
            action: { do: 'draft', scenario: 'can-i-post-this' },
            main: true,
          },
        },
      },
    ],
  },
  question: {
    title: 'Does it show or name a pupil of the school?',
    tone: 'plain',
    summary: 'Does it show or name a pupil? Yes, no, or I don’t know.',
    blocks: [
      text('Does it show or name a pupil?'),
      note('A first name or a year group counts.'),
      buttons(
        ...(['yes', 'no', 'unknown'] as const).map((choice) => ({
          label: { yes: 'Yes', no: 'No', unknown: 'I don’t know' }[choice],
          action: { do: 'answer', ...way, question: 'pupil', choice } as const,
        })),
      ),
      buttons({ label: 'Change: where', action: { do: 'revisit', ...way, question: 'where' } }),
    ],
  },
  'go-ahead': {
    title: 'Go ahead',
    tone: 'go-ahead',
    summary: 'Go ahead: nothing in the policy speaks against it.',
    blocks: [
      { kind: 'list', ordered: false, items: [[strong('Your own account: '), { text: 'say that it is you.' }]] },
    ],
  },
  caution: {
    title: 'Ask first',
    tone: 'caution',
    summary: 'Ask first.',
    blocks: [text('Ask the senior leadership team.')],
  },
  stop: { title: 'Do not post this', tone: 'stop', summary: 'Do not post this.', blocks: [text('It names a pupil.')] },
  declaration: {
    title: 'Sign the declaration',
    tone: 'plain',
    summary: 'Tick each statement, type your name, and press Sign.',
    blocks: [
      text('One statement is not ticked.'),
      {
        kind: 'form',
        form: {
          fields: [
            { kind: 'check', id: 's0', label: 'I have read it.', tick: 'I confirm this', required: true, ticked: true },
            {
              kind: 'check',
              id: 's1',
              label: 'I know whom to ask.',
              tick: 'I confirm this',
              required: true,
              error: 'Tick this if you stand by it.',
            },
            { kind: 'line', id: 'name', label: 'Your name', required: true, max: 120, value: 'Priya Nair' },
            {
              kind: 'choice',
              id: 'group',
              label: 'Group',
              hint: 'Where you work.',
              required: true,
              options: [
                { id: 'teaching', label: 'Teaching' },
                { id: 'none', label: 'No group yet' },
              ],
              value: 'none',
            },
          ],
          submit: {
            label: 'Sign',
            action: { do: 'sign', policy: 'social-media', edition: '2015-10', wording: '0'.repeat(64) },
            main: true,
          },
        },
      },
    ],
  },
  understanding: {
    title: 'Not quite: question 2 of 8',
    tone: 'plain',
    summary: 'Not quite: question 2 of 8. The policy says it otherwise. What do you do with a visitor?',
    blocks: [
      text('The policy says it otherwise. Here is the section: read it, and try again.'),
      text(strong('2 Walking about the school')),
      { kind: 'quote', text: plain('A visitor is never left alone with pupils.'), source: '' },
      note('Visitors Policy 2, edition September 2026'),
      { kind: 'heading', text: 'What do you do with a visitor whom you invited?' },
      buttons(
        ...['I stay with them', 'I ask the office to look after them, and go on with my own work meanwhile'].map(
          (label, chosen) => ({
            label,
            action: {
              do: 'understand',
              policy: 'visitors',
              edition: '2026-09',
              question: 'alone.1',
              chosen,
              again: true,
            },
          }),
        ),
      ),
      note('How often you try is not counted or kept.'),
    ],
  },
  register: {
    title: 'Register',
    tone: 'plain',
    summary: '13 of 20 have signed.',
    blocks: [
      {
        kind: 'bars',
        label: 'Signed, by group',
        bars: [
          { label: 'Teaching', count: 12, total: 12, spoken: '12 of 12 have signed' },
          { label: 'Governors', count: 1, total: 8, spoken: '1 of 8 have signed' },
          { label: 'No group yet', count: 0, total: 0, spoken: 'Nobody is asked to sign yet' },
        ],
      },
      {
        kind: 'table',
        head: ['Name', 'Group', 'Standing'],
        rows: [
          ['Łukasz <Nowak> & Söhne', 'teaching staff', 'signed on 3 September 2026'],
          ['Siobhán O’Brien-Featherstonehaugh', 'governors', 'asked, not begun, due 18 December 2026'],
        ],
      },
      { kind: 'link', label: 'Receipt as a PDF', url: 'https://policies.school.example/receipt/abc' },
    ],
  },
  progress: {
    title: 'How it stands',
    tone: 'plain',
    summary: '13 of 20 have signed.',
    blocks: [
      {
        kind: 'chart',
        label: 'Signed, by group',
        parts: ['Signed', 'Outstanding'],
        bars: [
          { label: 'Teaching', count: 12, total: 12, spoken: '12 of 12 have signed' },
          { label: 'Governors', count: 1, total: 8, spoken: '1 of 8 have signed' },
          { label: 'No group yet', count: 0, total: 0, spoken: 'Nobody is asked to sign yet' },
        ],
      },
      {
        kind: 'file',
        label: 'Receipt as a PDF',
        name: 'receipt.pdf',
        content: new TextEncoder().encode('%PDF-1.7'),
        otherwise: 'A senior leader can print this for you.',
      },
    ],
  },
  timeline: {
    title: 'Timeline: Social Media Policy',
    tone: 'plain',
    summary: 'Timeline: Social Media Policy. 9 of 20 have signed.',
    blocks: [
      { kind: 'timeline', timeline: aTimeline, url: 'https://policies.school.example/timeline/abc.png' },
      { kind: 'list', ordered: false, items: sayTimeline(aTimeline).map(plain) },
    ],
  },
  ...bundleCards,
  'to hand on': showHandForm(
    {
      what: handed,
      about: { policy: handedOne.policy, campaign: handedOne.id },
      holder: 'Priya Nair',
      among: [],
      back: { do: 'campaigns', policy: handedOne.policy },
    },
    { fields: {}, errors: {} },
  ),
  'handed to you': showHandedOver(handed, 'Joanne Clarke'),
  'taken back': showTakenBack(handed),
  'with you': showMinded({
    campaign: handedOne,
    title: 'Social Media Policy',
    zone: 'Europe/London',
    show: 'owes',
    later: false,
    minded: {
      counts: { owes: 2, signed: 11, excused: 1 },
      rows: ['Daniel Hughes', 'Sam O’Neill-Featherstonehaugh'].map((name, n) => ({
        person: aPerson(`p${n}`, { name }),
        standing: { kind: 'asked', due: handedOne.due },
        reminded: n,
      })),
      next: undefined,
    },
  }),
  'people’s own words': {
    title: '<!channel> *bold* & <@U012AB3CD>',
    tone: 'plain',
    summary: '<!channel> *bold* & <@U012AB3CD> said <https://example.org|this>',
    blocks: [
      text('<!here> & ', strong('<@U012AB3CD>'), ' :tada: `code`'),
      { kind: 'quote', text: plain('> quoted\u0000\u202E \uD83D'), source: '<#C012AB3CD>' },
      buttons({ label: '<!channel>', action: { do: 'help' }, spoken: '<!channel> & more' }),
    ],
  },
}

/** Too long, too many or too few: a golden file would make these no easier to check. */
export const edges: Readonly<Record<string, Card>> = {
  'long section': {
    title:
      '9 Everything there is to say about everything, which is more than fits into any title that a platform would show in full on a telephone, and then some more of it',
    tone: 'plain',
    summary: sentence.repeat(100),
    blocks: [
      { kind: 'quote', text: plain(sentence.repeat(150)), source: 'Social Media Policy 9' },
      { kind: 'list', ordered: true, items: Array.from({ length: 90 }, (_, n) => plain(`${n + 1}: ${sentence}`)) },
    ],
  },
  'ask again': showRecurring(again),
  'ask again after months': showMonthsForm(again.again, { fields: { months: '99' }, errors: { months: monthsFix } }),
  'all that recurs': showAllRecurring(
    Array.from({ length: 14 }, () => ({ again: again.again, state: 'It is asked for again each year.' })),
    true,
  ),
  'many sections': {
    title: 'All sections',
    tone: 'plain',
    summary: 'A policy with sixty sections.',
    blocks: Array.from({ length: 60 }, (_, n) =>
      buttons(
        read(`${n + 1}`, `${n + 1} A section with a title that goes on for rather longer than a button’s label may`),
      ),
    ),
  },
  'next to nothing': {
    title: '',
    tone: 'plain',
    summary: '',
    blocks: [
      text(''),
      note(''),
      { kind: 'list', ordered: false, items: [] },
      { kind: 'quote', text: plain(''), source: '' },
      buttons(),
      { kind: 'heading', text: '' },
    ],
  },
}
