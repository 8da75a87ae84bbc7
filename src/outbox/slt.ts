// Passing something on to the senior leadership team: each of them, privately, where they spoke last.
import type { Card } from '../chat/cards.ts'
import { may } from '../people/may.ts'
import type { Person } from '../chat/people.ts'
import type { Ports } from '../ports/ports.ts'

type Reaching = Pick<Ports, 'people' | 'chat' | 'log'>

const pageOfPeople = 500

/** How many of them it reached. `from` is left out, who knows it already. */
export async function tellSlt(
  ports: Reaching,
  card: Card,
  { from, today }: { from: Person; today: string },
): Promise<number> {
  let reached = 0
  for await (const person of everybody(ports, from.practice)) {
    if (person.id === from.id || !person.roles.includes('slt') || !may(person, 'see-register', today)) continue
    if (await reach(ports, person, card)) reached += 1
  }
  return reached
}

/** Privately, on the account that they used last; on another where that one can’t be reached. */
export async function reach({ people, chat, log }: Reaching, { id }: Person, card: Card): Promise<boolean> {
  for (const account of await people.accountsOf(id)) {
    const posted = await chat.post({ platform: account.platform, id: account.id, kind: 'private' }, card)
    if (posted.kind === 'sent' || posted.kind === 'unknown') return true
    log.warn(
      { platform: account.platform, kind: posted.kind, what: posted.what },
      'a message to one person did not arrive',
    )
  }
  return false
}

/** All people of one world, the real one or that of practice, page by page. */
export async function* everybody({ people }: Pick<Ports, 'people'>, practice: boolean): AsyncGenerator<Person> {
  let after: string | undefined
  for (;;) {
    const page = await people.list({ practice, most: pageOfPeople, ...(after === undefined ? {} : { after }) })
    yield* page
    after = page.at(-1)?.id
    if (page.length < pageOfPeople) return
  }
}
