// The gallery as Adaptive Cards, compared with the approved output and checked against Teams's limits and the types of
// Microsoft's own package. UPDATE_GOLDEN=1 writes the current output; look at the difference before keeping it.
import { expect } from 'chai'
import { limits } from '../../adapters/teams/limits.ts'
import { bytesOf, mergeCards, showCard, summaryOf } from '../../adapters/teams/show.ts'
import { buttons, type Button } from '../../src/chat/cards.ts'
import { edges, gallery } from '../kit/gallery.ts'
import { cardNamed, wordsIn, writeGolden } from '../kit/golden.ts'
import { golden, type Golden } from './teams.golden.ts'

/** The whole gallery as messages, and some cards in the other forms in which they are shown. */
const made: Golden = {
  messages: Object.fromEntries(Object.entries(gallery).map(([name, card]) => [name, showCard(card)])),
  dialogs: {
    draft: showCard(cardNamed('draft'), 'dialog'),
    two: showCard(mergeCards([cardNamed('stop'), cardNamed('unsure')]), 'dialog'),
  },
  own: { question: showCard(cardNamed('question'), 'own') },
}

describe('teams: the gallery', () => {
  before(async () => {
    if (process.env['UPDATE_GOLDEN'] !== undefined) await writeGolden('test/cards/teams.golden.ts', goldenLines, made)
  })

  for (const kind of ['messages', 'dialogs', 'own'] as const) {
    for (const [name, shown] of Object.entries(made[kind])) {
      it(`${kind}, ${name}: is what it was`, () => {
        expect(shown).to.deep.equal(golden[kind][name])
      })
    }
  }
})

describe('teams: every card', () => {
  for (const [name, given] of Object.entries({ ...gallery, ...edges })) {
    const shown = showCard(given)

    it(`${name}: stays under 28 KB, in every way of showing it`, () => {
      for (const as of ['message', 'own', 'dialog'] as const)
        expect(bytesOf(showCard(given, as))).to.be.at.most(limits.cardBytes)
    })

    it(`${name}: has words for notifications, screen readers and clients that show no cards`, () => {
      for (const said of [shown.fallbackText ?? '', shown.speak ?? '', summaryOf(given)]) {
        expect(said.trim()).not.to.equal('')
        expect(said).not.to.match(/<[a-z!/@#]/i)
      }
    })

    it(`${name}: every button works on clients old and new, and the inputs say what is missing`, () => {
      for (const action of all(shown, 'Action.Execute')) {
        expect(action['fallback']).to.include({ type: 'Action.Submit', title: action['title'] })
        expect(action['fallback']).to.have.property('data').that.deep.equals(action['data'])
      }
      for (const input of [
        ...all(shown, 'Input.Text'),
        ...all(shown, 'Input.Toggle'),
        ...all(shown, 'Input.ChoiceSet'),
      ]) {
        expect(input['label']).to.be.a('string').that.is.not.empty
        if (input['isRequired'] === true) expect(input['errorMessage']).to.be.a('string').that.is.not.empty
      }
    })

    it(`${name}: runs no Action.Execute in a dialog`, () => {
      expect(all(showCard(given, 'dialog'), 'Action.Execute')).to.deep.equal([])
    })
  }

  for (const [name, given] of Object.entries(gallery)) {
    it(`${name}: keeps every word`, () => {
      const whole = JSON.stringify(showCard(given)).replaceAll('\\\\', '').replaceAll('\u2060', '')
      for (const block of given.blocks) {
        for (const word of wordsIn(block)) expect(whole).to.contain(JSON.stringify(word).slice(1, -1))
      }
    })
  }

  it('a section that is far too long is cut at the end of a sentence, and says that there is more', () => {
    const long = cardNamed('long section')
    const shown = showCard({ ...long, blocks: [...long.blocks, ...long.blocks, ...long.blocks] })
    const texts = all(shown, 'TextRun').map(({ text }) => String(text))
    expect(texts[0]).to.match(/mean what they say\. …$/)
    expect(texts.at(-1)).to.contain('To read the whole section')
    expect(bytesOf(shown)).to.be.within(5_000, limits.cardBytes)
  })

  it('many to choose from are one list that opens, with every one of them in it', () => {
    const shown = showCard({ ...cardNamed('next to nothing'), blocks: [buttons(...sections(60))] })
    const named = all(shown, 'Action.Execute').map(({ title, tooltip }) => `${String(title)}: ${String(tooltip)}`)
    expect(named).to.deep.equal(['Choose: Choose one of 60'])
    expect(all(shown, 'Input.ChoiceSet').map(({ choices }) => (choices as unknown[]).length)).to.deep.equal([60])
    expect(bytesOf(shown)).to.be.at.most(limits.cardBytes)
  })

  it('where there are more buttons than fit, it says so', () => {
    const shown = showCard(cardNamed('many sections'))
    expect(all(shown, 'Action.Execute').length).to.be.within(30, 60)
    expect(all(shown, 'TextRun').at(-1)?.['text']).to.contain('There is more than fits')
  })

  it('what people typed is no mention, no link and no Markdown', () => {
    const typed = '[you](https://evil.example) <https://evil.example> *bold* _it_ `code` 1. <at>Ada</at> &lt;b&gt;'
    const shown = showCard({
      title: typed,
      tone: 'plain',
      summary: typed,
      blocks: [
        { kind: 'heading', text: typed },
        { kind: 'text', text: [{ text: typed }] },
      ],
    })
    for (const block of all(shown, 'TextBlock')) {
      expect(block['text']).not.to.match(/(^|[^\\])[*_`[\]]/)
      expect(block['text']).not.to.contain('<https:')
    }
    for (const run of all(shown, 'TextRun')) expect(run['text']).not.to.match(/\]\(|<https:/)
    expect(shown.msteams).to.deep.equal({ width: 'full' })
    expect(shown.speak).not.to.match(/[<>]/)
  })
})

function sections(count: number): Button[] {
  return Array.from({ length: count }, (_, n) => ({
    label: `${n + 1} A section`,
    action: { do: 'read', policy: 'social-media', edition: '2015-10', section: `${n + 1}` },
  }))
}

type Json = Readonly<Record<string, unknown>>

/** Every element of a type at any depth, except inside `fallback`. */
function all(value: unknown, type: string): Json[] {
  if (Array.isArray(value)) return value.flatMap((one) => all(one, type))
  if (typeof value !== 'object' || value === null) return []
  const own = 'type' in value && value.type === type ? [value as Json] : []
  return [...own, ...Object.entries(value).flatMap(([key, held]) => (key === 'fallback' ? [] : all(held, type)))]
}

const goldenLines = [
  '// What the gallery looks like in Teams; written by UPDATE_GOLDEN=1, checked by the types of Microsoft’s own package.',
  "import type { IAdaptiveCard } from '@microsoft/teams.cards'",
  '',
  'type Cards = Readonly<Record<string, IAdaptiveCard>>',
  '',
  'export interface Golden {',
  'readonly messages: Cards',
  'readonly dialogs: Cards',
  'readonly own: Cards',
  '}',
]
