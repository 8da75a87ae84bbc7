// What people really answer to a reminder: plain variants, polite ones and typing mistakes; and questions that only
// sound like an answer.
import { expect } from 'chai'
import { answerIn } from '../../../src/reminder/answers.ts'
import { house } from '../../kit/house.ts'

const said: Readonly<Record<string, readonly string[]>> = {
  tomorrow: [
    'Tomorrow', 'tommorow please', 'tommorrow', 'Sorry, not today', 'Can you remind me tomorrow please', 'remind me tomorow', 'I’ll do it tomorrow',
    'tmrw', 'ask again tomorrow', 'later please', 'I’ll sign it tomorrow morning, thanks', 'no time today, sorry', 'Remind me later',
  ],
  done: [
    'Already did', 'I’ve already signed this', 'ive already done it', 'I allready signed', 'I have signed it', 'I signed this last week',
    'I did it yesterday', 'I’ve done this already', 'It’s already signed', 'Sorry, I already did that on Monday',
  ],
  'not-for-me': [
    'Wrong person', 'Sorry, wrong person!', 'You have the wrong person', 'not the right person', 'worng person', 'wrong persn', 'Not me', 'This isn’t for me', 'that is not my job',
    'I’m not the right person', 'I no longer work here', 'I don’t work here anymore', 'I have left the school', 'you’ve got the wrong person',
  ],
  away: [
    'I am on maternity leave', 'currently on sabbatical', 'on long term sick leave', 'on leave', 'I’m on maternity leave until March', 'im on maternaty leave', 'On mat leave', 'Sorry, I’m currently on sick leave', 'off sick',
    'I’m off sick with flu', 'I am signed off until 12 December because of my back', 'I’m in hospital', 'I am away until Monday', 'I’m still on paternity leave',
    'I am on jury service this week', 'i am on leave', 'I’m on holiday',
  ],
} // prettier-ignore

const questions = [
  'Can I post while I am on maternity leave?', 'Who do I tell when I am off sick', 'maternity leave', 'leave', 'away', 'What if I am away tomorrow?',
  'Can I sign tomorrow?', 'I signed a contract with a photographer', 'I am on leave, can I still post photos?', 'a pupil is off sick', 'wrong',
  'Is this for me?', 'I read it in a group chat', 'who is the right person', 'later policy', 'I have done something wrong', 'tell me about sick leave',
  'I will not sign this', 'done', 'I am worried about a person', 'I am away from Monday, who leads on safeguarding', 'I am on leave and want to post a photo', 'I am on a trip with year 6, may I post a photo', '',
] // prettier-ignore

describe('an answer to a reminder in words', () => {
  for (const [answer, texts] of Object.entries(said))
    for (const text of texts) it(`“${text}” is ${answer}`, () => expect(answerIn(text)).to.equal(answer))
  for (const text of questions) it(`“${text}” is none`, () => expect(answerIn(text)).to.equal(undefined))

  it('takes nothing that opens something else', () => {
    const stolen = Object.values(said)
      .flat()
      .map((text) => [text, house.recognise(text, [])?.name] as const)
      .filter(([, name]) => name !== undefined)
    expect(stolen).to.deep.equal([])
  })
})
