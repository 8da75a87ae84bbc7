// The local issuer signs as Bot Framework does, with two clocks, and gives the bot its token only for the right secret.
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { expect } from 'chai'
import { decodeJwt, SignJWT } from 'jose'
import { textOf } from '../../kit/json.ts'
import { makeCertificate } from '../../kit/teams/certificate.ts'
import { createIssuer, type Issuer } from '../../kit/teams/issuer.ts'

const about = {
  base: 'http://127.0.0.1:1',
  serviceUrl: 'http://127.0.0.1:1/uk/',
  appId: 'an-app',
  appPassword: 'a-secret',
  tenant: 'a-tenant',
}
const clock = () => new Date('2031-01-01T00:00:00Z')
const made = makeCertificate()

let issuer: Issuer
before(async () => {
  issuer = await createIssuer({ ...about, clock, certificate: made.certificate, graph: { roles: [], era: 'now' } })
})

const claimsOf = (authorization: string | undefined) => decodeJwt((authorization ?? '').replace('Bearer ', ''))

describe('teams stand-in: the issuer', () => {
  it('signs for the bot and its service address, valid by the bot’s clock and the machine’s', async () => {
    const { aud, iss, serviceurl, nbf = 0, exp = 0 } = claimsOf(await issuer.authorization())
    expect({ aud, iss, serviceurl }).to.deep.equal({
      aud: 'an-app',
      iss: 'https://api.botframework.com',
      serviceurl: about.serviceUrl,
    })
    for (const now of [Date.now() / 1000, clock().getTime() / 1000]) expect(now).to.be.within(nbf - 1, exp)
  })

  it('is late or early by both clocks, when it is to be', async () => {
    const { exp = 0 } = claimsOf(await issuer.authorization('expired'))
    const { nbf = 0 } = claimsOf(await issuer.authorization('not-yet'))
    for (const now of [Date.now() / 1000, clock().getTime() / 1000]) {
      expect(exp).to.be.lessThan(now - 5 * 60)
      expect(nbf).to.be.greaterThan(now + 5 * 60)
    }
  })

  it('publishes the keys that it signs with, each with its channels, and not the foreign one', () => {
    const { keys } = issuer.answer('/login/keys') as { keys: { endorsements?: string[] }[] }
    expect(keys.map(({ endorsements }) => endorsements?.[0])).to.deep.equal(['msteams', 'webchat', undefined])
    expect(issuer.answer('/elsewhere')).to.equal(undefined)
  })

  const login = {
    grant_type: 'client_credentials',
    client_id: 'an-app',
    scope: 'https://api.botframework.com/.default',
  }
  const ask = (form: Record<string, string>) => issuer.grant(new URLSearchParams({ ...login, ...form }))

  it('gives the bot its token for the right secret', async () => {
    const { status, body } = await ask({ client_secret: 'a-secret' })
    expect(status).to.equal(200)
    expect(await issuer.admits(`Bearer ${textOf(body['access_token']) ?? ''}`)).to.equal(true)
    expect(await issuer.admits(await issuer.authorization())).to.equal(false)
  })

  const wrong: readonly (readonly [string, Record<string, string>, number])[] = [
    ['another secret', { client_secret: 'another' }, 401],
    ['another app', { client_secret: 'a-secret', client_id: 'another' }, 401],
    ['another scope', { client_secret: 'a-secret', scope: 'x' }, 400],
    ['another grant', { client_secret: 'a-secret', grant_type: 'password' }, 400],
  ]
  for (const [what, form, status] of wrong)
    it(`gives nothing for ${what}`, async () => expect((await ask(form)).status).to.equal(status))

  it('takes a statement that the certificate signed, and no other', async () => {
    expect((await ask({ client_assertion: await state(made.key) })).status).to.equal(200)
    expect((await ask({ client_assertion: await state(makeCertificate().key) })).status).to.equal(401)
    expect((await ask({ client_assertion: await state(made.key, 'another') })).status).to.equal(401)
  })

  function state(key: string, appId = 'an-app'): Promise<string> {
    const print = new X509Certificate(made.certificate).fingerprint256.replaceAll(':', '')
    const seconds = clock().getTime() / 1000
    return new SignJWT({})
      .setProtectedHeader({ alg: 'PS256', 'x5t#S256': Buffer.from(print, 'hex').toString('base64url') })
      .setIssuer(appId)
      .setSubject(appId)
      .setAudience(`${about.base}/login/a-tenant/oauth2/v2.0/token`)
      .setExpirationTime(seconds + 600)
      .sign(createPrivateKey(key))
  }
})
