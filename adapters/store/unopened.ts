// Why the PostgreSQL of DATABASE_URL cannot be opened, and what to do: its own words, or plain ones where it was never
// reached.

/** Undefined for an error that is not the server's or the connection's, and so says itself what to do. */
export function sayUnopened(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined
  const code = String(error.code)
  const words = error.cause instanceof Error ? error.cause.message : error.message
  const { why = words || code, fix } = reasons.find(({ when }) => when.test(code) || when.test(words)) ?? unusual
  return `The database of DATABASE_URL cannot be opened: ${why}. ${fix}`
}

interface Reason {
  /** A code, or words where there is none. */
  readonly when: RegExp
  /** The error's own words unless given. */
  readonly why?: string
  readonly fix: string
}

const unusual: Omit<Reason, 'when'> = { fix: 'Is it running, and is every part of DATABASE_URL right?' }

const reasons: readonly Reason[] = [
  { when: /^(ENOTFOUND|EAI_AGAIN)$/, why: 'no machine has that name', fix: 'Correct the host in DATABASE_URL.' },
  {
    when: /^ECONNREFUSED$/,
    why: 'nothing accepts connections at that host and port',
    fix: 'Start PostgreSQL, or correct the host and the port in DATABASE_URL.',
  },
  {
    when: /^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$|timeout exceeded|due to connection timeout/,
    why: 'that machine does not answer',
    fix: 'Correct the host and the port in DATABASE_URL, or ask whoever runs the network to let this machine through.',
  },
  {
    when: /^Connection terminated unexpectedly$|^Received unexpected/,
    why: 'what answers at that host and port is no PostgreSQL, or closes the connection',
    fix: 'Correct the host and the port in DATABASE_URL, or look into the log of PostgreSQL.',
  },
  {
    when: /does not support SSL/,
    fix: 'Take sslmode out of DATABASE_URL, or let the server encrypt connections.',
  },
  {
    when: /no encryption|SSL off/,
    fix: 'It wants connections to be encrypted: add ?sslmode=verify-full to DATABASE_URL.',
  },
  {
    when: /CERT|SIGNATURE|^ERR_TLS|^ERR_SSL/,
    fix: 'The server’s certificate is not trusted for that host: renew it, or put the authority that made it into a file and name that in NODE_EXTRA_CA_CERTS.',
  },
  { when: /^28/, fix: 'Correct the name and the password in DATABASE_URL, or what the server lets in.' },
  { when: /^3D000$/, fix: 'Create it, or correct the name after the last slash of DATABASE_URL.' },
  { when: /^(42501|3F000)$/, fix: 'Let the user of DATABASE_URL create tables, and read and write them.' },
  { when: /^25006$/, fix: 'It may only be read, as a standby may: name the server that takes what is written.' },
  { when: /^53300$/, fix: 'Others use every connection that it allows: let it allow more, or end some.' },
  { when: /^57P03$/, fix: 'Try again in a minute.' },
  {
    when: /^(57014|55P03|25P0[34])$/,
    fix: 'Allow its user more time: take the time limits from that role or database.',
  },
]
