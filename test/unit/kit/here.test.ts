import { expect } from 'chai'
import { isFromHere } from '../../../src/kit/here.ts'

const asks = (address: string | undefined, headers: Record<string, unknown> = {}) =>
  isFromHere({ address, headers: { host: '127.0.0.1:3978', ...headers } })

describe('whether somebody asks on this machine', () => {
  for (const address of ['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'])
    it(`yes: ${address}`, () => expect(asks(address)).to.be.true)

  for (const address of ['10.0.0.7', '::ffff:10.0.0.7', '127.0.0.1.example', '1127.0.0.1', '', undefined])
    it(`no: ${address ?? 'nothing known'}`, () => expect(asks(address)).to.be.false)

  it('not when a proxy or a tunnel passes it on, whatever that says', () => {
    for (const header of [
      'x-forwarded-for',
      'x-forwarded-proto',
      'x-forwarded-anything',
      'forwarded',
      'via',
      'x-real-ip',
    ])
      expect(asks('127.0.0.1', { [header]: '127.0.0.1' }), header).to.be.false
  })

  it('not by a name that somebody may have pointed at this machine', () => {
    for (const host of ['policies.school.example', 'localhost.evil.example', undefined])
      expect(asks('127.0.0.1', { host }), String(host)).to.be.false
    for (const host of ['localhost', 'localhost:3978', '[::1]:3978']) expect(asks('::1', { host }), host).to.be.true
  })
})
