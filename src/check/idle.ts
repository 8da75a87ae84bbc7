// A scenario for a policy that the school does not have: it decides nothing, and says what it is waiting for.
import { note, text, type Card } from '../chat/cards.ts'
import type { Library } from '../turn/library.ts'

/** Undefined where no waiting scenario has this id. Without an id, the first one that waits. */
export function sayAwaited({ idle = [], aside = [] }: Library, id?: string): string | undefined {
  const scenario = id === undefined ? idle[0] : idle.find((each) => each.id === id)
  if (scenario === undefined) return undefined
  const title = aside.find((policy) => policy.id === scenario.policy)?.title ?? scenario.policy
  return `“${scenario.title}” rests on a policy that your school has not brought in yet: the ${title}.`
}

/** `contact` says how to reach somebody who can decide. */
export function showAwaited(awaited: string, contact: string | undefined): Card {
  return {
    title: 'I can’t check that here yet',
    tone: 'plain',
    summary: `${awaited} Until it is here, please ask a person before you post.`,
    blocks: [
      text(awaited),
      text(`Until it is here, please ask a person before you post.${contact === undefined ? '' : ` ${contact}`}`),
      note('The check begins to work when the policy has been imported. Nothing was decided or kept.'),
    ],
  }
}
