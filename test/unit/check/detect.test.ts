import { expect } from 'chai'
import { detect } from '../../../src/check/detect.ts'
import type { FindingKind } from '../../../src/guide/scenario.ts'

// Numbers and postcodes are from ranges reserved for drama, or belong to public buildings.
const known = {
  names: [
    'Jane Smith',
    'Mr Will Jones',
    'Okafor, Chidi',
    'Siân O’Brien (Maths)',
    'Anne-Marie Lloyd-Jones',
    'June Head',
    'Mary Ann Baker',
    '李 小龙',
  ],
  schoolNames: ['Larkmead Community School', 'Larkmead', 'LCS'],
}

const table: Readonly<Record<Exclude<FindingKind, 'urgent'>, { readonly hits: readonly string[]; readonly misses: readonly string[] }>> = {
  'phone-number': {
    hits: [
      'Ring me on 07700 900123', '(01632) 960123', 'tel 01632/960 123', '020 7946 0018', '+44 (0)7700 900123', '0044 7700 900123',
      '+1 202 555 0100', '0800 1111', '07700.900.123', '07700-900-123', '0 7 7 0 0 9 0 0 1 2 3', '0-7-7-0-0-9-0-0-1-2-3', 'O7700 900123',
      '0７７００９００１２３', '٠٧٧٠٠٩٠٠١٢٣', '0\u200b7700\u200b900123', 'oh double seven double oh nine oh oh one two three', 'tel 960441', 'ext 2214', 'whatsapp 447700900555', '\u202e07700 900123\u202c', '0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣1️⃣2️⃣3️⃣', 'me:07700900123😀',
    ],
    misses: [
      'The coach leaves at 08:15, 09:45 and 10:15', 'buses at 08.15 09.00 09.45 10.30', 'We won 12-3!', 'sets 0-0 0-1 1-1 2-1 2-2', 'room 012',
      'ISBN 9780140328721', 'order no 1234567890', 'only £0.50 each', 'on 01/02/2015 and 01.03.2015', '2015-10-26 10:00', '0.123456789',
      'call 999 or 101', 'Year 9 and Year 10', '1 2 3 4 5 6 7 8 9',
    ],
  },
  postcode: {
    hits: ['at SW1A 1AA', 'sw1a1aa', 'M1 1AE', 'B33 8TH', 'CR2 6XH', 'DN55 1PD', 'GIR 0AA', 'postcode：ＳＷ1Ａ 1ＡＡ'],
    misses: ['Room W3 2nd floor', 'E7 5pm', 'forms 7XY 8AB', 'A4 paper 5mm lines', 'M25 3 lanes', 'SW1 is far away', 'B12 4 is nothing'],
  },
  'email-address': {
    hits: ['jane.smith@example.org', 'JANE@EXAMPLE.CO.UK', 'jane (at) example (dot) org', 'jane[at]example.org', 'a+b@x-y.org.'],
    misses: ['meet @ the hall', '@larkmead on everything', 'at home@work', 'name at school'],
  },
  'date-of-birth': {
    hits: [
      'DOB 12/03/2011', 'd.o.b. 2011-03-12', 'date of birth: 12.3.11', 'born on 3rd May', 'her birthday is 12 June', '12 June is his birthday',
      'aged 12', 'at age 9', 'she turns 13 on Saturday', 'Harry, 7, said', 'he’s only 11 and tall', 'Leon’s 16th birthday', 'a six-year-old', 'a 12-year-old', 'he is 7 years old', 'turning 11 today',
    ],
    misses: ['Happy birthday to us all', 'The school is 50 years old', 'concert on 12 June', 'born to run', 'founded 1975', 'a page 12', 'aged cheese', 'in 12 years', 'for ages 5 to 11', 'children aged 12 and over', 'he’s 12 minutes late', 'our club’s 10th birthday'],
  },
  'year-group': {
    hits: [
      'the Year 9 trip', 'Y9', 'yr 10', 'Years 7 and 8', 'Year Nine', '8B won', '7XY did well', '11RS', 'class 3b', 'Reception class', 'in Reception today',
      'sixth form', 'Sixth-Form fair', '6th form', 'KS3', 'Key Stage 4',
    ],
    misses: [
      'at 9 am', '9AM', 'until 10PM', '2B or not 2B', 'this year 9 teachers ran', 'the year 2000', 'a 10K run', '8GB', '7UP', 'room 8B', 'the 7A bus', 'bus 7A',
      'next year', '10 years', '£10M', 'the reception desk', '12-3', 'in class', '#classof2015',
    ],
  },
  'person-name': {
    hits: [
      'Thanks to Jane Smith', 'jane smith', 'JANE SMITH', 'Mr Jones', 'mrs smith’s class', 'Chidi came', 'Sian ran', 'Siân O\'Brien', 'anne marie lloyd jones', 'Anne-Marie', 'Anne-Marie Lloyd-Jones', 'Ms Lloyd-Jones', 'ms jones',
      'Miss Head', 'Mary Baker', 'Mary Ann Baker', 'Jane’s idea', '李 小龙',
    ],
    misses: ['Smith’s crisps', 'a blacksmith', 'Will you come?', 'in June', 'the Head of Year', 'mary had a little lamb', 'jane', 'Mrs Unknown', 'Lloyd', 'Marie Poppins'],
  },
  'school-name': {
    hits: ['Larkmead is great', 'larkmead community school', 'at LCS today', 'Larkmead’s choir', '#Larkmead'],
    misses: ['Lark mead', 'a lark', 'community school', 'calcs'],
  },
  insult: {
    hits: [
      'you idiot', 'what morons', 'the head is useless', 'they are so lazy', 'such stupid parents', 'a waste of space', 'that bastard', 'sh1t', 'f*ck this', 'fuuuck',
      'bïtch', 'he is a dick', 'a useless maths teacher', 'id\u200biots', 'm0rons', 'a w*nker', 'b****y office', 'i d i o t s', 'my boss is such a snake', 'd1ckhead'],
    misses: [
      'Scunthorpe', 'class', 'assembly', 'assessment', 'assorted', 'Essex and Sussex', 'Penistone', 'Arsenal', 'cockerel', 'Titchfield', 'analysis', 'shiitake',
      'Dick Whittington', 'Moby Dick', 'blue tits', 'a finger prick test', 'sex education', 'the hooker scored', 'rape seed', 'flame retardant', 'bus 455', 'stupid o’clock',
      'lazy Sunday', 'a useless fact', 'thick fog', 'The Muppet Show', 'a lovely piece of work', 'do not get lost', 'document', 'Uranus', 'a bird called a great tit',
    ],
  },
  shouting: {
    hits: ['WELL DONE EVERYONE', 'I AM SO HAPPY', 'BREAKING NEWS today', 'ПРИВЕТ ВСЕМ ДРУЗЬЯМ', 'come now OR ELSE YOU MISS IT'],
    misses: ['GCSE and BTEC', 'GCSE, BTEC, STEM', 'the PTA fair', 'OMG', 'NASA visit', 'A B C D', '#YEARNINEROCKS', 'WOW, that was lovely, thank you all', '你好', 'שלום', ''],
  },
  'pupil-name': {
    hits: ['Ayaan in 8K', 'Maisie (Year 4)', 'our pupil Tiwa Bello', 'Year 9 student Kwame', 'Zbyszek from Year 5', 'Year 7’s Jayden', 'the student called Oyin'],
    misses: ['the Year 9 trip', 'Jayden came', 'Room 8B', 'Mr Patel in Year 7', 'Shakespeare in Year 9'],
  },
  name: {
    hits: ['Mrs Whitcombe', 'Mrs Patel', 'mr patel from maths', 'Dr. Farrow', 'Jayden came', 'ask jayden', 'Zbyszek’s mum rang', 'a parent called Oyin', 'Well done Tiwa!', 'we saw Grace Adeyemi', 'Ellie-Mae sang', 'J​ayden'],
    misses: ['Miss you all', 'Mr Men books', 'Harry Potter', 'Storm Bella', 'St Andrew’s', 'Victoria Road', 'the cast of Annie', 'in Sydney', 'Will you come', 'Well done Netball Team', 'Thank you everyone', 'Grace before meals', 'Dear Sir or Madam', 'Anne Frank', 'King Charles'],
  },
  address: {
    hits: ['14 Larch Close', '12 High Street, Basingstoke', 'at 9 station road', 'Flat 3, 22 Queensway Gardens', 'lives on Rookery Lane', 'lives at number 42', '27a Church Street'],
    misses: ['a 5 minute walk', '10 places to walk', 'Year 9 Charity Walk', '24 hour drive', 'a 2 way street', 'the main road', 'along the High Street', 'All 12 on the green'],
  },
  handle: {
    hits: ['@maisie_2011', 'his snap is jaydenxx08', 'insta: leo.m_2010', '@callum.b09'],
    misses: ['@LarkmeadSchool', '@BBCSport', 'follow us on Instagram', 'jane@example.org', 'snap!'],
  },
  'number-plate': {
    hits: ['LK19 XBD', 'gv21hju', 'reg YP65KLM', 'silver car, plate R123 ABC'],
    misses: ['SW1A 1AA', 'Y9 GCSE', 'A4 PDF', 'on 12 May', 'in12the', 'KS3 MFL', 'parked in bay 12'],
  },
  medical: {
    hits: ['he had a seizure', 'our TA is pregnant', 'one of my pupils is allergic to nuts', 'Jayden broke his arm', 'Poor Jayden. Diabetes is horrid'],
    misses: ['Mental Health Awareness Week', 'flu vaccinations on Tuesday', 'first aid training', 'I have a cold', 'our pupils learnt about epilepsy'],
  },
  'special-needs': {
    hits: ['the autistic lad', 'his EHCP came', 'she is dyslexic', 'a pupil on the SEN register'],
    misses: ['SEND coffee morning', 'Autism Awareness Week', 'send it to her', 'our SENCO drop-in'],
  },
  religion: {
    hits: ['a Muslim boy', 'she wears a hijab', 'he is a Jehovah’s Witness', 'her family are strict Catholics'],
    misses: ['Eid Mubarak to all', 'Diwali in the hall', 'a visit to the mosque', 'Catholic schools'],
  },
  ethnicity: {
    hits: ['the Traveller kids', 'a black boy', 'she’s Polish', 'new boy from Syria, speaks no English', 'his family are asylum seekers'],
    misses: ['Black History Month', 'a man in a white van', 'white board pens', 'Polish food stall', 'Chinese New Year'],
  },
  care: {
    hits: ['she is in foster care', 'the kid’s dad is in prison', 'his mum died', 'a girl on free school meals', 'a looked-after child'],
    misses: ['donations for the food bank', 'take care', 'apply for free school meals', 'social media', 'a divorce lawyer came to careers day'],
  },
  marks: {
    hits: ['my tutee got a 9 in maths', 'Jayden got 23% in the mock', 'she failed her resit', 'a lad was excluded', 'his attendance is 61%'],
    misses: ['87% of Year 11 got grade 4', 'well done on your results', 'grade 5 piano', 'I got a new bike', 'results day is Thursday'],
  },
  'face-link': {
    hits: ['https://photos.app.goo.gl/AbC', 'www.instagram.com/p/Cx91', 'https://example.org/a.jpg', 'https://example.org/prom-gallery'],
    misses: ['https://example.org/fair', 'facebook.com', 'photo', 'www.example.org'],
  },
  picture: {
    hits: ['IMG_4821.jpg', '[photo of my form]', 'pics below', 'screenshot attached', 'team.png'],
    misses: ['photo day is Monday', 'a picture of health', 'file.docx', '[sic]', 'a video call'],
  },
  'other-language': {
    hits: [
      'Da iawn blant blwyddyn 9 am gasglu arian i’r elusen', 'Llongyfarchiadau i bawb ar y daith heddiw',
      'Dzisiaj moja klasa była w muzeum', 'Hoy mi clase fue al museo con los padres', 'Сегодня мы ходили в музей', 'Aujourd’hui nous sommes dans le jardin avec les enfants', '今天我们去了博物馆'],
    misses: ['Croeso to our Welsh club, today we met at the hall', 'C’est la vie, as they say in the office', 'Bonjour!', 'The café was lovely', '', '😀😀😀', 'Larkmead 3, Elmfield 1'],
  },
  link: {
    hits: ['https://example.org/x', 'HTTP://EXAMPLE.ORG', 'www.example.org', 'example.co.uk', 'bit.ly/abc', 'forms.gle/Ab1', 't.co/AbC', 'example dot com', 'youtu.be/a1', 'see example.org.'],
    misses: ['It is the end.Then we left', 'e.g. this', 'file.docx', 'at 9.30', 'jane@example.org', 'fun.Me too', 'and/or'],
  },
} // prettier-ignore

