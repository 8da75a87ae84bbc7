// For schools whose programs reach the internet only through a proxy. It is set once, at the start, for everything that
// uses HTTPS: Slack's Web API and Socket Mode, Teams's connector, tokens and keys. Email goes directly to its server, and
// this way where that fails.
import https from 'node:https'
import { openSecure, openTunnel, TunnelAgent, type Target } from './tunnel.ts'
import { sendThroughProxy } from './wire.ts'

export interface ProxySettings {
  /** `http://host:port`, with or without a name and password. */
  readonly url: string
  /** Hosts that are reached directly: names, `.suffix` for everything below, `*` for all, separated by commas. */
  readonly except: string | undefined
}

export function useProxy({ url, except }: ProxySettings): void {
  sendThroughProxy({ url, except })
  // What the libraries' sockets go through.
  https.globalAgent = new TunnelAgent(new URL(url), (host) => isExcepted(host, except))
}

/** As curl reads NO_PROXY, without ports. */
export function isExcepted(host: string, except: string | undefined): boolean {
  const name = host.toLowerCase()
  return (except ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .map((each) => each.replace(/:\d+$/, '').replace(/^\*?\./, ''))
    .some((each) => each !== '' && (each === '*' || name === each || name.endsWith(`.${each}`)))
}

export interface Hop {
  readonly hop: 'proxy' | 'through' | 'trust'
  readonly ok: boolean
  readonly what: string
}

/** Tries each hop to the target by itself: to the proxy, through it, and whether the other side is trusted. */
export async function tryHops({ url, except }: ProxySettings, target: Target): Promise<readonly Hop[]> {
  const { host } = target
  if (isExcepted(host, except)) return [{ hop: 'through', ok: true, what: `${host} is reached directly (NO_PROXY)` }]
  const proxy = new URL(url)
  try {
    const socket = await openTunnel(proxy, target)
    const through: Hop = { hop: 'through', ok: true, what: `${proxy.host} lets us through to ${host}` }
    try {
      ;(await openSecure(socket, target)).destroy()
      return [through, { hop: 'trust', ok: true, what: `${host} is trusted` }]
    } catch (error) {
      return [through, { hop: 'trust', ok: false, what: messageOf(error) }]
    }
  } catch (error) {
    const what = messageOf(error)
    // 407 asks for a name and a password, which stand with its address.
    return [{ hop: /refused(?!.*HTTP 407)/.test(what) ? 'through' : 'proxy', ok: false, what }]
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'no reason given'
}
