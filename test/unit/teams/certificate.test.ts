import { constants, generateKeyPairSync, verify } from 'node:crypto'
import { expect } from 'chai'
import { checkCertificate, signAssertion } from '../../../adapters/teams/certificate.ts'

describe('teams: a certificate in place of a password', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const about = {
    appId: 'app',
    audience: 'https://login.example/t/oauth2/v2.0/token',
    now: new Date('2026-11-23T09:00:00Z'),
  }

  it('signs who the bot is, for one address, for ten minutes', () => {
    const [head = '', claims = '', signature = ''] = signAssertion(
      { key: privateKey, thumbprint: 'print' },
      about,
    ).split('.')
    const said = [head, claims].map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object)
    expect(said[0]).to.deep.equal({ alg: 'PS256', typ: 'JWT', 'x5t#S256': 'print' })
    const seconds = about.now.getTime() / 1000
    expect(said[1]).to.include({ iss: 'app', sub: 'app', aud: about.audience, exp: seconds + 600 })
    const key = {
      key: publicKey,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
    }
    expect(verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))).to.equal(true)
  })

  it('is told from something else, in words', () => {
    expect(checkCertificate('-----BEGIN CERTIFICATE-----\nno\n-----END CERTIFICATE-----', '')).to.contain(
      'no certificate',
    )
  })
})
