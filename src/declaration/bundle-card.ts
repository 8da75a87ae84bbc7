// The certificate for a bundle as a card: each document with its day and code, and the bundle's own code and head.
import { note, strong, text, type Card, type Rich } from '../chat/cards.ts'
import { markPractice } from '../chat/practice.ts'
import { compact } from '../kit/defined.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import type { BundleSource } from './bundle-certificate.ts'
import { sayRead, sayUnderstood, sayWayIn } from './certificate.ts'
import { sayInstant } from './instant.ts'
import { titleIn, verificationCode } from './receipt.ts'
import { showCopy, type Copy } from './receipt-card.ts'

type Shown = Omit<BundleSource, 'school'>

export function showBundleReceipt({ entry, hidden, signatures }: Shown, copy: Copy): Card {
  const { fact, at, seq, hash } = entry
  const code = verificationCode(hash)
  const withdrawn = signatures.some((each) => each.withdrawn !== undefined)
  return markPractice(
    {
      title: `Your certificate: ${fact.round.title}`,
      tone: withdrawn ? 'plain' : 'done',
      summary: `Certificate for the bundle ${fact.round.title}: ${signatures.length} signed. Verification code ${code}.`,
      blocks: compact([
        withdrawn &&
          text(
            strong('A signature was withdrawn. '),
            'It stays in the history, and this certificate no longer counts.',
          ),
        text(strong('Bundle: '), `${fact.round.title} (${fact.round.id})`),
        text(strong('By: '), hidden?.['known'] ?? 'a name that has been erased'),
        text(strong('All that was asked of them is signed: '), sayInstant(at, fact.zone)),
        fact.excused.length > 0 && text(strong('Excused by the school from: '), fact.excused.join(', ')),
        { kind: 'list', ordered: true, items: signatures.map(sayOne) },
        text(strong('Verification code: '), code),
        text(strong('Head of the journal: '), `${seq}:${hash}`),
        showCopy(copy, words),
        note('To check it, anybody gives the PDF or the code to the school. Say “my receipt” to see this again.'),
      ]),
    },
    fact.practice,
  )
}

const words = {
  label: 'Certificate for the bundle as a PDF',
  name: 'policy-guide-bundle-certificate.pdf',
  printed: 'Any senior leader can have the certificate for the bundle printed for you as a PDF.',
}

function sayOne({ entry, text: wholeText, withdrawn }: Shown['signatures'][number]): Rich {
  const { fact, at } = entry
  const [read, understood] = [sayRead(fact), sayUnderstood(fact)]
  const said = compact([
    fact.paper === undefined ? `signed on ${sayInstant(at, fact.zone)}` : `on paper, dated ${sayDay(fact.paper.on)}`,
    fact.paper === undefined && sayWayIn(fact),
    read,
    understood,
    withdrawn !== undefined && `withdrawn on ${sayDay(dayIn(fact.zone, withdrawn))}`,
    `code ${verificationCode(entry.hash)}`,
  ])
  return [strong(`${titleIn(wholeText)}, edition ${fact.edition}: `), { text: `${said.join('; ')}.` }]
}
