import { expect } from 'chai'
import fc from 'fast-check'
import { pack, type Action } from '../../../src/chat/actions.ts'
import { doors } from '../../../src/doors.ts'
import { house } from '../../kit/house.ts'

const unpack = house.read

const actions: Action[] = [
  { do: 'help' },
  { do: 'read', policy: 'social-media', edition: '2015-10', section: '6.d', page: 1 },
  { do: 'rate', question: 'q1', helpful: false },
  {
    do: 'answer',
    scenario: 'can-i-post-this',
    answers: { account: 'school' },
    found: ['phone-number'],
    question: 'pupils',
    choice: 'no',
  },
]

describe('actions', () => {
  for (const action of actions) {
    it(`come back from a button as they went in: ${action.do}`, () =>
      expect(unpack(pack(action))).to.deep.equal(action))
  }

  for (const [what, packed] of [
    ['nothing', ''],
    ['another bot’s', 'hello'],
    ['an older version’s', '0{"do":"help"}'],
    ['broken', '1{"do":'],
    ['an unknown verb', '1{"do":"sign-for-everybody"}'],
    ['a missing part', '1{"do":"read","policy":"social-media"}'],
    ['a wrong type', '1{"do":"rate","question":"q","helpful":"yes"}'],
    ['far too long', `1{"do":"rate","question":"${'q'.repeat(20_000)}","helpful":true}`],
  ] as const) {
    it(`are refused when they are ${what}`, () => expect(unpack(packed)).to.equal(undefined))
  }

  it('are refused or understood, but never thrown over', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => `1${json}`),
        ),
        (packed) => void unpack(packed),
      ),
    )
  })
})