describe('detecting', () => {
  for (const [kind, { hits, misses }] of Object.entries(table)) {
    describe(kind, () => {
      for (const draft of hits) {
        it(`is seen in: ${draft}`, async () => {
          expect(await detect(draft, known)).to.include(kind)
        })
      }
      for (const draft of misses) {
        it(`is not seen in: ${draft}`, async () => {
          expect(await detect(draft, known)).not.to.include(kind)
        })
      }
    })
  }

  it('sees nothing in an ordinary post', async () => {
    const draft =
      'What a lovely day by the sea! We left at 8.15, saw 12 seals, and lost 2-1 at beach football. Back at 5pm.'
    expect(await detect(draft, known)).to.deep.equal([])
  })

  it('sees several things, each once', async () => {
    const draft = 'Jane Smith (Year 9) 07700 900123, again 07700 900123, SW1A 1AA, jane@example.org, www.example.org'
    expect(await detect(draft, known)).to.deep.equal([
      'phone-number',
      'postcode',
      'email-address',
      'year-group',
      'person-name',
      'link',
    ])
  })

  it('copes with an empty directory', async () => {
    expect(await detect('a jane smith', { names: [], schoolNames: [] })).to.deep.equal(['name'])
    const empty = { names: ['', '   ', '(Maths)', 'Mr'], schoolNames: ['', '!'] }
    expect(await detect('the maths block', empty)).to.deep.equal([])
  })
})
