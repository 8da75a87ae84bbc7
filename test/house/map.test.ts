// The README's map is the house as it stands, and the top level holds what it may hold.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { expect } from 'chai'

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
})
