// From what was read to what SLT is told: the summary, the parts, and a single line where there is nothing to tell.
import { house } from '../../kit/house.ts'
import { expect } from 'chai'
import { totalsOf } from '../../../src/standing/totals.ts'
import type { Campaign } from '../../../src/standing/campaigns.ts'
import { unstyled, type Block, type Card } from '../../../src/chat/cards.ts'
import { buildDigest, withoutNames } from '../../../src/digest/build.ts'
import { showDigest, showDigestPart } from '../../../src/digest/cards.ts'
import type { Digest, Gathered, ToldEntry } from '../../../src/digest/types.ts'
import { sayParts, sayQuiet } from '../../../src/digest/words.ts'
import { writeDigest } from '../../../src/digest/write.ts'
import { matterAbout } from '../../../src/turn/matter.ts'
import type { Fact } from '../../../src/journal/types.ts'
import { openShelf } from '../../../src/policy/shelf.ts'
import { reviewStanding } from '../../../src/review/standing.ts'
import { anEdition, aPolicy, aSection } from '../../kit/builders.ts'
import { aPerson, day } from '../../kit/evidence.ts'

const edition = anEdition({
  nextReview: '2028-10',
  sections: [aSection('1', 'Reputation', 'Be kind.'), aSection('2', 'Declaration', 'I am kind.')],
})
const policy = { ...aPolicy(edition), declaration: '2' }
const on = day('2026-11-23')
const shelf = openShelf([policy], on, () => undefined)
const campaign: Campaign = {
  id: 'c1',
  policy: policy.id,
  edition: edition.id,
  audience: { everybody: true, groups: [], roles: [], people: [] },
  due: day('2026-11-20'),
  openedOn: day('2026-11-02'),
  closedOn: undefined,
  practice: false,
  rhythm: undefined,
  pausedOn: undefined,
}
const about = { policy: policy.id, edition: edition.id }

function totals(
  ...groups: readonly (readonly ['teaching' | 'governor', number, number])[]
): Gathered['policies'][number]['totals'] {
  const asOf = matterAbout(policy, edition, { today: on, joinerDays: 14 })?.asOf
  if (asOf === undefined) throw new Error('there is nothing to sign')
  const signed = { edition: edition.id, entry: 'e', wording: asOf.wordings.get(edition.id)?.[0] ?? '', at: new Date(0) }
  const tally = groups.flatMap(([group, count, outstanding]) => [
    {
      person: aPerson('a', { group }),
      count,
      involvement: { signed, open: undefined, excused: undefined, reading: undefined },
    },
    { person: aPerson('b', { group }), count: outstanding, involvement: undefined },
  ])
  return totalsOf(tally, { marks: new Map(), campaigns: [campaign], asOf })
}

function gathered(given: Partial<Gathered> = {}): Gathered {
  return {
    on,
    words: house.words,
    since: day('2026-11-16'),
    zone: 'Europe/London',
    school: 'Hilltop School',
    practice: false,
    shelf,
    policies: [
      { policy: policy.id, title: edition.title, totals: totals(['teaching', 3, 0]), overdue: { first: [], count: 0 } },
    ],
    campaigns: [campaign],
    moved: { began: 0, left: 0 },
    signed: new Map(),
    signedMore: false,
    happened: [],
    happenedMore: false,
    questions: { unanswered: { first: [], count: 0 }, unhelpful: { first: [], count: 0 }, mostAsked: [], asked: 0 },
    notices: [],
    noticesMore: false,
    reviews: [reviewStanding(policy, edition, on)],
    cares: [],
    head: { seq: 7, hash: 'f'.repeat(64) },
    outside: undefined,
    ...given,
  }
}

let ids = 0
const told = (fact: Fact, given: Partial<ToldEntry> = {}): ToldEntry => ({
  entry: { seq: ++ids, id: `e${ids}`, at: new Date('2026-11-18T10:00:00Z'), fact, hidden: {}, before: '', hash: '' },
  name: 'Priya Nair',
  words: undefined,
  ...given,
})
const lines = (given: Partial<Gathered>) => sayParts(buildDigest(gathered(given)))

