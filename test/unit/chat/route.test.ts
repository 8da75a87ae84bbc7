import { expect } from 'chai'
import { recognise, withContext } from '../../../src/chat/route.ts'

describe('recognising what somebody wants', () => {
  for (const [text, kind] of [
    ['', 'nothing'],
    ['   \n ', 'nothing'],
    ['🙂👍', 'nothing'],
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
    it(`"${text.trim()}" is ${kind}`, () => expect(recognise(text).kind).to.equal(kind))
  }

  it('takes the draft that comes along', () => {
    expect(recognise('Can I post this: Sports day was great!')).to.deep.equal({
      kind: 'check',
      draft: 'Sports day was great!',
    })
    expect(recognise('check: ring me on 07700 900123')).to.deep.equal({
      kind: 'check',
      draft: 'ring me on 07700 900123',
    })
    expect(recognise('Can I post this?\nSports day was great!')).to.deep.equal({
      kind: 'check',
      draft: 'Sports day was great!',
    })
    expect(recognise('check:')).to.deep.equal({ kind: 'check', draft: undefined })
  })

  it('reads a follow-up with the question before it', () => {
    const before = 'Can I be friends with pupils on Facebook?'
    expect(withContext('and what about parents?', before)).to.equal(`${before} and what about parents?`)
    expect(withContext('What about at home?', before)).to.equal(`${before} What about at home?`)
    expect(withContext('and what about parents?', undefined)).to.equal('and what about parents?')
    expect(withContext('Who has to sign?', before)).to.equal('Who has to sign?')
  })
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
    ['Who hasn’t signed?', 'register'],
    ['campaigns', 'campaigns'],
    ['add a person', 'new-person'],
    ['open', 'open-page'],
    ['status', 'status'],
    ['Do I have to sign something?', 'ask'],
    ['Who has to sign the policy?', 'ask'],
    ['What happens if I do not sign?', 'ask'],
  ] as const) {
    it(`“${text}” is ${kind}`, () => expect(recognise(text).kind).to.equal(kind))
  }
})
