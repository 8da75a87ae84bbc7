// The house keeps its rules: who may import whom, and who may act. Each failure says what is wrong, why, and how to
// mend it.
import { expect } from 'chai'
import { readHouse, sourcesOnDisk } from './house.ts'
import { rules } from './rules.ts'

describe('the house', () => {
  const house = readHouse(sourcesOnDisk())

  it('is read as it stands', () => {
    expect(house.files.map(({ path }) => path)).to.include.members([
      'src/app.ts',
      'src/kit/text.ts',
      'adapters/web/show.ts',
    ])
    expect(house.imports.length).to.be.greaterThan(1_000)
  })

  for (const { name, why, fix, breaches, planted } of rules) {
    it(name, () => {
      const found = breaches(house)
      expect(found, `\n  what: ${found.join('\n        ')}\n  why:  ${why}\n  fix:  ${fix}\n`).to.be.empty
    })

    planted.forEach((sources, at) =>
      it(`${name}: a breach is noticed (${at + 1})`, () =>
        expect(breaches(readHouse(sources)), [...sources.values()].join('')).to.not.be.empty),
    )
  }
})
