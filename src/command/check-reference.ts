// `check --reference`: whether a ruling was really made that somebody quotes by its reference.
import { hashOfReference } from '../check/reference.ts'
import { sayChecked } from '../check/ruled-cards.ts'
import { type CommandContext, status } from './context.ts'
import { lookInHome } from './open-home.ts'

export async function checkReference(context: CommandContext, quoted: string): Promise<number> {
  const hash = hashOfReference(quoted)
  if (hash === undefined) {
    context.err('That is no reference. Copy the whole line from “To quote this” on the card, in quotation marks.')
    return status.misuse
  }
  const { school } = await context.library()
  const kept = await lookInHome(context, ({ store }) => store.rulingWith(hash))
  for (const line of sayChecked(kept, school.zone)) context.out(line)
  return kept === undefined ? status.no : status.done
}
