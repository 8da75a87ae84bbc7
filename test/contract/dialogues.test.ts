// Dialogues of two to four turns, as data (dialogues.txt): what somebody says, and what the answer must and must not
// contain.
import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import type { Library } from '../../src/turn/library.ts'
import { compact } from '../../src/kit/defined.ts'
import { strangersPolicies } from '../bench/shelves.ts'
import { meadowLane } from '../kit/three-policies.ts'
import { play, stages } from '../kit/stages.ts'
import type { Hand } from '../kit/story.ts'

interface Said {
  readonly text: string
  readonly holds: readonly RegExp[]
  readonly holdsNot: readonly RegExp[]
}

interface Dialogue {
  readonly name: string
  readonly shelf: string
  /** The reason why the dialogue does not pass yet; undefined where it must. */
  readonly open: string | undefined
  readonly said: readonly Said[]
}

/**
 * `## name`, `shelf: name`, then for each turn `> words`, `= what the answer contains`, `! what it must not contain`.
 */
function dialoguesIn(source: string): Dialogue[] {
  return source
    .split(/^## /m)
    .slice(1)
    .map((part): Dialogue => {
      const [name = '', ...lines] = part.trim().split('\n')
      const valueOf = (key: string) => lines.find((line) => line.startsWith(`${key}: `))?.slice(key.length + 2)
      const said = lines
        .join('\n')
        .split(/^> /m)
        .slice(1)
        .map((turn): Said => {
          const [text = '', ...rest] = turn.split('\n')
          const those = (sign: string) =>
            rest.filter((line) => line.startsWith(sign)).map((line) => new RegExp(line.slice(2), 'i'))
          return { text, holds: those('= '), holdsNot: those('! ') }
        })
      return { name, shelf: valueOf('shelf') ?? '', open: valueOf('open'), said }
    })
}

// Read once, because reading everything that the bot knows takes a second.
const meadow = meadowLane()
const libraries = new Map<string, Library>([
  ['meadow', meadow],
  ['strangers', { ...meadow, policies: strangersPolicies(), asked: new Map(), words: [], scenarios: [] }],
])

/** What is wrong in the first turn that fails; undefined where every turn passes. */
async function wrongIn(hand: Hand, said: readonly Said[]): Promise<string | undefined> {
  for (const { text, holds, holdsNot } of said) {
    const before = (await hand.screen()).cards.length
    const { cards, last } = await hand.says(text)
    const came = cards.length > before ? cards.slice(before) : [last]
    const read = came.map((card) => [card.text, ...card.buttons].join('\n')).join('\n')
    const wrong = [
      ...holds.filter((pattern) => !pattern.test(read)).map((pattern) => `does not hold ${String(pattern)}`),
      ...holdsNot.filter((pattern) => pattern.test(read)).map((pattern) => `holds ${String(pattern)}`),
    ]
    if (wrong.length > 0) return `“${text}” ${wrong.join(', ')}:\n${read}`
  }
  return undefined
}

describe('dialogues', () => {
  const dialogues = dialoguesIn(readFileSync('test/contract/dialogues.txt', 'utf8'))
  const [web, ...others] = stages

  for (const [at, { name, shelf, open, said }] of dialogues.entries()) {
    // Every dialogue on the web page, and every fifth on the other platforms, which differ only in how they show it.
    for (const stage of compact([web, ...(at % 5 === 0 ? others : [])])) {
      if (open !== undefined) {
        it.skip(`${stage.name}: ${name} (open: ${open})`, () => undefined)
        continue
      }
      it(`${stage.name}: ${name}`, async () => {
        const library = libraries.get(shelf)
        if (library === undefined) throw new Error(`There is no shelf "${shelf}".`)
        await play(
          stage,
          async ({ teacher }) => {
            const wrong = await wrongIn(teacher, said)
            if (wrong !== undefined) expect.fail(wrong)
          },
          { library },
        )
      })
    }
  }

  it('hold, at least four of five', () => {
    const held = dialogues.filter(({ open }) => open === undefined)
    expect(dialogues.length).to.be.at.least(45)
    expect(held.length / dialogues.length).to.be.at.least(0.8)
  })
})
