// One home for several servers, on every database: an edit on one server reaches the others, and nobody's change is
// overwritten.
import { expect } from 'chai'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import { shareHome, stateOf, type SharedHome } from '../../src/office/shared-home.ts'
import { parts } from '../kit/evidence.ts'
import { databases } from '../kit/databases.ts'

const at = new Date('2026-11-23T09:00:00Z')

describe('how a file stands against the other servers', () => {
  const table = [
    ['nothing anywhere', undefined, undefined, undefined, 'same'],
    ['never given', 'a', undefined, undefined, 'changed'],
    ['new elsewhere', undefined, [1, 'a'], undefined, 'newer'],
    ['the same by chance', 'a', [1, 'a'], undefined, 'known'],
    ['another, and nobody knows since when', 'b', [1, 'a'], undefined, 'both'],
    ['as it was brought', 'a', [1, 'a'], [1, 'a'], 'same'],
    ['changed here', 'b', [1, 'a'], [1, 'a'], 'changed'],
    ['changed elsewhere', 'a', [2, 'b'], [1, 'a'], 'newer'],
    ['changed on both', 'c', [2, 'b'], [1, 'a'], 'both'],
    ['changed alike on both', 'b', [2, 'b'], [1, 'a'], 'known'],
    ['gone here', undefined, [1, 'a'], [1, 'a'], 'missing'],
    ['deleted elsewhere', 'a', [2, undefined], [1, 'a'], 'newer'],
    ['deleted elsewhere and changed here', 'b', [2, undefined], [1, 'a'], 'both'],
  ] as const
  const kept = (one: readonly [number, string | undefined] | undefined) => one && { version: one[0], hash: one[1] }
  for (const [what, own, latest, base, state] of table)
    it(`${what}: ${state}`, () => {
      expect(stateOf(own, kept(latest), kept(base))).to.equal(state)
    })
})

for (const [name, open] of databases)
  describe(`${name}: a home that several servers share`, () => {
    let store: OpenStore
    let homes: string[]
    let sound: boolean

    beforeEach(async () => {
      store = openStore(await open(), { ...parts, newId: () => 'id' })
      homes = []
      sound = true
    })
    afterEach(async () => {
      await store.close()
      for (const home of homes) rmSync(home, { recursive: true, force: true })
    })

    const server = () => {
      const home = mkdtempSync(join(tmpdir(), 'shared-'))
      homes.push(home)
      const remembered: string[] = []
      const remember = (source: string) => void remembered.push(source)
      const shared = shareHome({ home, files: store.homeFiles, clock: () => at, isSound: () => sound, remember })
      const write = (path: string, source: string) => {
        mkdirSync(dirname(join(home, path)), { recursive: true })
        writeFileSync(join(home, path), source)
      }
      const read = (path: string) => (existsSync(join(home, path)) ? readFileSync(join(home, path), 'utf8') : undefined)
      return { home, shared, write, read, remembered }
    }
    const differing = async ({ shared }: { readonly shared: SharedHome }) =>
      (await shared.differing()).map(({ path, kind }) => `${path}: ${kind}`)

    it('brings what was edited on one to all, also to one that is new', async () => {
      const [one, two] = [server(), server()]
      one.write('school.yaml', 'name: Hilltop')
      one.write('policies/visitors/2026-09.md', '# Visitors')
      expect(await one.shared.round('slt')).to.deep.equal({
        brought: [],
        given: ['policies/visitors/2026-09.md', 'school.yaml'],
      })
      expect((await two.shared.round()).brought).to.deep.equal(['policies/visitors/2026-09.md', 'school.yaml'])
      expect(two.read('policies/visitors/2026-09.md')).to.equal('# Visitors')
      two.write('school.yaml', 'name: Hill Top')
      await two.shared.round()
      await one.shared.round()
      expect(one.read('school.yaml')).to.equal('name: Hill Top')
      expect(one.remembered).to.include('name: Hilltop')
      expect(await one.shared.round()).to.deep.equal({ brought: [], given: [] })
      expect((await store.homeFiles.latest()).map(({ path, version, by }) => [path, version, by])).to.deep.equal([
        ['policies/visitors/2026-09.md', 1, 'slt'],
        ['school.yaml', 2, 'operator'],
      ])
      const third = server()
      await third.shared.round()
      expect(third.read('school.yaml')).to.equal('name: Hill Top')
    })

    it('tells what was changed on two at once, overwrites neither, and does as somebody decides', async () => {
      const [one, two] = [server(), server()]
      one.write('school.yaml', 'name: Hilltop')
      await one.shared.round()
      await two.shared.round()
      one.write('school.yaml', 'name: One')
      two.write('school.yaml', 'name: Two')
      await one.shared.round()
      expect(await two.shared.round()).to.deep.equal({ brought: [], given: [] })
      expect(await differing(two)).to.deep.equal(['school.yaml: both'])
      expect([one.read('school.yaml'), two.read('school.yaml')]).to.deep.equal(['name: One', 'name: Two'])
      expect(await two.shared.settle('school.yaml', 'theirs', 'slt')).to.equal(true)
      expect(two.read('school.yaml')).to.equal('name: One')
      expect(two.remembered).to.include('name: Two')
      expect(await two.shared.settle('school.yaml', 'ours', 'slt')).to.equal(false)
      expect(await differing(two)).to.deep.equal([])
    })

    it('lets one of two give the next version, however close they are', async () => {
      const put = (content: string) =>
        store.homeFiles.put({ path: 'school.yaml', after: 0, content, hash: content, by: 'slt', at })
      expect((await Promise.all([put('a'), put('b')])).toSorted()).to.deep.equal([false, true])
    })

    it('deletes elsewhere what was taken back, and never because a disk is not there', async () => {
      const [one, two] = [server(), server()]
      one.write('words.yaml', 'a: [b]')
      await one.shared.round()
      await two.shared.round()
      rmSync(join(two.home, 'words.yaml'))
      await two.shared.round()
      expect(await differing(two)).to.deep.equal(['words.yaml: missing'])
      expect(one.read('words.yaml')).to.equal('a: [b]')
      await two.shared.round('slt', ['words.yaml'])
      await one.shared.round()
      expect(one.read('words.yaml')).to.equal(undefined)
    })

    it('keeps to itself what is not sound, what is no knowledge, and what would lie outside of the home', async () => {
      const [one, two] = [server(), server()]
      one.write('school.yaml', 'name: [broken')
      one.write('notes.txt', 'mine')
      sound = false
      expect((await one.shared.round()).given).to.deep.equal([])
      sound = true
      await store.homeFiles.put({ path: '../outside.yaml', after: 0, content: 'x', hash: 'x', by: 'x', at })
      await store.homeFiles.put({ path: 'policies/../../x.yaml', after: 0, content: 'x', hash: 'x', by: 'x', at })
      await store.homeFiles.put({ path: 'words.yaml', after: 0, content: 'a', hash: 'of something else', by: 'x', at })
      expect(await two.shared.round()).to.deep.equal({ brought: [], given: [] })
    })
  })
