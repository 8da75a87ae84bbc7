// Why a PostgreSQL cannot be opened, told to whoever set DATABASE_URL. What PostgreSQL itself refuses is in
// test/contract/store-unused.test.ts.
import { expect } from 'chai'
import { sayUnopened } from '../../../adapters/store/unopened.ts'

/** As the pool wraps what kept it from connecting. */
const wrapped = (code: string, words: string) =>
  Object.assign(new Error(`There is no connection to the database: ${words}`, { cause: new Error(words) }), { code })

describe('store: a PostgreSQL that cannot be opened', () => {
  for (const [code, words, said] of [
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND nowhere', 'no machine has that name. Correct the host in DATABASE_URL.'],
    ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1', 'nothing accepts connections at that host and port'],
    ['ECONNREFUSED', '', 'nothing accepts connections at that host and port'],
    ['NOT_CONNECTED', 'timeout exceeded when trying to connect', 'that machine does not answer. Correct the host'],
    ['NOT_CONNECTED', 'Connection terminated due to connection timeout', 'that machine does not answer'],
    ['NOT_CONNECTED', 'Connection terminated unexpectedly', 'what answers at that host and port is no PostgreSQL'],
    ['CERT_HAS_EXPIRED', 'certificate has expired', 'certificate has expired. The server’s certificate is not trusted'],
    ['28000', 'no pg_hba.conf entry for host "::1", no encryption', 'no encryption. It wants connections to be'],
    ['57P03', 'the database system is starting up', 'the database system is starting up. Try again in a minute.'],
    ['XX001', 'invalid page', 'invalid page. Is it running, and is every part of DATABASE_URL right?'],
  ] as const)
    it(`${code} ${words}`, () => {
      expect(sayUnopened(wrapped(code, words)))
        .to.match(/^The database of DATABASE_URL cannot be opened: /)
        .and.include(said)
    })

  it('what says itself what to do is left as it is', () => {
    expect(sayUnopened(new Error('A newer Policy Guide has used it.'))).to.equal(undefined)
  })
})
