import { expect } from 'chai'
import { draftIn } from '../../../src/chat/draft.ts'
import type { Named, Which } from '../../../src/policy/which.ts'
import { doors } from '../../../src/doors.ts'
import { house } from '../../kit/house.ts'

describe('recognising what somebody wants', () => {
  for (const [text, kind] of [
    ['Hello!', 'hello'],
    ['hi policy guide', 'hello'],
    ['Thanks a lot 👍', 'thanks'],
    ['help', 'help'],
    ['What can you do?', 'help'],
    ['sections', 'sections'],
    ['status', 'status'],
    ['Can I post this?', 'check'],
    ['can i post this', 'check'],
    ['Check', 'check'],
    ['Can I post a photo of my class?', 'ask'],
    ['thanks, and what about parents?', 'ask'],
    ['help, a parent is my friend on Facebook', 'ask'],
    ['a:b^~*', 'ask'],
  ] as const) {
    it(`"${text.trim()}" is ${kind}`, () => expect(house.recognise(text, [])?.name ?? 'ask').to.equal(kind))
  }

  it('takes the draft that comes along', () => {
    expect(draftIn('Can I post this: Sports day was great!')).to.equal('Sports day was great!')
    expect(draftIn('check: ring me on 07700 900123')).to.equal('ring me on 07700 900123')
    expect(draftIn('Can I post this?\nSports day was great!')).to.equal('Sports day was great!')
    expect(draftIn('check:')).to.equal('')
    expect(draftIn('Can I post a photo of my class?')).to.equal(undefined)
  })

  const wellDone = 'Well done Jamie, ring 07700 900123'
  for (const before of [
    'Can I post this? ',
    'can i post this ',
    'Hi, can I post this? ',
    'Please can we share this – ',
    'Could I please tweet this?\n\n',
    'Is it OK to post this? ',
    'Can I post this on our class page? ',
    'May I send this to parents: ',
    'Can you check this? ',
    'Check this, ',
    'Check my post: ',
  ])
    it(`finds it after “${before.trim()}” in one line`, () => expect(draftIn(before + wellDone)).to.equal(wellDone))

  for (const after of [' Can I post this?', '\nplease can we share this'])
    it(`finds it before “${after.trim()}”`, () => expect(draftIn(`${wellDone}.${after}`)).to.equal(`${wellDone}.`))

  for (const question of [
    'Can I post this?',
    'Can I post this',
    'Can I post this? 🙂',
    'Thanks! Can I post this?',
    'Can I post this on Facebook?',
    'can i share it with a parent',
    'Can I post this photo of my class',
    'can i post that year 6 smashed their sats',
    'My Year 10s smashed their mocks, can I tweet it?',
    'Check',
  ])
    it(`finds none in “${question}”`, () => expect(draftIn(question)).to.equal(undefined))
})

describe('recognising whom somebody looks for', () => {
  for (const [text, name] of [
    ['register Łukasz', 'Łukasz'],
    ['Show the register for Mrs O’Brien-Nowak!', 'O’Brien-Nowak'],
    ['who is “Zoë Smith”?', 'Zoë Smith'],
    ['register', undefined],
    ['register Mr', undefined],
    ['who is it that I have to ask before a trip?', undefined],
    ['registers Łukasz', undefined],
  ] as const) {
    it(`“${text}” is about ${name ?? 'nobody'}`, () => expect(house.ofPeople(text)?.name).to.equal(name))
  }
})

describe('recognising the wish to sign', () => {
  for (const [text, kind] of [
    ['Sign', 'sign'],
    ['I want to sign the policy.', 'sign'],
    ['read and sign', 'read-and-sign'],
    ['Go on reading!', 'read-and-sign'],
    ['My receipt', 'receipt'],
    ['@Policy Guide sign here', 'sign-here'],
    ['register', 'register'],
    ['Who hasn’t signed?', 'unsigned'],
    ['campaigns', 'campaigns'],
    ['add a person', 'new-person'],
    ['open', 'open-page'],
    ['status', 'status'],
    ['Do I have to sign something?', 'ask'],
    ['Who has to sign the policy?', 'ask'],
    ['What happens if I do not sign?', 'ask'],
  ] as const) {
    it(`“${text}” is ${kind}`, () => expect(house.recognise(text, [])?.name ?? 'ask').to.equal(kind))
  }
})

