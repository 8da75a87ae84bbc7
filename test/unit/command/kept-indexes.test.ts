// Indexes in the home's folder: for the owner only, damaged ones are never used, and failures never throw.
import { expect } from 'chai'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepIndexes } from '../../../src/command/kept-indexes.ts'
import { loadLibrary } from '../../../src/command/knowledge.ts'
import { openDesk } from '../../../src/turn/desk.ts'
import { ask } from '../../../src/search/ask.ts'

const newHome = () => mkdtempSync(join(tmpdir(), 'kept-'))
const over = (home: string, program = 'program') => {
  const kept = keepIndexes(home, program)
  if (kept === undefined) throw new Error(`Nothing is kept in ${home}.`)
  return kept
}
const bytes = Buffer.from('what was worked out')
const filesIn = (home: string) => readdirSync(join(home, 'cache')).map((name) => join(home, 'cache', name))

describe('indexes that are kept', () => {
  it('are found again under their key, by the same program, and are for the owner only', () => {
    const home = newHome()
    over(home).keep('key', bytes)
    expect(Buffer.from(over(home).find('key') ?? [])).to.deep.equal(bytes)
    expect(over(home).find('another key')).to.equal(undefined)
    expect(over(home, 'newer program').find('key')).to.equal(undefined)
    const [file = ''] = filesIn(home)
    expect([statSync(file).mode & 0o777, statSync(join(home, 'cache')).mode & 0o777]).to.deep.equal([0o600, 0o700])
  })

  it('are not found where the file is damaged or cut short, and are then kept anew', () => {
    const damages: ((file: string) => void)[] = [
      (file) => truncateSync(file, 70),
      (file) => truncateSync(file, 3),
      (file) => {
        const damaged = readFileSync(file)
        damaged.write('?', damaged.length - 4)
        writeFileSync(file, damaged)
      },
    ]
    for (const damage of damages) {
      const home = newHome()
      over(home).keep('key', bytes)
      damage(filesIn(home)[0] ?? '')
      expect(over(home).find('key')).to.equal(undefined)
      over(home).keep('key', bytes)
      expect(over(home).find('key')).to.not.equal(undefined)
    }
  })

  it('do not pile up, and the latest stay', () => {
    const home = newHome()
    const seen = new Set<string>()
    for (let nth = 0; nth < 12; nth++) {
      over(home).keep(`key ${nth}`, bytes)
      // Files with the same timestamp have no order, so each gets its own.
      for (const file of filesIn(home)) if (!seen.has(file)) utimesSync(file, nth, nth)
      filesIn(home).forEach((file) => seen.add(file))
    }
    expect(filesIn(home)).to.have.length(6)
    const stay = (nth: number) => over(home).find(`key ${nth}`) !== undefined
    expect([4, 5, 6, 10, 11].map(stay)).to.deep.equal([false, false, true, true, true])
  })

  it('leave a home alone that does not exist, and one that cannot be written to', () => {
    const missing = join(newHome(), 'none')
    expect(keepIndexes(missing, 'program')).to.equal(undefined)
    expect(existsSync(missing)).to.equal(false)
    const blocked = newHome()
    // A file in the folder's place blocks even root, who may write everywhere.
    writeFileSync(join(blocked, 'cache'), 'a file of this name')
    over(blocked).keep('key', bytes)
    expect(over(blocked).find('key')).to.equal(undefined)
  })

  it('answer as without: the second desk is opened from what the first one kept', () => {
    const home = newHome()
    const library = loadLibrary({ root: '.', home })
    const indexes = over(home)
    const found: boolean[] = []
    const watched = {
      find: (key: string) => {
        const bytes = indexes.find(key)
        found.push(bytes !== undefined)
        return bytes
      },
      keep: indexes.keep,
    }
    const now = new Date('2026-11-23T09:00:00Z')
    // As if each were read by a new program: a built index is remembered by its `words` object, so each gets another
    // one.
    const read = () => ({ ...library, words: [...library.words], indexes: watched })
    const answers = [library, read(), read()].map((each) =>
      JSON.stringify(ask(openDesk(each)(now).index, 'can i be friends with pupils on facebook')),
    )
    expect(found).to.deep.equal([false, true])
    expect(new Set(answers).size).to.equal(1)
  })
})
