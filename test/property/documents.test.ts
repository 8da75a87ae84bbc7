// Whatever document is written as Word, OpenDocument or RTF: its headings, numbers, lists, tables, notes and words can
// be read back.
import { expect } from 'chai'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readDocx } from '../../adapters/documents/docx.ts'
import { readOdt } from '../../adapters/documents/odt.ts'
import { readRtf } from '../../adapters/documents/rtf.ts'
import type { ReadDocument } from '../../src/ports/document.ts'
import { asDocx, asOdt, asRtf, expected, type Part, words, wordsIn } from '../kit/documents/policy.ts'
import { documentOf, said } from '../kit/documents/said.ts'

// Letters of several alphabets, characters that are special in XML or RTF, and plain English.
const word = fc.oneof(
  fc.constantFrom(
    'school',
    'policy',
    '&amp;',
    '<b>',
    '\\par',
    '{x}',
    'naïve',
    '“quoted”',
    '中文',
    'Привет',
    '😀',
    '2025',
    '%1',
    'it’s',
  ),
  fc.stringMatching(/^[a-zA-Z]{1,9}$/),
)
const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '))

/** Levels deepen by one at a time, as in any document that a person wrote. */
function stepped<T extends { level: number }>(first: number, all: readonly T[]): T[] {
  let deepest = first
  return all.map((each) => {
    const level = Math.min(each.level, deepest)
    deepest = level + 1
    return { ...each, level }
  })
}

const item = fc.record({ level: fc.integer({ min: 0, max: 2 }), text })
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 3 }), text }),
  fc.record({ kind: fc.constant('paragraph' as const), text, note: fc.option(text, { nil: undefined }) }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(item, { minLength: 1, maxLength: 9 }).map((items) => stepped(0, items)),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    rows: fc
      .integer({ min: 2, max: 4 })
      .chain((columns) =>
        fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }),
      ),
  }),
)

const policy = fc.array(part, { minLength: 1, maxLength: 14 }).map((parts) => {
  const headings = stepped(
    1,
    parts.filter((each) => each.kind === 'heading'),
  )
  // RTF has no mark for the end of a table, so adjacent tables would be read as one.
  const apart = parts.flatMap<Part>((each) =>
    each.kind === 'table' ? [each, { kind: 'paragraph', text: 'Between' }] : [each],
  )
  return apart.map((each) => (each.kind === 'heading' ? (headings.shift() ?? each) : each))
})

const formats: readonly {
  name: string
  write: (parts: readonly Part[]) => Uint8Array
  read: (bytes: Uint8Array) => ReadDocument
}[] = [
  { name: 'Word', write: asDocx, read: (bytes) => readDocx(bytes) },
  { name: 'OpenDocument', write: asOdt, read: (bytes) => readOdt(bytes) },
  { name: 'RTF', write: asRtf, read: (bytes) => readRtf(bytes) },
]

type Cuts = readonly (readonly [number, number])[]

/** Swaps attributes and elements: the result is still XML, but odd. */
function repacked(file: Uint8Array, cuts: Cuts): Uint8Array {
  const parts = unzipSync(file)
  const names = Object.keys(parts).filter((name) => name.endsWith('.xml'))
  return zipSync({
    ...parts,
    ...Object.fromEntries(
      names.map((name) => {
        const tokens = strFromU8(parts[name] ?? new Uint8Array()).split(/((?<=")[^"<>]*(?=")|<[^>]*\/>)/)
        for (const [from, to] of cuts) {
          const a = 1 + 2 * (from % Math.max(1, Math.floor(tokens.length / 2)))
          const b = 1 + 2 * (to % Math.max(1, Math.floor(tokens.length / 2)))
          const [x = '', y = ''] = [tokens[a], tokens[b]]
          if (x.startsWith('<') === y.startsWith('<')) [tokens[a], tokens[b]] = [y, x]
        }
        return [name, strToU8(tokens.join(''))]
      }),
    ),
  })
}

/** Swaps control words of the RTF. */
function mixed(file: Uint8Array, cuts: Cuts): Uint8Array {
  const words = Buffer.from(file)
    .toString('latin1')
    .split(/(?=\\)/)
  for (const [from, to] of cuts) {
    const [a, b] = [1 + (from % (words.length - 1)), 1 + (to % (words.length - 1))]
    ;[words[a], words[b]] = [words[b] ?? '', words[a] ?? '']
  }
  return Buffer.from(words.join(''), 'latin1')
}

describe('documents: what comes back', () => {
  for (const { name, write, read } of formats) {
    it(`of any document in ${name}`, () => {
      fc.assert(
        fc.property(policy, (parts) => {
          expect(said(read(write(parts)))).to.deep.equal(expected(parts))
        }),
        { numRuns: 60 },
      )
    })

    it(`keeps every word, by a plain recount: ${name}`, () => {
      fc.assert(
        fc.property(policy, (parts) => {
          const { blocks } = documentOf(read(write(parts)))
          const there = blocks.flatMap((block) =>
            block.kind === 'row' ? block.cells.flatMap(words) : words(block.text),
          )
          expect(there).to.deep.equal(wordsIn(parts))
        }),
        { numRuns: 30 },
      )
    })

    it(`never throws, whatever is written in its parts: ${name}`, () => {
      const cuts = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 })
      fc.assert(
        fc.property(policy, cuts, (parts, all) => {
          const back = read(name === 'RTF' ? mixed(write(parts), all) : repacked(write(parts), all))
          expect(back.kind).to.be.oneOf(['document', 'refused'])
        }),
        { numRuns: 100 },
      )
    })

    it(`never throws, whatever happened to the file: ${name}`, () => {
      const damage = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 12 })
      fc.assert(
        fc.property(policy, damage, (parts, changes) => {
          const bytes = Uint8Array.from(write(parts))
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte
          expect(read(bytes).kind).to.be.oneOf(['document', 'refused'])
        }),
        { numRuns: 100 },
      )
    })
  }
})
