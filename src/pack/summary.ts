// The first page of an inspection pack: totals, people, editions, methods, and what is hashed.
import { sayAudience } from '../standing/audience.ts'
import { doubtWords, noteDoubts, type SigningDoubt } from '../standing/doubts.ts'
import type { RegisterRow } from '../standing/totals.ts'
import { noteStanding } from '../standing/words.ts'
import { sayInstant } from '../declaration/instant.ts'
import { sayDay } from '../kit/days.ts'
import { capital } from '../kit/text.ts'
import type { PdfBlock, PdfText } from '../kit/pdf.ts'
import type { InspectionPack } from './types.ts'
import { sayTotals } from '../standing/totals-aloud.ts'
import { sayOutside, sayVerified } from '../proof/words.ts'

/** With more people than this, names are only in the spreadsheet. */
const mostNames = 1_000

export async function packSummary(pack: InspectionPack, rows: AsyncIterable<RegisterRow>): Promise<PdfText> {
  const { policy, edition, school, at, practice } = pack
  const title = `Who has signed: ${policy.title}`
  const banner: PdfBlock[] = practice ? [{ kind: 'banner', text: 'PRACTICE' }] : []
  return {
    title: practice ? `PRACTICE: ${title}` : title,
    at,
    blocks: [
      ...banner,
      { kind: 'title', text: title },
      pair('School', school.name),
      pair('Policy', `${policy.title} (${policy.id})`),
      pair('Edition in force', `${edition.id}, ${edition.wording === 'adopted' ? 'the adopted text' : 'a summary in other words'}`),
      pair('As of', sayInstant(at, school.zone)),
      heading('Totals'),
      ...sayTotals(pack.totals).map(line),
      line('Percentages leave out leavers and people who are excused. An earlier edition counts where every change since was marked editorial.'),
      heading('Who was asked'),
      ...campaignLines(pack),
      heading('Editions signed'),
      ...editionLines(pack),
      heading('Signatures to look at'),
      ...doubtLines(pack),
      heading('Method'),
      ...method.map(line),
      heading('The check of the journal when this was made'),
      ...sayVerified(pack.verified).map(line),
      line(sayOutside(pack.outside, school.zone)),
      heading('Everybody'),
      ...(await nameLines(rows, pack)),
      ...banner,
    ],
  } // prettier-ignore
}

function campaignLines({ campaigns, practice }: InspectionPack): PdfBlock[] {
  const own = campaigns.filter((campaign) => campaign.practice === practice)
  if (own.length === 0) return [line('No campaign was opened.')]
  return own.map(({ id, edition, audience, due, openedOn, closedOn }) => {
    const closed = closedOn === undefined ? 'still open' : `closed on ${sayDay(closedOn)}`
    return line(`${id}: ${sayAudience(audience)}, edition ${edition}, due ${sayDay(due)}, opened on ${sayDay(openedOn)}, ${closed}.`)
  }) // prettier-ignore
}

function editionLines({ editions }: InspectionPack): PdfBlock[] {
  if (editions.length === 0) return [line('None yet.')]
  return editions.map(({ edition, kind, hash }) =>
    pair(`${edition}, ${kind === 'declaration' ? 'the declaration' : 'the whole edition'}`, `SHA-256 ${hash}`),
  )
}

function doubtLines({ doubts }: InspectionPack): PdfBlock[] {
  const kinds = Object.entries(doubts).filter(([, count]) => count > 0)
  if (kinds.length === 0) return [line('None: each name typed is the one on record, and something was opened before.')]
  return kinds.map(([doubt, count]) =>
    pair(capital(doubtWords[doubt as SigningDoubt]), `${count}, named in signatures.csv`),
  )
}

const method = [
  'Each person confirms every statement of the declaration one by one, types their printed name and signs, in Slack, in Microsoft Teams, on the web page, or through a link that works for that person and edition only. A signature on paper is recorded by the school with its day and where the paper is kept.',
  'Each signature is one entry of a journal to which entries are only ever added. An entry holds the person’s number, the policy and edition, the SHA-256 of the exact words shown and of the edition’s whole text, that of each statement confirmed, the instant and zone, and how it was signed. What identifies somebody (the name, the account, a reason) is in it as a keyed hash (HMAC-SHA-256).',
  'The hash of an entry is the SHA-256 of its canonical JSON (RFC 8785), which holds the hash of the entry before it. Whoever changes, removes, adds or swaps an entry breaks the chain from there on. README.txt says how to check it with other tools.',
] as const

async function nameLines(rows: AsyncIterable<RegisterRow>, { school, totals }: InspectionPack): Promise<PdfBlock[]> {
  if (totals.all.people > mostNames) return [line(`${totals.all.people} people: see register.csv.`)]
  const lines: PdfBlock[] = []
  for await (const { person, standing, doubts } of rows)
    lines.push(
      pair(person.name, `${person.group ?? 'no group'}; ${noteStanding(standing, school.zone)}${noteDoubts(doubts)}`),
    )
  return lines
}

function line(text: string): PdfBlock {
  return { kind: 'text', text }
}

function heading(text: string): PdfBlock {
  return { kind: 'heading', text }
}

function pair(label: string, text: string): PdfBlock {
  return { kind: 'pair', label, text }
}
