import { expect } from 'chai'
import { emailsIn, inAudience, parseAudience, sayAudience } from '../../../src/standing/audience.ts'
import { aPerson } from '../declaration/builders.ts'

const idOf = (email: string) => ({ 'ada@school.example': 'p-5', 'bo@school.example': 'p-6' })[email]
const nobody = { everybody: false, groups: [], roles: [], people: [] }

describe('an audience as it is written', () => {
  const readable: readonly (readonly [string, object, string])[] = [
    ['all', { ...nobody, everybody: true }, 'everybody'],
    [' Everyone ', { ...nobody, everybody: true }, 'everybody'],
    ['support, Teaching', { ...nobody, groups: ['teaching', 'support'] }, 'teaching and support'],
    ['Governors, volunteers, administrators', { ...nobody, groups: ['governor', 'volunteer'], roles: ['administrator'] }, 'governor, volunteer and administrators'],
    ['slt; policy owner', { ...nobody, roles: ['slt', 'policy-owner'] }, 'SLT and policy owners'],
    ['governor,ADA@school.example', { ...nobody, groups: ['governor'], people: ['p-5'] }, 'governor and 1 person by name'],
    ['bo@school.example, ada@school.example, bo@school.example', { ...nobody, people: ['p-5', 'p-6'] }, '2 people by name'],
  ] // prettier-ignore
  for (const [text, audience, said] of readable) {
    it(`reads “${text}”`, () => {
      const read = parseAudience(text, idOf)
      expect(read).to.deep.equal({ kind: 'audience', audience })
      expect(read.kind === 'audience' && sayAudience(read.audience)).to.equal(said)
    })
  }
  const unreadable: readonly (readonly [string, RegExp])[] = [
    [' , ', /Nobody is named/],
    ['teeching', /Did you mean teaching\?/],
    ['cleaners', /neither a group nor a role/],
    ['eve@school.example', /Nobody here has the email address eve@school\.example/],
    ['constructor', /neither/],
  ]
  for (const [text, what] of unreadable) {
    it(`refuses “${text}”, saying why`, () => {
      const read = parseAudience(text, idOf)
      expect(read.kind === 'problem' && read.what).to.match(what)
    })
  }
  it('says beforehand which addresses it will ask for', () => {
    expect(emailsIn('slt, Ada@School.example')).to.deep.equal(['ada@school.example'])
  })
})

describe('who belongs to an audience', () => {
  const person = aPerson({ id: 'p-1', group: 'teaching', roles: ['staff', 'slt'] })
  it('is everybody to whom any of it applies', () => {
    expect(inAudience(person, nobody)).to.be.false
    expect(inAudience(person, { ...nobody, everybody: true })).to.be.true
    expect(inAudience(person, { ...nobody, groups: ['governor', 'teaching'] })).to.be.true
    expect(inAudience(person, { ...nobody, roles: ['slt'] })).to.be.true
    expect(inAudience(person, { ...nobody, people: ['p-1'] })).to.be.true
    expect(inAudience(person, { ...nobody, groups: ['support'], roles: ['administrator'], people: ['p-2'] })).to.be
      .false
    expect(inAudience(aPerson({ group: undefined }), { ...nobody, groups: ['teaching'] })).to.be.false
  })
})
