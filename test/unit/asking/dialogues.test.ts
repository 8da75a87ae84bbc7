// What people say next: thirty short dialogues, each line with what the last card must show, at a school with three
// policies of its own and with the project's example.
import { expect } from 'chai'
import { createApp } from '../../../src/app.ts'
import type { Block, Card } from '../../../src/chat/cards.ts'
import { unstyled } from '../../../src/chat/cards.ts'
import type { Library } from '../../../src/turn/library.ts'
import { theLibrary } from '../../kit/library.ts'
import { memoryPorts } from '../../kit/ports.ts'
import { meadowLane } from '../../kit/three-policies.ts'

interface Turn {
  readonly says: string
  readonly title?: RegExp
  readonly shows?: RegExp
  readonly never?: RegExp
  /** The number of cards that are shown. */
  readonly cards?: number
}

const own: readonly (readonly [string, readonly Turn[]])[] = [
  [
    'asks why',
    [{ says: 'can I be friends with pupils on facebook?' }, { says: 'why?', title: /^Why the policy says so/ }],
  ],
  [
    'doubts it',
    [
      { says: 'can I be sacked for a tweet?' },
      { says: 'who says?', title: /^Where this comes from/, shows: /edition October 2015.*Kept up to date by/s },
    ],
  ],
  [
    'wants all of it',
    [
      { says: 'who has to follow the social media policy?' },
      { says: 'show me the whole policy', title: /all sections/ },
    ],
  ],
  [
    'wants somebody',
    [{ says: 'what counts as confidential?' }, { says: 'how do I talk to a real person', title: /^Who you can ask/ }],
  ],
  [
    'wants somebody at once',
    [{ says: 'can i speak to a human', title: /Talk to a person/, shows: /Speak to one of them in person/ }],
  ],
  [
    'does not understand',
    [
      { says: 'what happens if I break the social media policy' },
      { says: 'i dont understand', title: /^In other words: 8/ },
    ],
  ],
  [
    'asks where we are',
    [
      { says: 'what happens if I break the social media policy' },
      { says: 'what section is that', shows: /We are at 8.*Social Media Policy/s },
    ],
  ],
  [
    'asks what led there',
    [
      { says: 'can I be sacked for a tweet?' },
      { says: 'why did i get this', title: /^About this answer/, shows: /I read “|words of yours/ },
    ],
  ],
  ['did not mean it', [{ says: 'can I be sacked for a tweet?' }, { says: "that's not it", shows: /These come next/ }]],
  [
    'goes on',
    [{ says: 'who has to follow the social media policy?' }, { says: 'and what about governors?', title: /^4 / }],
  ],
  [
    'goes on where it is silent',
    [
      { says: 'who has to follow the social media policy?' },
      { says: 'what about hamsters?', title: /does not say/, shows: /“hamsters”/ },
    ],
  ],
  [
    'goes on after silence',
    [
      { says: 'who has to follow the social media policy?' },
      { says: 'what about hamsters?' },
      { says: 'and volunteers?', title: /^4 / },
    ],
  ],
  [
    'asks two things',
    [{ says: 'can I be friends with pupils on facebook? what happens if I break the policy?', cards: 2, shows: /8/ }],
  ],
  ['writes Welsh', [{ says: 'Sut ydw i yn rhannu lluniau plant yr ysgol?', shows: /Saesneg.*I read English only/s }]],
  ['writes Polish', [{ says: 'czy moge dodac rodzice na Facebook', shows: /angielsku/ }]],
  ['writes Urdu', [{ says: 'کیا میں والدین کو فیس بک پر شامل کر سکتا ہوں', shows: /انگریزی/ }]],
  [
    'goes on after something urgent',
    [
      { says: 'what is the wifi rule' },
      { says: 'a parent threatened to stab me on facebook', title: /threat/i },
      { says: 'and what if he does it again?', shows: /stays about what you told me/, never: /wifi/i },
    ],
  ],
  [
    'asks what to do about it',
    [
      { says: 'a pupil has been sent a nude photo of another pupil' },
      { says: 'should i delete it', shows: /stays about what you told me/ },
    ],
  ],
  [
    'asks for somebody after something urgent',
    [
      { says: 'a parent threatened to stab me on facebook' },
      { says: 'who do i tell', shows: /stays about.*safeguarding lead/s },
    ],
  ],
  [
    'asks something else after something urgent',
    [
      { says: 'a parent threatened to stab me on facebook' },
      { says: 'who has to follow the social media policy?', title: /^4 / },
      { says: 'what section is that', shows: /We are at 4/ },
    ],
  ],
  [
    'asks for the safeguarding lead',
    [{ says: 'who is the safeguarding lead', shows: /designated safeguarding lead/, never: /can’t find/ }],
  ],
  ['asks for the DSL', [{ says: 'DSL', shows: /designated safeguarding lead/ }]],
  [
    'asks when it is reviewed',
    [{ says: 'when is the social media policy due for review?', shows: /review was due in October 2016/ }],
  ],
  ['asks whose it is', [{ says: 'who is responsible for the social media policy', title: /^Whose policy/ }]],
  ['asks why of nothing', [{ says: 'why?', title: /What do you mean/ }]],
  [
    'asks why of what was not found',
    [{ says: 'how many days of paternity leave do I get' }, { says: 'why?', title: /No section to speak of/ }],
  ],
]

