// Runs a time-stamping authority on this machine: OpenSSL answers over HTTP, as any public authority would.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { aFolder } from './databases.ts'
import { standIn } from './http.ts'

export interface LocalAuthority {
  readonly url: string
  /** The path of the certificate to trust. */
  readonly certificate: string
  /** Sent in place of its own answer, such as an old one; undefined for its own. */
  instead: Buffer | undefined
  /** The last answer that it made. */
  last: Buffer | undefined
  close(): Promise<void>
}

export async function openAuthority(): Promise<LocalAuthority> {
  const folder = aFolder()
  const at = (name: string) => join(folder, name)
  writeFileSync(at('tsa.cnf'), settings(folder))
  writeFileSync(at('serial'), '01\n')
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '3650', '-subj', '/CN=An authority of time', '-config', at('tsa.cnf'), '-extensions', 'stamps', '-keyout', at('tsa.key'), '-out', at('tsa.pem')) // prettier-ignore
  const server = standIn((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      writeFileSync(at('query.tsq'), Buffer.concat(parts))
      openssl('ts', '-reply', '-config', at('tsa.cnf'), '-queryfile', at('query.tsq'), '-out', at('reply.tsr'))
      local.last = readFileSync(at('reply.tsr'))
      response.setHeader('content-type', 'application/timestamp-reply')
      response.end(local.instead ?? local.last)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const local: LocalAuthority = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`,
    certificate: at('tsa.pem'),
    instead: undefined,
    last: undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return local
}

/** Returns what OpenSSL prints; throws its error text where it refuses. */
export function openssl(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`openssl ${args[0] ?? ''}: ${stderr}`)
  return stdout
}

function settings(folder: string): string {
  return `[req]
distinguished_name = name
prompt = no
[name]
CN = An authority of time
[stamps]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[tsa]
default_tsa = here
[here]
serial = ${folder}/serial
signer_cert = ${folder}/tsa.pem
signer_key = ${folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = yes
tsa_name = no
ess_cert_id_chain = no
`
}
