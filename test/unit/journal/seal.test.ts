// What exactly is hashed, with known answers that anybody can check with other tools.
import { createHash, createHmac } from 'node:crypto'
import { createRequire } from 'node:module'
import { expect } from 'chai'
import fc from 'fast-check'
import { canonical, type Json } from '../../../src/journal/canonical.ts'
import { hashHidden, seal, sealedText, zeros } from '../../../src/journal/seal.ts'

const entry = {
  seq: 1,
  id: 'e1',
  at: new Date('2026-11-23T09:00:00Z'),
  fact: { kind: 'declined', policy: 'social-media', edition: '2015-10', person: 'p1' },
  hidden: { reason: 'abc' },
} as const

const halves = fc.constantFrom('\ud800', 'a\udc00b', 'Łucja\ud83d')
/** Texts about as long as the hashing buffer, and longer ones. */
const long = fc
  .tuple(fc.constantFrom('a', 'é', '€', '😀'), fc.integer({ min: 310, max: 1100 }))
  .map(([c, n]) => c.repeat(n))

describe('sealing an entry', () => {
  it('hashes canonical JSON of all that it says, with the hash before it', () => {
    const text =
      `{"at":"2026-11-23T09:00:00.000Z","before":"${zeros}",` +
      `"fact":{"edition":"2015-10","kind":"declined","person":"p1","policy":"social-media"},` +
      `"hidden":{"reason":"abc"},"id":"e1","seq":1}`
    expect(sealedText({ ...entry, before: zeros })).to.equal(text)
    expect(seal(entry, zeros)).to.deep.equal({
      ...entry,
      before: zeros,
      hash: createHash('sha256').update(text).digest('hex'),
    })
  })

  it('begins after 64 zeros', () => expect(zeros).to.match(/^0{64}$/))

  it('does not depend on the order of names, nor on what is undefined', () => {
    const { kind, policy, edition, person } = entry.fact
    const fact = { until: undefined, person, policy, kind: 'excused', by: 'p2' } as const
    const same = { kind: 'excused', policy, person, by: 'p2' } as const
    expect(seal({ ...entry, fact }, zeros).hash).to.equal(seal({ ...entry, fact: same }, zeros).hash)
    expect(seal({ ...entry, fact: { edition, person, policy, kind } }, zeros).hash).to.equal(seal(entry, zeros).hash)
  })

  it('hides each field behind its salt', () => {
    const hmac = createHmac('sha256', 'salt').update('Priya Nair').digest('hex')
    expect(hashHidden('salt', { name: 'Priya Nair' })).to.deep.equal({ name: hmac })
    expect(hashHidden('other', { name: 'Priya Nair' })).not.to.deep.equal({ name: hmac })
  })

  it('makes of any salt and any texts, short, long or half a character, what HMAC-SHA-256 makes of them', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ minLength: 60, maxLength: 70 }), halves, long)
    fc.assert(
      fc.property(text, text, text, (salt, one, other) => {
        const of = (said: string) => createHmac('sha256', salt).update(said, 'utf8').digest('hex')
        expect(hashHidden(salt, { one, other })).to.deep.equal({ one: of(one), other: of(other) })
      }),
      { numRuns: 100 },
    )
  })
})

describe('canonical JSON', () => {
  it('agrees with another maker of RFC 8785', () => {
    const other = createRequire(import.meta.url)('canonicalize') as (value: unknown) => string
    const json = fc.json({ maxDepth: 4 }).map((text) => JSON.parse(text) as Json)
    fc.assert(
      fc.property(json, (value) => void expect(canonical(value)).to.equal(other(value))),
      { numRuns: 300 },
    )
  })

  it('writes the standard’s own example', () => {
    const example = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"\u002f',
      literals: [null, true, false],
    }
    expect(canonical(example)).to.equal(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  it('refuses what JSON cannot say', () => {
    for (const value of [Number.NaN, Infinity, '\ud800', { '\udfff': 1 }]) expect(() => canonical(value)).to.throw()
  })
})
