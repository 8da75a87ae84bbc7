// Decides whether a request was made on this machine, as far as its connection and headers can tell.

export interface Origin {
  /** The address at the other end of the connection, whatever the headers say. */
  readonly address: string | undefined
  readonly headers: Readonly<Record<string, unknown>>
}

/**
 * True for a program on this machine that asks directly; false for a request that a local proxy or tunnel passes on.
 */
export function isFromHere({ address, headers }: Origin): boolean {
  const { host } = headers
  return (
    isLoopbackAddress(address) && isLoopbackHost(typeof host === 'string' ? host : undefined) && !isRelayed(headers)
  )
}

function isLoopbackAddress(address: string | undefined): boolean {
  return address === '::1' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/i.test(address ?? '')
}

/**
 * A website can point its own name at this machine; the request then arrives with that name in the Host header. So only
 * names that always mean this machine are let in.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host ?? '')
}

const relays = new Set(['forwarded', 'via', 'x-real-ip', 'x-client-ip', 'true-client-ip', 'cf-connecting-ip'])

/** Somebody let in by a proxy or tunnel on this machine seems to be local. Most of these add a header that says so. */
export function isRelayed(headers: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(headers).some((name) => relays.has(name) || name.startsWith('x-forwarded-'))
}