// Cards stay in people's chats for years: an earlier version packed each of these, and it must still be understood.
const kept = [
  '1{"do":"help"}',
  '1{"do":"ask"}',
  '1{"do":"rule-words","policy":"social-media"}',
  '1{"do":"rule-words","policy":"social-media","edition":"2026-09","list":"0a1b2c3d4e5f","without":[2],"from":8}',
  '1{"do":"confirm-rule-words","policy":"social-media","edition":"2026-09","list":"0a1b2c3d4e5f","without":[],"from":0}',
  '1{"do":"sections","policy":"social-media"}',
  '1{"do":"sections"}',
  '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.d","page":2}',
  '1{"do":"whom","policy":"social-media"}',
  '1{"do":"rate","question":"q1","helpful":true}',
  '1{"do":"because","question":"q1","policy":"social-media","edition":"2015-10","section":"6.d"}',
  '1{"do":"choose","question":"q1","policy":"social-media","edition":"2015-10","section":"6.d"}',
  '1{"do":"choose","question":"q1","policy":"social-media","edition":"2015-10","section":"6.d","instead":true}',
  '1{"do":"else","question":"q1"}',
  '1{"do":"any-section","question":"q1","policy":"social-media"}',
  '1{"do":"take-up","key":"0123456789abcdef01234567"}',
  '1{"do":"withdraw-taught","key":"0123456789abcdef01234567"}',
  '1{"do":"share","card":"c1","policy":"social-media","edition":"2015-10","section":"6.d"}',
  '1{"do":"ask-person","what":"question","policy":"social-media","edition":"2015-10","section":"6.d","question":"q1"}',
  '1{"do":"send-case","what":"safeguarding","case":"c1"}',
  '1{"do":"take-case","case":"c1"}',
  '1{"do":"show-case","case":"c1"}',
  '1{"do":"write-in-case","case":"c1","what":"pass-on"}',
  '1{"do":"prepare-teaching","case":"c1"}',
  '1{"do":"teach","case":"c1"}',
  '1{"do":"prepare-note","case":"c1"}',
  '1{"do":"propose-note","case":"c1"}',
  '1{"do":"take-up-note","note":"c1"}',
  '1{"do":"withdraw-note","note":"c1"}',
  '1{"do":"say-in-case","case":"c1","what":"answer","seen":3}',
  '1{"do":"ask-yes","policy":"social-media","edition":"2015-10","sections":["6.d"]}',
  '1{"do":"send-for-yes","policy":"social-media","edition":"2015-10","sections":[],"request":"r1"}',
  '1{"do":"show-draft","request":"r1"}',
  '1{"do":"decide-draft","request":"r1"}',
  '1{"do":"withdraw-draft","request":"r1"}',
  '1{"do":"check","scenario":"can-i-post-this"}',
  '1{"do":"draft","scenario":"can-i-post-this"}',
  '1{"do":"answer","scenario":"can-i-post-this","answers":{"received":"none"},"found":["phone-number"],"question":"about","choice":"school"}',
  '1{"do":"revisit","scenario":"can-i-post-this","answers":{"received":"none"},"found":[],"question":"received"}',
  '1{"do":"resume","scenario":"can-i-post-this","answers":{},"found":[]}',
  '1{"do":"ask-understanding","policy":"social-media","edition":"2015-10"}',
  '1{"do":"understand","policy":"social-media","edition":"2015-10","question":"who-is-staff.0123456789ab","chosen":1}',
  '1{"do":"understand","policy":"social-media","edition":"2015-10","question":"what-may-follow.0123456789ab","again":true}',
  '1{"do":"start-reading","policy":"social-media"}',
  '1{"do":"start-reading"}',
  '1{"do":"turn-page","policy":"social-media","edition":"2015-10","step":3,"read":"2"}',
  '1{"do":"ask-about","policy":"social-media","edition":"2015-10","section":"6.d"}',
  '1{"do":"declaration","policy":"social-media","edition":"2015-10","read":"9"}',
  `1{"do":"sign","policy":"social-media","edition":"2015-10","wording":"${'a'.repeat(64)}","named":true}`,
  '1{"do":"before-signing","policy":"social-media","edition":"2015-10","what":"concern"}',
  '1{"do":"say-before","policy":"social-media","edition":"2015-10","what":"decline"}',
  '1{"do":"receipt","entry":"e1"}',
  '1{"do":"sign-here","policy":"social-media"}',
  '1{"do":"status"}',
  '1{"do":"remind-tomorrow","about":[{"policy":"social-media","edition":"2015-10"}]}',
  '1{"do":"not-for-me","about":[{"policy":"social-media","edition":"2015-10"}]}',
  '1{"do":"register","policy":"social-media"}',
  '1{"do":"register"}',
  '1{"do":"turn-register","policy":"social-media","group":"teaching","standing":"asked","after":"p1"}',
  '1{"do":"person","policy":"social-media","person":"p1"}',
  '1{"do":"nudge","policy":"social-media","person":"p1"}',
  '1{"do":"prepare","policy":"social-media","person":"p1","what":"paper"}',
  '1{"do":"excuse","policy":"social-media","person":"p1"}',
  '1{"do":"end-excuse","policy":"social-media","person":"p1"}',
  '1{"do":"withdraw","policy":"social-media","person":"p1","entry":"e1"}',
  '1{"do":"sign-paper","policy":"social-media","person":"p1","edition":"2015-10"}',
  '1{"do":"change-person","policy":"social-media","person":"p1"}',
  '1{"do":"join-person","policy":"social-media","person":"p1"}',
  '1{"do":"join-sure","policy":"social-media","person":"p1","other":"p2"}',
  '1{"do":"unjoin","policy":"social-media","person":"p1","other":"p2"}',
  '1{"do":"new-person","policy":"social-media"}',
  '1{"do":"add-person","policy":"social-media"}',
  '1{"do":"new-person"}',
  '1{"do":"add-person"}',
  '1{"do":"campaigns","policy":"social-media"}',
  '1{"do":"campaigns"}',
  '1{"do":"open-campaign","policy":"social-media","edition":"2015-10"}',
  '1{"do":"close-campaign","policy":"social-media","campaign":"c1"}',
  '1{"do":"confirm-campaign","policy":"social-media","edition":"2015-10","audience":"all","due":"2026-12-18"}',
  '1{"do":"prepare-away","person":"p1","from":"2026-11-23"}',
  '1{"do":"confirm-away","person":"p1","from":"2026-11-23"}',
  '1{"do":"confirm-close-campaign","policy":"social-media","campaign":"c1"}',
  '1{"do":"reopen-campaign","policy":"social-media","campaign":"c1"}',
  '1{"do":"prepare-change","policy":"social-media","campaign":"c1"}',
  '1{"do":"change-campaign","policy":"social-media","campaign":"c1"}',
  '1{"do":"confirm-change","policy":"social-media","campaign":"c1","due":"15/01/2027","audience":"teaching","remind":"7, 0"}',
  '1{"do":"pause-campaign","policy":"social-media","campaign":"c1"}',
  '1{"do":"resume-campaign","policy":"social-media","campaign":"c1"}',
  '1{"do":"nudge-all","policy":"social-media"}',
  '1{"do":"confirm-nudge-all","policy":"social-media","edition":"2015-10"}',
  '1{"do":"digest","since":"2026-11-16"}',
  '1{"do":"digest-details","part":"overdue","since":"2026-11-16"}',
  '1{"do":"mark-edition","policy":"social-media","edition":"2015-10","change":"material"}',
  '1{"do":"review","policy":"social-media"}',
  '1{"do":"review-part","policy":"social-media","part":"gaps"}',
  '1{"do":"prepare-review","policy":"social-media","edition":"2015-10"}',
  '1{"do":"record-review","policy":"social-media","edition":"2015-10"}',
  '1{"do":"original","policy":"social-media","edition":"2015-10"}',
  '1{"do":"recurring","campaign":"c1"}',
  '1{"do":"recurring"}',
  '1{"do":"set-recurring","campaign":"c1","every":"term"}',
  '1{"do":"ask-months","campaign":"c1"}',
  '1{"do":"set-months","campaign":"c1"}',
  '1{"do":"stop-recurring","campaign":"c1"}',
  '1{"do":"agree-recurring","campaign":"c1","after":"2026-09-01","opens":"2027-09-01","due":"2027-09-30"}',
  '1{"do":"skip-recurring","campaign":"c1","after":"2026-09-01"}',
  '1{"do":"other-days","campaign":"c1","after":"2026-09-01"}',
  '1{"do":"show-days","campaign":"c1","after":"2026-09-01"}',
  '1{"do":"bundles"}',
  '1{"do":"bundle","bundle":"september-pack"}',
  '1{"do":"open-bundle","bundle":"september-pack"}',
  '1{"do":"confirm-bundle","bundle":"september-pack","due":"2026-12-18","shows":"0123456789abcdef","remind":"7, 1"}',
  '1{"do":"close-round","round":"september-pack.1"}',
  '1{"do":"confirm-close-round","round":"september-pack.1"}',
  '1{"do":"reopen-round","round":"september-pack.1"}',
  '1{"do":"pause-round","round":"september-pack.1"}',
  '1{"do":"resume-round","round":"september-pack.1"}',
  '1{"do":"round-timeline","round":"september-pack.1"}',
  '1{"do":"prepare-round","round":"september-pack.1"}',
  '1{"do":"change-round","round":"september-pack.1"}',
  '1{"do":"confirm-round-change","round":"september-pack.1","due":"15/01/2027","remind":"7, 0"}',
  '1{"do":"make-calendar-link"}',
  '1{"do":"timeline","policy":"social-media","campaign":"c1"}',
  '1{"do":"withdraw-calendar-link"}',
  '1{"do":"prepare-hand","policy":"social-media","campaign":"c1"}',
  '1{"do":"hand-campaign","policy":"social-media","campaign":"c1","whole":true}',
  '1{"do":"hand-to","policy":"social-media","campaign":"c1","person":"p1"}',
  '1{"do":"take-back","policy":"social-media","campaign":"c1"}',
  '1{"do":"handed-campaigns"}',
  '1{"do":"mind-campaign","policy":"social-media","campaign":"c1","show":"signed","after":"p1"}',
  '1{"do":"remind-minded","policy":"social-media","campaign":"c1"}',
  '1{"do":"confirm-remind-minded","policy":"social-media","campaign":"c1","edition":"2015-10"}',
  '1{"do":"prepare-later","policy":"social-media","campaign":"c1"}',
  '1{"do":"give-later","policy":"social-media","campaign":"c1"}',
  '1{"do":"open","what":"register","policy":"social-media","back":true}',
]

describe('cards of earlier days', () => {
  for (const packed of kept)
    it(`still work: ${packed.slice(1, 40)}`, () => expect(unpack(packed)).to.deep.equal(JSON.parse(packed.slice(1))))

  it('are here for every action of every door', () => {
    const verbs = new Set(kept.map((packed) => (JSON.parse(packed.slice(1)) as Action).do))
    expect(doors.flatMap(({ shapes }) => Object.keys(shapes)).filter((verb) => !verbs.has(verb))).to.eql([])
  })
})
