// `verify prove RECEIPT.pdf FILE.zip`: one signature with its path to the journal's root, for somebody who trusts
// nobody.
import { existsSync } from 'node:fs'
import { findReceiptEntry } from './verify-receipt.ts'
import { isSigning } from '../standing/fold.ts'
import { proofFiles } from '../journal/proof-files.ts'
import { growTree } from '../journal/tree.ts'
import type { Journal } from '../ports/evidence.ts'
import { refused } from './asked.ts'
import { type CommandContext, status } from './context.ts'
import { entriesIn } from './entries.ts'
import { withHome } from './open-home.ts'
import { openTarget } from './pack-to.ts'

export interface ProveAsked {
  readonly receipt: string
  readonly to: string
  readonly json: boolean
}

export async function proveSignature(context: CommandContext, { receipt, to, json }: ProveAsked): Promise<number> {
  if (existsSync(to)) return refused(context, json, { outcome: 'exists', what: `${to} is there already.` })
  const { school } = await context.library()
  return withHome(context, async ({ journal }) => {
    const found = await findReceiptEntry(journal, receipt)
    if (typeof found === 'string') return refused(context, json, { outcome: 'no-receipt', what: found })
    if (!isSigning(found)) return refused(context, json, { outcome: 'no-signature', what: notOne })
    const growing = growTree(found.seq)
    for await (const { hash } of entriesIn(journal)) growing.add(hash)
    const [tree, path, hidden] = [growing.tree(), growing.path() ?? [], await journal.hiddenOf(found.id)]
    const { wording, text, understood } = found.fact
    const asked = understood?.how === 'all-right' ? [understood.asked] : []
    const texts = await textsOf(journal, [wording, text, ...asked])
    const target = openTarget(to, context.clock())
    try {
      for (const [name, content] of proofFiles({ entry: found, hidden, path, tree, school: school.name, texts }))
        await target.add(name, [content])
      await target.finish()
    } catch (error) {
      await target.drop()
      throw error
    }
    if (json) context.out(JSON.stringify({ outcome: 'written', file: to, entry: found.id, tree }))
    else {
      context.out(`Written: ${to}. It proves entry ${found.seq} and names nobody but its signer.`)
      context.out(`Its tree: ${tree.size}:${tree.root}`)
      context.out('Whoever checks it follows STEPS.txt, or runs check.sh, and asks somebody outside for the tree.')
    }
    return status.done
  })
}

const notOne =
  'That certificate is for a bundle. One signature is proved at a time: give the certificate of one of its documents.'

async function textsOf(journal: Pick<Journal, 'wording'>, hashes: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const hash of hashes) {
    const text = await journal.wording(hash)
    if (text !== undefined) texts.set(hash, text)
  }
  return texts
}
