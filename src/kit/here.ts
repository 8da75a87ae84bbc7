// Whether a request was made on this very machine, as far as its connection and its headers tell.

export interface Origin {
  /** The address at the other end of the connection itself, whatever any header says. */
  readonly address: string | undefined
  readonly headers: Readonly<Record<string, unknown>>
}

/** True for a program on this machine that asks by itself, false for what a proxy or a tunnel here passes on. */
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
 * A name that some website has pointed at this machine arrives with that name in the Host header; so only names that
 * always mean this machine are let in.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host ?? '')
}

const relays = new Set(['forwarded', 'via', 'x-real-ip', 'x-client-ip', 'true-client-ip', 'cf-connecting-ip'])

/** A tunnel or a proxy on this machine lets others in who look as if they were here; most of them say so. */
export function isRelayed(headers: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(headers).some((name) => relays.has(name) || name.startsWith('x-forwarded-'))
}
