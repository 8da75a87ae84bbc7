// Who is harmed, who asks, and what is only a figure of speech.
import { expect } from 'chai'
import {
  hasToDealWithIt,
  saysItIsMe,
  tellsOfHarmedChild,
  whoIsHarmed,
  withoutHarmless,
  type Harmed,
} from '../../../src/search/meant.ts'
import { spokenWords } from '../../../src/search/spoken.ts'

describe('what a message means', () => {
  const harmed: [string, Harmed][] = [
    ['someone is blackmailing a student with pictures she sent', 'child'],
    ['a girl in my form is being bullied on snapchat', 'child'],
    ['one of my year 9s says lads are sending her nasty messages', 'child'],
    ['he will share her pics, she is in year 10', 'child'],
    ['a page about one of our pupils', 'child'],
    ['a pupil is threatening me', 'me'],
    ['i am being harassed by a pupil', 'me'],
    ['the brother of a pupil said he will run me over', 'me'],
    ['a parent is being abusive to me about her child', 'me'],
    ['some lad said he would slit my throat', 'me'],
    ['something may happen to my little boy', 'me'],
    ['a girl’s older brother is threatening me', 'me'],
    ['a pupil’s big cousin says to sleep with one eye open', 'unknown'],
    ['a parent is abusing staff', 'unknown'],
  ]
  for (const [text, who] of harmed) it(`harms ${who}: "${text}"`, () => expect(whoIsHarmed(text)).to.equal(who))

  const harmless = [
    'nobody has threatened me',
    'he hasn’t threatened anyone',
    'I was never bullied here',
    'there were no threats',
    'my laptop is threatening to die',
    'the head attacked our results',
    'what if a parent threatens me',
    'a pupil threatened me but it is all over',
    'a parent threatened me in 2019',
    'we were attacked by midges',
  ]
  for (const text of harmless)
    it(`leaves no harm of "${text}"`, () => expect(withoutHarmless(text)).to.not.match(/threat|bull|attack/i))

  const kept = [
    'it is not the first time he threatened me',
    'nobody knows that he threatened me',
    'he never hit me before',
    'he has not stopped threatening me',
    'nobody helped but he threatened me',
    'what if he threatens me again',
    'a lad threatened me and it is all over Snapchat',
  ]
  for (const text of kept) it(`keeps "${text}"`, () => expect(withoutHarmless(text)).to.match(/threat|hit/))

  it('knows whoever has to deal with it', () => {
    expect(hasToDealWithIt('as her line manager, what do i do')).to.be.true
    expect(hasToDealWithIt('one of my team is being bullied by a parent')).to.be.true
    expect(hasToDealWithIt('a parent has threatened me')).to.be.false
    expect(hasToDealWithIt('i am the head and a parent has threatened me')).to.be.false
  })

  it('knows that whoever is said to harm children is the one who is harmed', () => {
    expect(saysItIsMe('parents are posting lies about me calling me a child abuser')).to.be.true
    expect(saysItIsMe('someone posted online that i groom kids')).to.be.true
    expect(saysItIsMe('a girl told me that her uncle grooms kids')).to.be.false
    expect(saysItIsMe('she says he touched her and i am worried')).to.be.false
  })

  it('tells a harmed child from a question about one', () => {
    expect(tellsOfHarmedChild(spokenWords('a pupil in my class is being trolled because of her weight'))).to.be.true
    expect(tellsOfHarmedChild(spokenWords('what do we do when a pupil is bullied'))).to.be.false
  })
})
