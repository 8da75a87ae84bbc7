import { expect } from 'chai'
import {
  goesOn,
  languageOf,
  purposeOf,
  questionsIn,
  saysItReadsEnglish,
  type Purpose,
} from '../../../src/search/purposes.ts'

describe('what somebody wants', () => {
  const wanted: [string, Purpose | undefined][] = [
    ['why?', 'reasons'],
    ['but why', 'reasons'],
    ['how come', 'reasons'],
    ['who says?', 'source'],
    ['says who', 'source'],
    ['where does this come from', 'source'],
    ['show me the whole policy', 'document'],
    ['can i see the full document please', 'document'],
    ['how do I talk to a real person', 'person'],
    ['can i speak to someone', 'person'],
    ['human', 'person'],
    ['i dont understand', 'other-words'],
    ['what does that mean?', 'other-words'],
    ['what section is that', 'where-we-are'],
    ['which policy is this from', 'where-we-are'],
    ['why did i get this', 'because'],
    ["that's not it", 'not-it'],
    ['wrong section', 'not-it'],
    ['on what grounds', 'reasons'],
    ['what was the thinking behind that', 'reasons'],
    ['is that written down anywhere', 'source'],
    ['who came up with this', 'source'],
    ['give me the full wording', 'document'],
    ['i would rather talk to a human', 'person'],
    ['is there somebody i can ring', 'person'],
    ['could you say that in plain english', 'other-words'],
    ['im none the wiser', 'other-words'],
    ['which paragraph is it', 'where-we-are'],
    ['how did you figure that out', 'because'],
    ['that doesnt answer my question', 'not-it'],
    ['why cant i', 'reasons'],
    ['why would that be a problem', 'reasons'],
    ['who made that rule', 'source'],
    ['is that actually the policy', 'source'],
    ['have you got a pdf of it', 'document'],
    ['give me someone to talk to', 'person'],
    ['i need to speak to somebody in charge', 'person'],
    ['i still dont get it', 'other-words'],
    ['can you explain that', 'other-words'],
    ['sorry what was that again', 'other-words'],
    ['so thats a no then?', 'other-words'],
    ['ok so i cant then', 'other-words'],
    ['so i can do that?', 'other-words'],
    ['i can do what', undefined],
    ['that’s a parent', undefined],
    ['so i can post it then', undefined],
    ['whereabouts is that in the policy', 'where-we-are'],
    ['i was asking about something else', 'not-it'],
    ['why cant i post a photo of my class', undefined],
    ['who made that rule about phones', undefined],
    ['can you explain the dress code', undefined],
    ['i need to speak to a parent', undefined],
    ['is there somebody i can leave the register with', undefined],
    ['who can i ask about ski passes', undefined],
    ['what is the purpose of the risk assessment', undefined],
    ['is it right to tag a pupil', undefined],
    ['can i have the text of a letter to parents', undefined],
    ['why may i not post this', undefined],
    ['who says yes to a ski trip', undefined],
    ['can i talk to a parent on facebook', undefined],
    ['what does the policy say about phones', undefined],
    ['', undefined],
  ]
  for (const [text, purpose] of wanted)
    it(`is ${purpose ?? 'an answer'} for "${text}"`, () => expect(purposeOf(text)).to.equal(purpose))

  const several: [string, string[]][] = [
    ['can i wear jeans? when is the dress code reviewed?', ['can i wear jeans?', 'when is the dress code reviewed?']],
    ['do i need a sick note and who do i ring', ['do i need a sick note', 'who do i ring']],
    ['do i need a sick note and how do i claim my train', ['do i need a sick note', 'how do i claim my train']],
    ['can pupils and parents come', ['can pupils and parents come']],
    ['thanks! can i post this?', ['thanks! can i post this?']],
  ]
  for (const [text, questions] of several)
    it(`finds ${questions.length} in "${text}"`, () => expect(questionsIn(text)).to.deep.equal(questions))

  for (const [text, on] of [
    ['what about at weekends', true],
    ['and for governors?', true],
    ['does that apply to parents', true],
    ['what about the dress code', true],
    ['can i wear jeans', false],
  ] as const)
    it(`${on ? 'goes on' : 'begins'}: "${text}"`, () => expect(goesOn(text)).to.equal(on))

  for (const [text, language] of [
    ['Sut ydw i yn postio lluniau plant', 'welsh'],
    ['czy moge dodac rodzice na Facebook', 'polish'],
    ['کیا میں والدین کو فیس بک پر شامل کر سکتا ہوں', 'urdu'],
    ['Чи можу я писати батькам у фейсбуці і інстаграмі', 'ukrainian'],
    ['comment puis-je publier des photos', 'french'],
    ['can i add parents on Facebook', undefined],
    ['is there a policy on die hard fans', undefined],
    ['como', undefined],
  ] as const)
    it(`${language ?? 'English'}: "${text}"`, () => expect(languageOf(text)).to.equal(language))

  it('says in that language that it reads English', () => {
    expect(saysItReadsEnglish('welsh')).to.include('Saesneg')
    expect(saysItReadsEnglish('polish')).to.include('angielsku')
  })
})
