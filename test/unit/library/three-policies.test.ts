import { expect } from 'chai'
import { meadowLane } from '../../kit/three-policies.ts'

describe('the example school with three policies', () => {
  it('has three, two of them to sign', () => {
    const { policies: own, aside = [] } = meadowLane()
    expect(aside.map(({ id }) => id)).to.deep.equal(['social-media'])
    expect(own.map(({ id, declaration }) => [id, declaration])).to.have.deep.members([
      ['visitors', '4'],
      ['first-aid', undefined],
      ['attendance', '4'],
    ])
  })
})
