// The certificate for a bundle: that somebody signed every document that a round asked of them, and what each signature
// says. It has a code and a head of its own, for it rests on an entry that names all the signatures.
import { compact } from '../kit/defined.ts'
import type { Entry, FactOf } from '../journal/types.ts'
import { sayDay } from '../kit/days.ts'
import { isCertified, sayNames } from './certificate.ts'
import { sayInstant } from './instant.ts'
import {
  keepIt,
  pairLine,
  lineAs,
  howSigned,
  titleIn,
  verificationCode,
  withdrawnNotice,
  type Receipt,
  type ReceiptLine,
  type ReceiptSource,
} from './receipt.ts'

export type BundleEntry = Entry & { readonly fact: FactOf<'bundle-signed'> }

/** Everything that a certificate for a bundle rests on. */
export interface BundleSource {
  readonly entry: BundleEntry
  /** What the entry hides, in clear; undefined once it has been erased. */
  readonly hidden: Readonly<Record<string, string>> | undefined
  /** In the order of the bundle. */
  readonly signatures: readonly Omit<ReceiptSource, 'school' | 'wording'>[]
  /** What the school is called today. */
  readonly school: string
}

/** As with a single certificate, the lines of a form never change: a new wording is a new form. */
const form = 'bundle 1'

export function bundleReceiptOf(source: BundleSource): Receipt {
  const { entry, signatures } = source
  const { practice, zone, round } = entry.fact
  const title = `Certificate for a bundle: ${round.title}`
  const banner = practice ? [lineAs('banner', 'PRACTICE')] : []
  return {
    title,
    practice,
    at: entry.at,
    lines: compact([
      ...banner,
      lineAs('title', title),
      practice && lineAs('text', 'An invented person signed this, to try it out. It is not evidence of anything.'),
      ...signatures.map(
        ({ withdrawn }, at) =>
          withdrawn !== undefined &&
          lineAs('notice', withdrawnNotice(withdrawn, zone, `The signature of document ${at + 1}`)),
      ),
      ...bundlePairs(source),
      ...signatures.flatMap((each, at) => [
        lineAs('heading', `Document ${at + 1} of ${signatures.length}: ${titleIn(each.text)}`),
        ...signaturePairs(each),
      ]),
      lineAs('heading', 'How to check this certificate'),
      lineAs('text', 'Give this file to the school, or to whoever keeps its records. They run:'),
      lineAs('code', 'npm run verify -- certificate.pdf'),
      lineAs('text', keepIt),
      lineAs('text', 'Each document also has a certificate of its own, with what was signed in full.'),
      ...banner,
    ]),
  }
}

function bundlePairs({ entry, hidden, signatures, school }: BundleSource): ReceiptLine[] {
  const { fact, seq, id, hash, at } = entry
  const known = hidden?.['known']
  const count = signatures.length === 1 ? '1 document' : `${signatures.length} documents`
  return compact([
    pairLine('School', school, 'on-nothing'),
    pairLine('Bundle', `${fact.round.title} (${fact.round.id})`),
    pairLine(
      'Signed by, on the school’s record',
      known ?? 'a name that has been erased',
      known === undefined ? 'on-nothing' : 'journal',
    ),
    pairLine('Signed', `${count}: all that the school asked of them in this bundle`),
    fact.excused.length > 0 && pairLine('Excused by the school from', fact.excused.join(', ')),
    pairLine('Found complete', sayInstant(at, fact.zone)),
    pairLine('Verification code', verificationCode(hash)),
    pairLine('Journal entry', `${seq} (${id})`),
    pairLine('SHA-256 of the entry', hash),
    pairLine('Head of the journal at that moment', `${seq}:${hash}`),
    pairLine('Form of this certificate', form),
  ])
}

/** With other labels than the bundle's own code and entry, by which the certificate is found. */
function signaturePairs({ entry, hidden, text }: BundleSource['signatures'][number]): ReceiptLine[] {
  const { fact, at, seq, id, hash } = entry
  const name = hidden?.['name']
  return compact([
    pairLine('Policy', `${titleIn(text)} (${fact.policy}), edition ${fact.edition}`),
    pairLine('Name typed', name ?? 'a name that has been erased', name === undefined ? 'on-nothing' : 'journal'),
    isCertified(fact) && pairLine('The two names', sayNames(fact)),
    fact.paper !== undefined && pairLine('Signed on paper', sayDay(fact.paper.on)),
    ...howSigned({ fact, at }, text),
    pairLine('Code of this signature', verificationCode(hash)),
    pairLine('Entry of this signature', `${seq} (${id})`),
    pairLine('SHA-256 of this signature', hash),
    pairLine('SHA-256 of what was signed', fact.wording),
    pairLine('SHA-256 of the whole edition', fact.text),
  ])
}
