// The README's map matches the folders that exist, and the top level holds only what it may hold.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { expect } from 'chai'
import { readHouse, roomOf, sourcesOnDisk } from './house.ts'

const allowed = ['src', 'knowledge', 'adapters', 'test', 'manifest', 'package.json', 'tsconfig.json', 'README.md']
const beside = /^(\..*|package-lock\.json|eslint\.config\.js|LICENSE|Dockerfile|compose\.yaml)$/

describe('the house: its map', () => {
  const readme = readFileSync('README.md', 'utf8')

  it('has nothing at the top level that does not belong there', () => {
    const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n')
    const top = [...new Set(tracked.map((path) => path.split('/')[0] ?? ''))]
    expect(top.filter((name) => !allowed.includes(name) && !beside.test(name))).to.be.empty
  })

  it('names every room in the README, and no room that is not there', () => {
    const map = /```\n(src\/[\s\S]*?)```/.exec(readme)?.[1] ?? ''
    let top = ''
    const named = map.split('\n').flatMap((line) => {
      const found = /^( *)([a-z][a-z-]*)\//.exec(line)
      if (found === null) return []
      const [, indent = '', name = ''] = found
      if (indent === '') top = name
      return [indent === '' ? name : `${top}/${name}`]
    })
    const rooms = ['src', 'adapters', 'test'].flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && readdirSync(`${folder}/${entry.name}`).length > 0)
        .map((entry) => `${folder}/${entry.name}`),
    )
    expect(
      rooms.filter((room) => !named.includes(room)),
      'rooms that the map does not name',
    ).to.be.empty
    expect(
      named.filter((room) => !existsSync(room)),
      'rooms on the map that are not there',
    ).to.be.empty
  })

  it('draws the order of the rooms in src/README.md as it is', () => {
    const table = /## The order\n([\s\S]*?)\n## /.exec(readFileSync('src/README.md', 'utf8'))?.[1] ?? ''
    const order = [...table.matchAll(/^\| ([a-z., ]+) \|/gm)]
      .flatMap(([, rooms = '']) => rooms.split(', '))
      .filter((room) => room !== 'rooms')
      .map((room) => `src/${room}`)
    const between = readHouse(sourcesOnDisk())
      .imports.map(({ from, to }) => ({ from: roomOf(from), to: roomOf(to) }))
      .filter(({ from, to }) => from !== to && from.startsWith('src/') && to.startsWith('src/'))
      .filter(({ from, to }) => from !== 'src/config.ts' && to !== 'src/config.ts')
    expect(between.length).to.be.greaterThan(100)
    const unknown = between.flatMap(({ from, to }) => [from, to]).filter((room) => !order.includes(room))
    expect([...new Set(unknown)], 'give it a place in the table').to.be.empty
    const up = between.filter(({ from, to }) => order.indexOf(from) < order.indexOf(to))
    expect([...new Set(up.map(({ from, to }) => `${from} → ${to}`))], 'import it from above, or mend the table').to.be
      .empty
  })
})
