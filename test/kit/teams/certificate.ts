// Makes a self-signed certificate for a bot that logs in with one. It is made on each run, so that no key is stored in
// the repository.
import { generateKeyPairSync, sign } from 'node:crypto'

export interface MadeCertificate {
  readonly certificate: string
  readonly key: string
}

export function makeCertificate(name = 'Policy Guide'): MadeCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const signedBy = sequence(sha256WithRsa, der(0x05))
  const called = sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(name)))))
  const valid = sequence(der(0x17, Buffer.from('250101000000Z')), der(0x17, Buffer.from('490101000000Z')))
  const key = publicKey.export({ type: 'spki', format: 'der' })
  const said = sequence(der(0x02, Buffer.from([1])), signedBy, called, valid, called, key)
  const signature = der(0x03, Buffer.from([0]), sign('sha256', said, privateKey))
  return {
    certificate: pem('CERTIFICATE', sequence(said, signedBy, signature)),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

const sha256WithRsa = der(0x06, Buffer.from('2a864886f70d01010b', 'hex'))
const commonName = der(0x06, Buffer.from('550403', 'hex'))

/** One value in DER: its tag, its length, and its content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const { length } = body
  const long = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...(length < 128 ? [length] : long)]), body])
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, ...parts)
}

function pem(what: string, body: Buffer): string {
  const lines = body.toString('base64').match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${what}-----`, ...lines, `-----END ${what}-----`, ''].join('\n')
}
