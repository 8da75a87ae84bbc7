// Tries email hop by hop, because each hop is somebody else's to mend: the name, the connection or the proxy, the
// encryption, the server's greeting, the login, and whether it lets us write as the address that is set. Nothing is sent.
import { lookup } from 'node:dns/promises'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect as secure } from 'node:tls'
import { defined } from '../../src/kit/defined.ts'
import { isExcepted } from '../proxy.ts'
import { openTunnel } from '../tunnel.ts'
import { isLocal, type MailSettings } from './connect.ts'
import { openDialogue, type Dialogue, type Heard } from './dialogue.ts'

export type MailHopName = 'name' | 'connection' | 'proxy' | 'greeting' | 'encryption' | 'login' | 'sender'

export interface MailHop {
  readonly hop: MailHopName
  readonly ok: boolean
  /** What was found; never a secret, and nothing that the server wrote. */
  readonly what: string
}

/** In their order, up to the first that fails. */
export async function tryMailHops(settings: MailSettings): Promise<readonly MailHop[]> {
  const hops: MailHop[] = []
  const fine = (hop: MailHopName, what: string) => void hops.push({ hop, ok: true, what })
  try {
    const socket = await reach(settings, fine)
    try {
      await talk(socket, settings, fine)
    } finally {
      socket.destroy()
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    hops.push({ hop: error.hop, ok: false, what: error.message })
  }
  return hops
}

type Fine = (hop: MailHopName, what: string) => void

/** A hop that leads no further. */
class Stopped extends Error {
  readonly hop: MailHopName
  constructor(hop: MailHopName, what: string) {
    super(what)
    this.hop = hop
  }
}

/** Milliseconds. */
const limit = 10_000

/** Directly, or through the school's proxy where there is one and no direct connection comes about, as email goes. */
async function reach({ host, port, proxy }: MailSettings, fine: Fine): Promise<Duplex> {
  const beside = proxy !== undefined && !isLocal(host) && !isExcepted(host, proxy.except)
  const direct = await straight({ host, port })
  if (!('hop' in direct)) {
    fine('name', `${host} is ${direct.address}`)
    fine('connection', `port ${port} is open`)
    return direct.socket
  }
  if (!beside) throw direct
  fine(direct.hop, `not directly (${direct.message}), so through the proxy`)
  try {
    const socket = await openTunnel(new URL(proxy.url), { host, port })
    fine('proxy', `${new URL(proxy.url).host} lets us through to ${host}, port ${port}`)
    return socket
  } catch (error) {
    throw new Stopped('proxy', reasonIn(error))
  }
}

async function straight(target: {
  readonly host: string
  readonly port: number
}): Promise<{ readonly socket: Duplex; readonly address: string } | Stopped> {
  let address: string
  try {
    ;({ address } = await lookup(target.host))
  } catch (error) {
    return new Stopped('name', `${target.host} is not known here (${reasonIn(error)})`)
  }
  return new Promise((resolve) => {
    const socket = connect({ host: address, port: target.port })
    const stop = (why: string) => {
      socket.destroy()
      resolve(new Stopped('connection', `${target.host}, port ${target.port}: no connection (${why})`))
    }
    socket.setTimeout(limit, () => stop('no answer in time'))
    socket.once('error', (error) => stop(reasonIn(error)))
    socket.once('connect', () => {
      socket.setTimeout(0)
      resolve({ socket, address })
    })
  })
}

async function talk(bare: Duplex, settings: MailSettings, fine: Fine): Promise<void> {
  const { login, from } = settings
  const { dialogue, offers } = await meet(bare, settings, fine)
  if (login !== undefined) {
    await logIn(dialogue, login, offers)
    fine('login', `${login.user} is let in`)
  }
  const address = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from
  const taken = await heard('sender', dialogue.say(`MAIL FROM:<${address}>`))
  if (taken.number !== 250) throw new Stopped('sender', sayNumber(`it answered ${address} as the sender with`, taken))
  fine('sender', `it lets us write as ${address}`)
  // So that nobody there waits for a letter.
  for (const word of ['RSET', 'QUIT']) await dialogue.say(word).catch(() => undefined)
}

interface Met {
  readonly dialogue: Dialogue
  readonly offers: readonly string[]
}

/** Encrypted from the first byte on, or as soon as the server offers it, by the same rules as email itself. */
async function meet(bare: Duplex, settings: MailSettings, fine: Fine): Promise<Met> {
  const { host, login, secure: atOnce } = settings
  const dialogue = openDialogue(atOnce ? await encrypt(bare, settings) : bare)
  if (atOnce) fine('encryption', 'encrypted from the first byte on')
  const greeting = await heard('greeting', dialogue.hear())
  if (greeting.number !== 220) throw new Stopped('greeting', sayNumber('it greets with', greeting))
  fine('greeting', 'a mail server answers')
  const offers = await introduce(dialogue)
  if (atOnce || isLocal(host)) return { dialogue, offers }
  if (offers.some((each) => /^starttls$/i.test(each))) return turnSecret(bare, { dialogue, offers }, { settings, fine })
  if (login !== undefined) throw new Stopped('encryption', 'it offers none, and a password goes nowhere without')
  fine('encryption', 'it offers none')
  return { dialogue, offers }
}

async function turnSecret(
  bare: Duplex,
  { dialogue }: Met,
  { settings, fine }: { readonly settings: MailSettings; readonly fine: Fine },
): Promise<Met> {
  const ready = await heard('encryption', dialogue.say('STARTTLS'))
  if (ready.number !== 220) throw new Stopped('encryption', sayNumber('it answered STARTTLS with', ready))
  // What comes now is for the encryption alone.
  bare.removeAllListeners('data')
  const secret = openDialogue(await encrypt(bare, settings))
  fine('encryption', 'encrypted by STARTTLS')
  // It may offer more now, such as a login.
  return { dialogue: secret, offers: await introduce(secret) }
}

/** What it offers, each without its number. */
async function introduce(dialogue: Dialogue): Promise<readonly string[]> {
  const { number, lines } = await heard('greeting', dialogue.say('EHLO [127.0.0.1]'))
  if (number !== 250) throw new Stopped('greeting', `it answered EHLO with ${number}`)
  return lines.map((line) => line.slice(4))
}

async function logIn(
  dialogue: Dialogue,
  { user, password }: { readonly user: string; readonly password: string },
  offers: readonly string[],
): Promise<void> {
  const ways = offers.find((each) => /^auth[ =]/i.test(each))?.toUpperCase() ?? ''
  const say = (words: string) => heard('login', dialogue.say(words))
  const coded = (text: string) => Buffer.from(text).toString('base64')
  let answer: Heard
  if (ways.includes('PLAIN')) answer = await say(`AUTH PLAIN ${coded(`\0${user}\0${password}`)}`)
  else if (ways.includes('LOGIN')) {
    answer = await say('AUTH LOGIN')
    for (const each of [user, password]) if (answer.number === 334) answer = await say(coded(each))
  } else
    throw new Stopped('login', ways === '' ? 'it offers no login' : `it offers only ${ways.replace(/^AUTH[ =]/, '')}`)
  if (answer.number !== 235) throw new Stopped('login', sayNumber('it answered the name and password with', answer))
}

function encrypt(socket: Duplex, { host, trusted }: MailSettings): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const named = /^[\d.]+$|:/.test(host) ? undefined : host
    const tls = secure({ socket, host, ...defined({ servername: named, ca: trusted }) })
    const stop = (why: string) => reject(new Stopped('encryption', `no encryption came about (${why})`))
    tls.setTimeout(limit, () => tls.destroy(new Error('no answer in time')))
    tls.once('error', (error) => stop(reasonIn(error)))
    tls.once('close', () => stop('it ended the connection'))
    tls.once('secureConnect', () => {
      tls.setTimeout(0)
      resolve(tls)
    })
  })
}

async function heard(hop: MailHopName, answer: Promise<Heard>): Promise<Heard> {
  try {
    return await answer
  } catch (error) {
    throw new Stopped(hop, reasonIn(error))
  }
}

/** The number alone: the server's own words may quote what was sent. */
function sayNumber(what: string, { number }: Heard): string {
  return number === 0 ? `${what} what no mail server says` : `${what} ${number}`
}

function reasonIn(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason given'
  return 'code' in error ? String(error.code) : error.message
}
