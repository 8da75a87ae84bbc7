// `register receipt EMAIL --bundle ID`: one certificate for all that a bundle asked of somebody.
import { recordBundles, bundlesOf } from '../declaration/read-bundles.ts'
import { findReceipt } from '../declaration/read-receipt.ts'
import { dayIn } from '../kit/days.ts'
import { mattersOn } from '../turn/matter.ts'
import { refused } from './asked.ts'
import { type CommandContext, status } from './context.ts'
import { hasDatabase, withHome } from './open-home.ts'
import { writeOut } from './write-out.ts'

export interface BundleReceiptAsked {
  readonly email: string
  /** A bundle, such as `september-pack`, for its latest round; or one round, such as `september-pack.2`. */
  readonly bundle: string
  readonly out?: string | undefined
  readonly json: boolean
}

/** Also records that the bundle is signed whole where nobody has noted it yet, as after a signature on paper. */
export async function writeBundleReceipt(
  context: CommandContext,
  { email, bundle, out, json }: BundleReceiptAsked,
): Promise<number> {
  const no = (outcome: string, what: string) => refused(context, json, { outcome, what })
  const unknown = () => no('unknown-person', `Nobody here has the email address ${email}.`)
  // Looking into a folder in which nothing was ever kept makes nothing there.
  if (!(await hasDatabase(context))) return unknown()
  const library = await context.library()
  const { zone, name: school } = library.school
  return withHome(context, async ({ people, journal }) => {
    const person = await people.byEmail(email.toLowerCase())
    if (person === undefined) return unknown()
    const now = context.clock()
    const matters = mattersOn(library, dayIn(zone, now))
    await recordBundles({ journal, newId: context.newId }, { person, matters, zone, now })
    const all = [...(await bundlesOf({ journal }, person.id)).values()]
    const latest = all.findLast(({ fact: { round } }) => round.id === bundle || round.bundle === bundle)
    if (latest === undefined)
      return no(
        'not-signed',
        `${person.name} has not signed all that a bundle “${bundle}” asks of them, or was not asked.`,
      )
    const found = await findReceipt(journal, { entry: latest.entry, school })
    if (found === undefined) return no('broken', 'What was signed is not kept any more. Run: npm run verify.')
    const { receiptPdf } = await import('../declaration/receipt-pdf.ts')
    const file = out ?? `certificate-${latest.fact.round.id}-${found.entry.seq}.pdf`
    await writeOut(file, [await receiptPdf(found.receipt)])
    context.out(json ? JSON.stringify({ file, entry: latest.entry, seq: found.entry.seq }) : `Written: ${file}`)
    return status.done
  })
}
