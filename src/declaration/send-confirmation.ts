// Confirms each signature by email at once, with the certificate in words. If somebody else signed in their name, they
// know; and they hold a head of the journal that the school cannot take back. What does not arrive is tried again.
import { linkTo } from './send-receipt-link.ts'
import { findReceipt, type FoundReceipt } from './read-receipt.ts'
import { receiptText } from './receipt.ts'
import type { Person } from '../chat/people.ts'
import { deliverOne } from '../outbox/deliver.ts'
import { sendAgain } from '../outbox/again.ts'
import type { Letter, Planned } from '../outbox/types.ts'
import { clockOf, type Beat } from '../turn/beat.ts'
import type { Turn } from '../turn/turn.ts'

/** The kind of these notices. */
const kind = 'signed-by-email'
const keyStart = 'signed:'

type Confirming = Pick<Turn, 'ports' | 'library' | 'now'>

/** Nothing waits for it: a slow mail server must not delay the thanks on the card. */
export function confirmByEmail(turn: Turn, about: { readonly person: Person; readonly entry: string }): void {
  const { log } = turn.ports
  void send(turn, about.person, about.entry).catch((error: unknown) => {
    log.error({ entry: about.entry, error }, 'a signature could not be confirmed by email')
  })
}

/** On every beat: retries what did not arrive. */
export function confirmAgain(beat: Beat): Promise<void> {
  return sendAgain(beat, kind, async (open) => {
    for (const { key, person: id } of open) {
      const person = await beat.ports.people.byId(id)
      if (person !== undefined) await send(beat, person, key.slice(keyStart.length))
    }
    return []
  })
}

async function send(turn: Confirming, person: Person, id: string): Promise<void> {
  const { ports, library } = turn
  if (!ports.mail.on || person.email === undefined || person.practice) return
  const found = await findReceipt(ports.journal, { entry: id, school: library.school.name })
  if (found === undefined) return
  const { seq, hash } = found.entry
  const became = await deliverOne(ports, planned(turn, { person, found }), clockOf(turn))
  if (became?.kind === 'sent') await ports.journal.noteHead({ seq, hash, at: ports.clock(), way: 'signer' })
}

interface About {
  readonly person: Person
  readonly found: FoundReceipt
}

function planned(turn: Confirming, { person, found }: About): Planned {
  const { title, practice } = found.receipt
  return {
    key: `${keyStart}${found.entry.id}`,
    kind,
    byEmail: true,
    person: person.id,
    at: turn.now,
    reason: 'somebody has signed',
    still: () => Promise.resolve(!practice),
    show: () => ({ title, tone: 'plain', summary: title, blocks: [] }),
    write: () => write(turn, { person, found }),
  }
}

async function write(turn: Confirming, { person, found: { of, entry, receipt } }: About): Promise<Letter> {
  const { publicUrl } = turn.ports
  const link =
    publicUrl === undefined
      ? []
      : ['The same as a PDF:', '', await linkTo(turn, publicUrl, { person: person.id, entry: entry.id }), '']
  return {
    subject: subjects[of](receipt.title),
    text: [
      `Hello ${person.name},`,
      '',
      openings[of],
      '',
      ...link,
      'Please keep this message: it holds the head of the school’s journal, with which anybody can tell later whether your signature, or anything before it, was changed.',
      '',
      ...receiptText(receipt),
    ].join('\n'),
  }
}

const subjects = {
  signature: (title: string) => `You signed: ${title}`,
  bundle: (title: string) => `You signed all of it: ${title}`,
}

const openings = {
  signature: 'This was signed in your name just now. If it was not you, please tell the senior leadership team today.',
  bundle:
    'With the last signature in your name, all is signed that you were asked for in this bundle. If it was not you, please tell the senior leadership team today.',
}
