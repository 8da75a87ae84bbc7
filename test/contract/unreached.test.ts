// Why another machine could not be reached, as `doctor` says it: never a bare number.
import { expect } from 'chai'
import { whyUnreached } from '../../adapters/unreached.ts'

const failed = (cause: unknown) => new TypeError('fetch failed', { cause })

describe('why another machine could not be reached', () => {
  for (const [error, why] of [
    [failed(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })), 'ECONNREFUSED'],
    [failed(new Error('unexpected redirect')), 'unexpected redirect'],
    [new DOMException('The operation was aborted due to timeout', 'TimeoutError'), 'no answer in time'],
    [failed(new DOMException('Request was cancelled.', 'AbortError')), 'Request was cancelled.'],
    [
      failed(Object.assign(new Error('Proxy response (407) !== 200'), { code: undefined })),
      'Proxy response (407) !== 200',
    ],
    ['thrown', 'no answer'],
  ] as const)
    it(why, () => expect(whyUnreached(error)).to.equal(why))
})
