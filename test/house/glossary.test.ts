// The glossary is complete and matches the code: every room and every noun that all features share has a row, and every
// word in it occurs in the code.
import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import { sourcesOnDisk } from './house.ts'

const table = readFileSync('src/README.md', 'utf8').split('\n## The words\n')[1] ?? ''
const rows = [...table.matchAll(/^\| ([a-z, -]+) \| (.+) \|$/gm)]
  .map(([, words = '', meaning = '']) => ({ words: words.split(', '), meaning }))
  .filter(({ words }) => words[0] !== 'word' && words[0] !== '---')
const explained = rows.flatMap(({ words }) => words)

/** A folder without code needs no row. */
const rooms = readdirSync('src', { withFileTypes: true })
  .filter((each) => each.isDirectory() && readdirSync(`src/${each.name}`).some((file) => file.endsWith('.ts')))
  .map(({ name }) => name)

/** Files whose name is a single noun, in the rooms that every feature uses. */
const nouns = ['chat', 'ports', 'turn']
  .flatMap((room) => readdirSync(`src/${room}`))
  .flatMap((file) => /^([a-z]+)\.ts$/.exec(file)?.[1] ?? [])
  // These names are verbs.
  .filter((name) => !['counting', 'meet'].includes(name))

describe('the glossary', () => {
  it('explains every room', () => {
    expect(
      rooms.filter((room) => !explained.includes(room)),
      'give it a row in src/README.md',
    ).to.be.empty
  })

  it('explains the nouns that every feature meets', () => {
    expect(
      nouns.filter((noun) => !explained.includes(noun)),
      'give it a row in src/README.md',
    ).to.be.empty
  })

  it('explains each word once', () => {
    expect(explained.filter((word, at) => explained.indexOf(word) !== at)).to.be.empty
    expect(rows.filter(({ meaning }) => meaning.trim() === '')).to.be.empty
  })

  it('has only words that are the code’s', () => {
    const spoken = new Set(
      [...sourcesOnDisk()].flatMap(([path, source]) =>
        [path, source].flatMap((text) =>
          (text.match(/[A-Za-z]+/g) ?? []).flatMap((name) =>
            name
              .replace(/([a-z])([A-Z])/g, '$1 $2')
              .toLowerCase()
              .split(' '),
          ),
        ),
      ),
    )
    expect(rows.length).to.be.greaterThan(50)
    expect(
      explained.filter((word) => !spoken.has(word)),
      'nobody uses it: take it out',
    ).to.be.empty
  })
})