const three: readonly (readonly [string, readonly Turn[]])[] = [
  [
    'names the policy it is about',
    [
      { says: 'where do visitors go when they come in?' },
      { says: 'who owns it', shows: /Visitors Policy is kept up to date by the office manager/ },
    ],
  ],
  [
    'wants the whole of it',
    [
      { says: 'who telephones the family when a pupil is absent without a reason' },
      { says: 'show me the whole document', title: /^Attendance Policy: all sections/ },
    ],
  ],
  [
    'wants a person',
    [
      { says: 'how are injuries written down in the accident book?' },
      { says: 'can i talk to someone', title: /First Aid Policy/ },
    ],
  ],
  [
    'asks who signed it and may not know',
    [{ says: 'who has signed the attendance policy?', title: /not open to everybody/ }],
  ],
  [
    'asks when it is reviewed',
    [{ says: 'when will the first aid policy be reviewed?', shows: /next review is in September 2027/ }],
  ],
  ['asks for safeguarding', [{ says: 'who leads on safeguarding here', shows: /Mrs Oyelaran/ }]],
  [
    'names another policy',
    [
      { says: 'how are injuries written down in the accident book?' },
      { says: 'what about late pupils?', title: /^2 Late pupils/ },
    ],
  ],
  [
    'reads on by a press and asks where it is',
    [{ says: 'sections of first aid' }, { says: 'where are we', shows: /We are at the First Aid Policy/ }],
  ],
]

describe('dialogues', () => {
  const played = (shelf: string, dialogues: typeof own, library: () => Library) => {
    for (const [what, turns] of dialogues)
      it(`${shelf}: somebody ${what}`, async () => {
        const test = await memoryPorts()
        const app = createApp(test.ports, library())
        for (const [at, turn] of turns.entries()) {
          const replies = await app.hear({
            kind: 'said',
            id: `e${at}`,
            account: { platform: 'web', id: 'U1' },
            place: { platform: 'web', id: 'D1', kind: 'private' },
            text: turn.says,
          })
          const last = replies.at(-1)?.card
          if (last === undefined) throw new Error(`nothing was answered to “${turn.says}”`)
          if (turn.title !== undefined) expect(last.title, turn.says).to.match(turn.title)
          if (turn.shows !== undefined) expect(wordsOn(last), turn.says).to.match(turn.shows)
          if (turn.never !== undefined) expect(wordsOn(last), turn.says).to.not.match(turn.never)
          if (turn.cards !== undefined) expect(replies, turn.says).to.have.lengthOf(turn.cards)
        }
        await test.close()
      })
  }
  const example = theLibrary()
  played('the example', own, () => example)
  const meadow = meadowLane()
  played('three policies', three, () => meadow)
})

function wordsOn({ title, blocks }: Card): string {
  return [title, ...blocks.map(wordsIn)].join('\n')
}

function wordsIn(block: Block): string {
  switch (block.kind) {
    case 'text':
    case 'note':
      return unstyled(block.text)
    case 'quote':
      return `${unstyled(block.text)}\n${block.source}`
    case 'list':
      return block.items.map(unstyled).join('\n')
    case 'buttons':
      return block.buttons.map(({ label }) => label).join('\n')
    case 'heading':
      return block.text
    default:
      return ''
  }
}