describe('recognising which policy is meant', () => {
  const policies: Named[] = [
    { id: 'visitors', title: 'Visitors Policy' },
    { id: 'first-aid', title: 'First Aid Policy' },
    { id: 'attendance', title: 'Attendance and Punctuality Policy', number: 12 },
    { id: 'online-safety', title: 'Online Safety Policy' },
    { id: 'health-and-safety', title: 'Health and Safety Policy' },
    { id: 'social-media', title: 'Social Media Policy', number: 43 },
  ]
  const one = (policy: string): Which => ({ kind: 'one', policy })
  for (const [text, name, which] of [
    ['sign the visitors policy', 'sign', one('visitors')],
    ['Please can I sign the First Aid policy?', 'sign', one('first-aid')],
    ['register attendance', 'register', one('attendance')],
    ['attendance register', 'register', one('attendance')],
    ['register for the attendence policy', 'register', one('attendance')],
    ['sections of first aid', 'sections', one('first-aid')],
    ['show me the visitors policy', 'sections', one('visitors')],
    ['show me the vistors policy', 'sections', one('visitors')],
    ['visitors policy', 'sections', one('visitors')],
    ['policy 43', 'sections', one('social-media')],
    ['sections of no. 12', 'sections', one('attendance')],
    ['read and sign H&S', 'read-and-sign', one('health-and-safety')],
    ['campaigns smp', 'campaigns', one('social-media')],
    ['who has signed the social media policy', 'register', one('social-media')],
    ['who hasn’t signed first aid?', 'unsigned', one('first-aid')],
    ['review of online safety', 'review', one('online-safety')],
    ['sign here, visitors', 'sign-here', one('visitors')],
    ['sign the safety policy', 'sign', { kind: 'several', policies: ['online-safety', 'health-and-safety'] }],
    ['sign the trips policy', 'sign', { kind: 'unknown' }],
    ['sign it', 'sign', { kind: 'pointed' }],
    ['sign the policy', 'sign', { kind: 'pointed' }],
    ['sign', 'sign', { kind: 'unnamed' }],
    ['register', 'register', { kind: 'unnamed' }],
  ] as const satisfies readonly (readonly [string, string, Which])[]) {
    it(`“${text}” is ${name}, ${which.kind}`, () =>
      expect(house.recognise(text, policies)).to.deep.equal({ name, which }))
  }

  for (const text of [
    'do visitors have to sign in',
    'who is the first aider',
    'how do I take the attendance register',
    'what does the visitors policy say about lanyards',
    'first aid',
    'can visitors sign the book',
  ])
    it(`“${text}” is a question`, () => expect(house.recognise(text, policies)).to.equal(undefined))
})

describe('the doors', () => {
  it('no two hear the same words', () => {
    const said = doors.flatMap(({ parts }) =>
      Object.entries(parts.hears ?? {}).flatMap(([name, { says }]) =>
        says === '' ? [] : says.split('|').map((phrase) => `${phrase} (${name})`),
      ),
    )
    const phrases = said.map((each) => each.replace(/ \(.*\)$/, ''))
    expect(said.filter((_, at) => phrases.indexOf(phrases[at] ?? '') !== at)).to.eql([])
    expect(said.length).to.be.greaterThan(150)
  })

  it('no two take the same action, hear under the same name, or send the same kind of notice', () => {
    for (const namesOf of [
      (door: (typeof doors)[number]) => Object.keys(door.shapes),
      (door: (typeof doors)[number]) => Object.keys(door.parts.hears ?? {}),
      (door: (typeof doors)[number]) => Object.keys(door.parts.notices ?? {}),
      (door: (typeof doors)[number]) => Object.keys(door.tells),
    ]) {
      const names = doors.flatMap(namesOf)
      expect(names.filter((name, at) => names.indexOf(name) !== at)).to.eql([])
    }
  })

  it('one answers what is nothing else, and one each thing that happens', () => {
    expect(doors.filter(({ parts }) => parts.otherwise !== undefined).map(({ name }) => name)).to.eql(['asking'])
    for (const kind of ['opened', 'began-check', 'joined', 'searched'] as const)
      expect(doors.filter(({ parts }) => parts.events?.[kind] !== undefined).length, kind).to.equal(1)
  })
})
