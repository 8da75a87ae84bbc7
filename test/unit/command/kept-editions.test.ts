// Parsed editions are kept from one start to the next: the result is the same, and never used for another text.
import { expect } from 'chai'
import { mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rememberEditions } from '../../../src/command/kept-editions.ts'
import { keepIndexes } from '../../../src/command/kept-indexes.ts'
import { readEdition } from '../../../src/library/editions.ts'

const file = 'knowledge/policies/social-media/2015-10.md'
const source = readFileSync(file, 'utf8')
const newHome = () => mkdtempSync(join(tmpdir(), 'kept-editions-'))
const filesIn = (home: string) => readdirSync(join(home, 'cache')).map((name) => join(home, 'cache', name))

describe('editions that are kept', () => {
  function start(home: string, texts: readonly (readonly [string, string])[], program = 'program') {
    const remembered = rememberEditions(keepIndexes(home, program))
    const read = texts.map(([place, text]) => remembered.readText(place, text))
    remembered.keep()
    return read
  }

  it('are the same again, problems too', () => {
    const home = newHome()
    const broken = '---\npolicy: a\n---\n'
    const first = start(home, [
      [file, source],
      ['broken.md', broken],
    ])
    const again = start(home, [
      [file, source],
      ['broken.md', broken],
    ])
    expect(again).to.deep.equal(first)
    expect(again).to.deep.equal([readEdition(file, source), readEdition('broken.md', broken)])
    expect(again[1]?.problems).to.not.be.empty
  })

  it('are not taken apart again', () => {
    const home = newHome()
    start(home, [[file, source]])
    const one = rememberEditions(keepIndexes(home, 'program'))
    expect(one.readText(file, source)).to.equal(one.readText(file, source))
    // Nor are they parsed when the files are read again while the program runs.
    one.keep()
    expect(one.readText(file, source)).to.equal(one.readText(file, source))
  })

  it('are read anew for another text, another place or another program, and where the file is damaged', () => {
    const home = newHome()
    start(home, [[file, source]])
    const text = source.replace(/^title: .*$/m, 'title: Another')
    expect(start(home, [[file, text]])[0]?.edition?.title).to.equal('Another')
    expect(start(home, [['elsewhere.md', 'no record']])[0]?.problems[0]?.file).to.equal('elsewhere.md')
    expect(start(home, [[file, source]], 'newer')[0]).to.deep.equal(readEdition(file, source))
    for (const damage of [(at: string) => truncateSync(at, 90), (at: string) => writeFileSync(at, 'nothing')]) {
      for (const at of filesIn(home)) damage(at)
      expect(start(home, [[file, source]])[0]).to.deep.equal(readEdition(file, source))
    }
  })

  it('are those of the last start alone, and nothing is written where nothing changed', () => {
    const home = newHome()
    start(home, [
      [file, source],
      ['gone.md', source],
    ])
    const [at = ''] = filesIn(home)
    const both = readFileSync(at).length
    start(home, [[file, source]])
    const alone = readFileSync(at)
    expect(alone.length).to.be.below(both * 0.6)
    const written: string[] = []
    const kept = keepIndexes(home, 'program')
    const { readText, keep } = rememberEditions(
      kept && { find: (key) => kept.find(key), keep: (key) => void written.push(key) },
    )
    readText(file, source)
    keep()
    expect(written).to.deep.equal([])
  })
})
