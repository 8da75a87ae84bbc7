// Writes an imported edition into the home, after checking everything that could speak against it.
import { join } from 'node:path'
import { rulesToConfirm } from '../check/propose.ts'
import { isDoubt } from '../importer/report.ts'
import type { Library } from '../turn/library.ts'
import { sayProposal } from './policy-words.ts'
import { type CommandContext, status } from './context.ts'
import { filesFor, rehearse, writeWhole } from '../office/edition-files.ts'
import type { Brought } from '../office/brought.ts'
import type { DocumentAsked } from './policy-brought.ts'

/** What the checks' rules may rest on in this text; a person has to confirm it. */
function sayRules(say: (line: string) => void, { library, brought }: Pick<Settling, 'library' | 'brought'>): void {
  const { edition } = brought.imported
  const list = rulesToConfirm([...library.scenarios, ...(library.idle ?? [])], edition)
  if (list.length === 0) return
  for (const line of list.flatMap((each, at) => sayProposal(at + 1, each))) say(line)
  say(
    `${list.length} rules of the checks rest on words that this text does not have, and are off. To confirm the words proposed: npm run policy -- confirm ${edition.policy} words`,
  )
}

export interface Settling {
  readonly brought: Brought
  readonly asked: DocumentAsked
  readonly library: Library
  /** Undefined where it may be written; otherwise the exit status. */
  readonly confirm: () => Promise<number | undefined>
}

/** Everything is read and shown; whether it is written depends on what is already there, and on a yes. */
export async function settle(context: CommandContext, { brought, asked, library, confirm }: Settling): Promise<number> {
  const { err, home } = context
  const say = asked.json ? err : context.out
  const planned = filesFor(home, { brought, library, replace: asked.replace })
  if (planned.kind === 'same') {
    say(`This text is already imported: ${planned.path}`)
    return status.done
  }
  if (planned.kind === 'differs') {
    err(
      `${planned.path} holds another text. An edition does not change once people rely on it. If it is a new edition, name it with --edition; if the file there is a mistake, say --replace. Nothing was changed.`,
    )
    return status.no
  }
  const { errors, warnings } = rehearse(context, planned.files)
  for (const line of warnings) err(line)
  if (errors.length > 0) {
    for (const line of errors) err(line)
    err('The bot could not start with it, so nothing was changed.')
    return status.no
  }
  const paths = planned.files.map(({ path }) => join(home, path))
  say(`It belongs in ${paths.join(' and ')}.`)
  const refused = await confirm()
  if (refused !== undefined) return refused
  for (const { path, source } of [...planned.files, ...planned.kept]) writeWhole(join(home, path), source)
  say(`Written: ${paths.join(', ')}. A bot that runs uses it within a minute.`)
  sayRules(say, { library, brought })
  const open = brought.imported.problems.filter(isDoubt)
  if (open.length > 0)
    say(
      `Left open: ${open.length} ${open.length === 1 ? 'doubt' : 'doubts'}; npm run doctor lists ${open.length === 1 ? 'it' : 'them'}.`,
    )
  return status.done
}
