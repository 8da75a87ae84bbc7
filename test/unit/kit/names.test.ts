// Names from all over the world: typed plainly, spelled differently, typed by somebody else, and sorted.
import { expect } from 'chai'
import { isLikeName, namesAnother, sortText } from '../../../src/kit/names.ts'

describe('kit: names', () => {
  const alike: readonly (readonly [typed: string, known: string])[] = [
    ['Lukasz Zolc', 'Łukasz Żółć'],
    ['zolc', 'Łukasz Żółć'],
    ['Soren', 'Søren Kierkegård'],
    ['Soeren', 'Søren Kierkegård'],
    ['Kierkegaard', 'Søren Kierkegård'],
    ['Dordevic', 'Đorđe Đorđević'],
    ['Strasse', 'Anna Straße'],
    ['Aesa', 'Æsa Jónsdóttir'],
    ['Jonsdottir', 'Æsa Jónsdóttir'],
    ['Mueller', 'Jürgen Müller'],
    ['Muller', 'Jürgen Müller'],
    ['Jürgen Müller', 'Juergen Mueller'],
    ['Thora', 'Þóra'],
    ['OBrien', 'Sinéad O’Brien'],
    ["O'Brien", 'Sinéad O’Brien'],
    ['Okonkwo Hughes', 'Nia Okonkwo-Hughes'],
    ['İpek', 'Ipek Yılmaz'],
    ['Yilmaz', 'Ipek Yılmaz'],
    ['Nguyen', 'Nguyễn Thị Minh'],
    ['李 小明', '李 明'],
    ['anything', ''],
  ]
  for (const [typed, known] of alike)
    it(`“${typed}” is like ${known === '' ? 'no name at all' : known}`, () =>
      expect(isLikeName(typed, known)).to.equal(true))

  for (const [typed, known] of [
    ['Bob Brown', 'Łukasz Żółć'],
    ['Zoe', 'Łukasz Żółć'],
    ['Mullar', 'Jürgen Müller'],
  ] as const)
    it(`“${typed}” is not like ${known}`, () => expect(isLikeName(typed, known)).to.equal(false))

  const staff = ['Joanne Clarke', 'Łukasz Żółć', 'Sam Smith', 'Anna Smith-Jones', 'Prakash']
  const others: readonly (readonly [typed: string, own: string, expected: boolean])[] = [
    ['Joanne Clarke', 'Sam Smith', true],
    ['joanne  CLARKE', 'Sam Smith', true],
    ['Clarke, Joanne', 'Sam Smith', true],
    ['Mrs Joanne Clarke', 'Sam Smith', true],
    ['Lukasz Zolc', 'Sam Smith', true],
    ['Prakash', 'Sam Smith', true],
    ['Sam Smith', 'Sam Smith', false],
    ['Sam', 'Sam Smith', false],
    ['Samuel Smith', 'Sam Smith', false],
    ['Anna Smith', 'Anna Smith-Jones', false],
    ['Sam Smith', 'Sam Smith (cover)', false],
    ['Clarke', 'Sam Smith', false],
    ['Sam Clarke', 'Sam Smith', false],
    ['Joanne Clarke', '', true],
  ]
  for (const [typed, own, expected] of others)
    it(`“${typed}”, typed by ${own === '' ? 'somebody without a name' : own}, is ${expected ? '' : 'not '}another’s`, () =>
      expect(namesAnother(typed, own, staff)).to.equal(expected))

  it('sort as a collator of British English sorts them', () => {
    const names = ['Zoë Adams', 'Łukasz Żółć', 'Émile Zola', 'Ørjan Dahl', 'Adam Ali', 'Ævar Bui', 'Zachary Day', 'ßeta Rho', 'emma Yu', 'Đuro Ban', 'Odd Lie'] // prettier-ignore
    const byCollator = names.toSorted(new Intl.Collator('en-GB').compare)
    expect(names.toSorted((a, b) => (sortText(a) < sortText(b) ? -1 : 1))).to.deep.equal(byCollator)
  })
})
