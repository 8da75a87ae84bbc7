// A certificate instead of a password: the bot signs a statement of its identity, and Entra knows the public key.
import { constants, createHash, createPrivateKey, randomUUID, sign, X509Certificate, type KeyObject } from 'node:crypto'

export interface Certificate {
  readonly key: KeyObject
  /** The certificate's SHA-256, by which Entra finds it. */
  readonly thumbprint: string
}

/** A sentence where the two do not form a certificate that can sign. */
export function checkCertificate(certificatePem: string, keyPem: string): Certificate | string {
  let certificate: X509Certificate
  let key: KeyObject
  try {
    certificate = new X509Certificate(certificatePem)
  } catch {
    return 'MICROSOFT_APP_CERTIFICATE holds no certificate in PEM form.'
  }
  try {
    key = createPrivateKey(keyPem)
  } catch {
    return 'The private key of MICROSOFT_APP_CERTIFICATE is missing, locked by a passphrase, or not in PEM form.'
  }
  if (!certificate.checkPrivateKey(key)) return 'The private key does not belong to MICROSOFT_APP_CERTIFICATE.'
  if (key.asymmetricKeyType !== 'rsa') return 'MICROSOFT_APP_CERTIFICATE is not an RSA certificate, which Entra needs.'
  return { key, thumbprint: createHash('sha256').update(certificate.raw).digest('base64url') }
}

/** The statement for one token request, valid for ten minutes. */
export function signAssertion({ key, thumbprint }: Certificate, about: { appId: string; audience: string; now: Date }) {
  const seconds = Math.floor(about.now.getTime() / 1000)
  const header = { alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint }
  const claims = {
    aud: about.audience,
    iss: about.appId,
    sub: about.appId,
    jti: randomUUID(),
    nbf: seconds - 60,
    exp: seconds + 600,
  }
  const said = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
  return `${said}.${sign('sha256', Buffer.from(said), { key, ...padding }).toString('base64url')}`
}
