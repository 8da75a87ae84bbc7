// `people erase`: removes what identifies somebody; that they signed stays provable, without saying who they were.
import { erase } from '../declaration/erase.ts'
import { stampOf } from '../journal/stamp.ts'
import { stillKept } from '../office/still-kept.ts'
import { agreed } from './agreed.ts'
import { type CommandContext, status } from './context.ts'
import { withHome } from './open-home.ts'

export interface EraseAsked {
  readonly email: string
  readonly at: Date
  readonly yes: boolean
  readonly json: boolean
}

export async function erasePerson(context: CommandContext, { email, at, ...asked }: EraseAsked): Promise<number> {
  const { out, err, newId } = context
  return withHome(context, async ({ people, journal }) => {
    const person = await people.byEmail(email)
    if (person === undefined) {
      err(`Nobody with the email ${email} is known, so nothing was changed.`)
      return status.no
    }
    if (!asked.json) {
      out(
        `${person.name} <${email}>: the name, the email address, the accounts and all that they typed will be gone for good.`,
      )
      out('That they signed, and when, stays in the journal under a number that says nothing of who they were.')
    }
    if (!(await agreed(context, { ...asked, question: 'Erase them?' }))) return status.no
    const papers = (await journal.historyOf(person.id)).flatMap(({ fact }) =>
      fact.kind === 'signed' && fact.paper?.picture !== undefined ? [fact.paper.picture] : [],
    )
    const stamp = stampOf({ clock: () => at, newId })
    const { kind } = await journal.record({ policy: '', person: person.id }, (facts) =>
      erase(facts, { by: 'operator', stamp }),
    )
    if (kind === 'unknown-person') {
      err('Somebody else has erased them in the meantime.')
      return status.no
    }
    const kept = stillKept(context.home, papers)
    if (asked.json) out(JSON.stringify({ erased: person.id, entry: stamp.id, stillKept: kept }))
    else {
      out(`Erased. The journal knows them as ${person.id}.`)
      out(
        kept.length === 0
          ? 'No backup and no pack in the home holds them. Look for copies elsewhere.'
          : `These files in the home were written before, and may still hold them: ${kept.join(', ')}. Delete what you need no more, there and elsewhere.`,
      )
    }
    return status.done
  })
}
