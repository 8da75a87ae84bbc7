import { createHmac } from 'node:crypto'
import { expect } from 'chai'
import { verifyRequest, type Verdict } from '../../../adapters/slack/verify.ts'

const secret = '0123456789abcdef0123456789abcdef'
const now = new Date('2026-11-23T09:00:00Z')
const seconds = now.getTime() / 1000

describe('slack: is a request genuine', () => {
  const table: readonly [string, Partial<Parameters<typeof signed>[0]>, Verdict][] = [
    ['signed just now', {}, 'genuine'],
    ['five minutes old', { at: seconds - 300 }, 'genuine'],
    ['older', { at: seconds - 301 }, 'too-old'],
    ['five minutes ahead', { at: seconds + 300 }, 'genuine'],
    ['further ahead', { at: seconds + 301 }, 'too-new'],
    ['with another secret', { with: 'another' }, 'forged'],
    ['with another body', { over: '{}' }, 'forged'],
  ]
  for (const [what, how, verdict] of table) {
    it(`${what}: ${verdict}`, () => expect(verifyRequest(signed(how), secret, now)).to.equal(verdict))
  }

  const broken: readonly [string, object, Verdict][] = [
    ['no timestamp', { timestamp: undefined }, 'unsigned'],
    ['a timestamp that is no number', { timestamp: 'soon' }, 'unsigned'],
    ['a timestamp without end', { timestamp: 'Infinity' }, 'unsigned'],
    ['no signature', { signature: undefined }, 'unsigned'],
    ['an empty signature', { signature: '' }, 'forged'],
    ['another version of signature', { signature: signed({}).signature.replace('v0', 'v1') }, 'forged'],
    ['half a signature', { signature: 'v0=' }, 'forged'],
  ]
  for (const [what, change, verdict] of broken) {
    it(`${what}: ${verdict}`, () => expect(verifyRequest({ ...signed({}), ...change }, secret, now)).to.equal(verdict))
  }
})

function signed(how: { at?: number; with?: string; over?: string }) {
  const { at = seconds, with: key = secret, over } = how
  const body = '{"type":"event_callback"}'
  const signature = `v0=${createHmac('sha256', key)
    .update(`v0:${at}:${over ?? body}`)
    .digest('hex')}`
  return { timestamp: String(at), signature, body }
}