function textsOf(card: Card): string {
  const say = (block: Block): string => {
    switch (block.kind) {
      case 'text':
      case 'note':
        return unstyled(block.text)
      case 'list':
        return block.items.map(unstyled).join('\n')
      case 'buttons':
        return block.buttons.map(({ label }) => `[${label}]`).join(' ')
      case 'chart':
        return [block.label, ...block.bars.map(({ label, spoken }) => `${label}: ${spoken}`)].join('\n')
      case 'heading':
        return block.text
      default:
        return ''
    }
  }
  return [card.title, ...card.blocks.map(say)].join('\n')
}

describe('digest: built', () => {
  for (const [what, given, expected] of [
    ['signatures counted', { signed: new Map([[policy.id, 12]]) }, ['12 people have signed the Social Media Policy.']],
    ['one signature', { signed: new Map([[policy.id, 1]]) }, ['1 person has signed the Social Media Policy.']],
    [
      'more than are counted',
      { signed: new Map([[policy.id, 5000]]), signedMore: true },
      ['At least 5,000 people have signed the Social Media Policy.'],
    ],
    ['who began and left', { moved: { began: 2, left: 1 } }, ['2 people have started.', '1 person has left.']],
    ['nobody who began where nobody is asked', { moved: { began: 2, left: 1 }, campaigns: [] }, []],
    [
      'a campaign opened',
      {
        happened: [
          told({
            kind: 'campaign-opened',
            ...about,
            campaign: 'c1',
            audience: campaign.audience,
            due: campaign.due,
            by: 'operator',
            practice: false,
          }),
        ],
      },
      ['Staff were asked to sign the Social Media Policy by 20 November 2026.'],
    ],
    [
      'a campaign paused',
      { happened: [told({ kind: 'campaign-paused', policy: policy.id, campaign: 'c1', by: 'operator' })] },
      ['The campaign for the Social Media Policy, due 20 November 2026, was paused.'],
    ],
    [
      'an edition marked',
      { happened: [told({ kind: 'edition-marked', ...about, change: 'editorial', by: 'operator', practice: false })] },
      ['Edition 2015-10 of the Social Media Policy was marked editorial: signatures before it stand.'],
    ],
    [
      'a review recorded',
      {
        happened: [
          told({
            kind: 'reviewed',
            ...about,
            outcome: { kind: 'postponed', until: day('2027-01-31') },
            on,
            by: 'operator',
            practice: false,
          }),
        ],
      },
      ['The Social Media Policy has its review postponed until 31 January 2027.'],
    ],
    [
      'withdrawals and excuses counted, without names',
      {
        happened: [
          told({ kind: 'withdrawn', ...about, person: 'p', entry: 'e', by: 'operator' }),
          told({ kind: 'excused', policy: policy.id, person: 'p', by: 'operator' }),
          told({ kind: 'excused', policy: policy.id, person: 'q', by: 'operator' }),
        ],
      },
      ['1 signature was withdrawn.', '2 people were excused from signing.'],
    ],
    [
      'a concern',
      { happened: [told({ kind: 'raised', ...about, person: 'p', what: 'concern' }, { words: 'It is long.' })] },
      ['1 concern, question to you or refusal came in.'],
    ],
    [
      'questions, and what was asked most',
      {
        questions: {
          unanswered: { first: ['may I park here?'], count: 3 },
          unhelpful: { first: ['x'], count: 1 },
          mostAsked: [{ policy: policy.id, section: '1', count: 4 }],
          asked: 9,
        },
      },
      [
        '9 questions were asked of me; 3 found no sure answer.',
        '1 answer was marked “did not help”.',
        'Asked about most: Social Media Policy, 1 Reputation.',
      ],
    ],
  ] as const satisfies readonly (readonly [string, Partial<Gathered>, readonly string[]])[]) {
    it(`tells of ${what}`, () => expect(lines(given)).to.deep.equal(expected))
  }

  it('says nothing new in one line', () => {
    const digest = buildDigest(gathered())
    expect(digest.state).to.equal('quiet')
    expect(sayQuiet(digest)).to.equal('Nothing new since 16 November 2026: everybody who is asked has signed.')
    expect(showDigest(digest).blocks.map(({ kind }) => kind)).to.deep.equal(['text', 'buttons', 'note'])
    const short = textsOf(showDigest(digest))
    expect(short).to.include('The journal has 7 entries; its seal begins with ffffffff.').and.not.include('npm run')
    expect(textsOf(showDigestPart(digest, 'head')))
      .to.include('f'.repeat(64))
      .and.not.include('npm run')
  })

  it('says that one other change is one, and that reminders are paused', () => {
    const pausedOn = day('2026-11-18')
    const campaigns = [{ ...campaign, pausedOn }]
    const happened = [1, 2, 3, 4].map(() => told({ kind: 'campaign-paused', policy: policy.id, campaign: campaign.id, by: 'operator' })) // prettier-ignore
    const digest = buildDigest(gathered({ campaigns, happened }))
    expect(sayParts(digest)).to.include('There was 1 other change.')
    expect(textsOf(showDigest(digest))).to.include('Reminders are paused since 18 November 2026: nobody hears of it.')
  })

  it('tells once what was done to a whole bundle, in its own name', () => {
    const round = { id: 'pack.1', bundle: 'pack', title: 'September pack', at: 0 }
    const ids = ['a', 'b', 'c']
    const campaigns = ids.map((id, at) => ({ ...campaign, id, round: { ...round, at } }))
    const closed = ids.map((id) => told({ kind: 'campaign-closed', policy: policy.id, campaign: id, by: 'operator' }))
    const said = sayParts(buildDigest(gathered({ campaigns, happened: [...closed, ...closed.slice(0, 1)] })))
    expect(said.filter((line) => line.includes('The September pack'))).to.have.lengthOf(1)
  })

  it('says what somebody has to look after, also where nothing else is new', () => {
    const digest = buildDigest(gathered({ cares: ['The last term that I know of ends soon.'] }))
    expect([digest.state, textsOf(showDigest(digest)).includes('The last term that I know of')]).to.deep.equal(['news', true]) // prettier-ignore
  })

  it('says of whoever is late that they are away, and that a signature was withdrawn', () => {
    const [own] = gathered().policies
    if (own === undefined) throw new Error('no policy')
    const standing = { kind: 'asked', due: campaign.due } as const
    const who = { person: 'p', group: 'teaching', standing, due: campaign.due } as const
    const first = [
      { ...who, name: 'Ann Away', away: true, withdrawn: false },
      { ...who, name: 'Will Drawn', away: false, withdrawn: true },
    ]
    const policies = [{ ...own, totals: totals(['teaching', 3, 2]), overdue: { first, count: 2 } }]
    const part = textsOf(showDigestPart(buildDigest(gathered({ policies })), 'overdue'))
    expect(part).to.include('Ann Away: teaching, away, asked, not begun, due 20 November 2026')
    expect(part).to.include('Will Drawn: teaching, signature withdrawn, due 20 November 2026')
  })

  it('is idle where nobody was ever asked and nothing happened, and says so', () => {
    const digest = buildDigest(gathered({ campaigns: [], policies: [], reviews: [] }))
    expect(digest.state).to.equal('idle')
    expect(textsOf(showDigest(digest))).to.include('Nobody has been asked to sign anything here yet')
  })

  it('has news while somebody owes, or a review is due', () => {
    const [own] = gathered().policies
    if (own === undefined) throw new Error('no policy')
    const owed = buildDigest(
      gathered({ policies: [{ ...own, totals: totals(['teaching', 3, 1], ['governor', 0, 2]) }] }),
    )
    expect(owed.state).to.equal('news')
    expect(owed.policies[0]?.bars.map(({ label, count, total }) => [label, count, total])).to.deep.equal([
      ['Teaching', 3, 4],
      ['Governors', 0, 2],
    ])
    const old = anEdition({ nextReview: '2016-10' })
    expect(buildDigest(gathered({ reviews: [reviewStanding(policy, old, on)] })).reviews[0]?.said).to.equal(
      'due in October 2016, overdue by 10 years',
    )
  })

  it('names who is overdue behind a button, and says how many more there are', () => {
    const [own] = gathered().policies
    if (own === undefined) throw new Error('no policy')
    const late = {
      person: 'p',
      name: 'Priya Nair',
      group: 'teaching',
      standing: { kind: 'asked', due: campaign.due },
      due: campaign.due,
      away: false,
      withdrawn: false,
    } as const
    const digest = buildDigest(
      gathered({
        policies: [{ ...own, totals: totals(['teaching', 3, 313]), overdue: { first: [late], count: 313 } }],
      }),
    )
    const short = textsOf(showDigest(digest))
    expect(short).to.include('313 people are overdue.').and.include('[Who is overdue]').and.not.include('Priya')
    const details = textsOf(showDigestPart(digest, 'overdue'))
    expect(details).to.include(
      'Priya Nair: teaching, asked, not begun, due 20 November 2026\nand 312 more: open the register.',
    )
  })

  it('tells concerns and refusals in their words, and of the erased without', () => {
    const digest = buildDigest(
      gathered({
        happened: [
          told({ kind: 'raised', ...about, person: 'p', what: 'question' }, { words: 'Does it hold at home?' }),
          told({ kind: 'declined', ...about, person: 'q' }, { name: undefined }),
        ],
      }),
    )
    const details = textsOf(showDigestPart(digest, 'concerns'))
    expect(details).to.include('Priya Nair has a question to you about the Social Media Policy on 18 November 2026.')
    expect(details).to.include('“Does it hold at home?”').and.include('[Priya Nair]')
    expect(details).to.include('Somebody whose name was erased declined to sign')
  })

  it('groups what did not arrive by why', () => {
    const notice = (key: string, what: string) =>
      ({
        key,
        kind: 'reminder',
        person: key,
        state: 'given-up',
        at: new Date(0),
        tries: 6,
        nextAt: undefined,
        way: undefined,
        message: undefined,
        what,
      }) as const
    const notices = ['Ada', 'Ben', 'Cy', 'Di', 'Ed'].map((name, n) => ({
      notice: notice(`k${n}`, n === 4 ? 'blocked' : 'HTTP 503'),
      name,
    }))
    const digest = buildDigest(gathered({ notices }))
    expect(textsOf(showDigestPart(digest, 'deliveries'))).to.include(
      '4 reminders given up (Ada, Ben, Cy and others): HTTP 503.\n1 reminder given up (Ed): blocked.',
    )
    expect(sayParts(digest)).to.deep.equal(['5 messages did not arrive, or nobody knows.'])
  })

  it('says three changes on the card and the others behind the button', () => {
    const happened = Array.from({ length: 5 }, () =>
      told({ kind: 'campaign-closed', policy: policy.id, campaign: 'c1', by: 'operator' }),
    )
    const digest = buildDigest(gathered({ happened }))
    expect(textsOf(showDigest(digest)))
      .to.include('There were 2 other changes.')
      .and.include('[All changes]')
    expect(textsOf(showDigestPart(digest, 'changes')).match(/was closed/g)).to.have.length(5)
  })

  it('is marked in practice, on every card', () => {
    const digest = buildDigest(gathered({ practice: true }))
    for (const card of [showDigest(digest), showDigestPart(digest, 'overdue')])
      expect(card.title).to.match(/^PRACTICE: /)
    expect(writeDigest(digest, { name: 'Jo', publicUrl: undefined }).subject).to.match(/^PRACTICE: /)
  })

  it('names nobody in a letter, nor where names are not wanted', () => {
    const [own] = gathered().policies
    if (own === undefined) throw new Error('no policy')
    const late = {
      person: 'p',
      name: 'Priya Nair',
      group: 'teaching',
      standing: { kind: 'asked', due: campaign.due },
      due: campaign.due,
      away: false,
      withdrawn: false,
    } as const
    const digest: Digest = buildDigest(
      gathered({
        policies: [{ ...own, totals: totals(['teaching', 3, 1]), overdue: { first: [late], count: 1 } }],
        happened: [told({ kind: 'raised', ...about, person: 'p', what: 'concern' }, { words: 'secret words' })],
      }),
    )
    const { text } = writeDigest(digest, { name: 'Jo', publicUrl: 'https://p.example' })
    expect(text)
      .to.include('3 of 4 have signed (75%). 1 person is overdue.')
      .and.include('say “digest” at https://p.example')
    for (const shown of [text, JSON.stringify(withoutNames(digest))]) expect(shown).to.not.match(/Priya|secret/)
  })
})
