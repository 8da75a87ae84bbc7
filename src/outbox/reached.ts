// Retries notices that were given up because the person could not be reached, once they have an account or an address.
import { sendsLetters } from './letters.ts'
import type { Beat } from '../turn/beat.ts'
import { mostTries } from './deliver.ts'
import { unreachable } from './types.ts'

/** The message of a day is forgotten by then, and what was to be said on a day long past is of no use. */
const days = 30
/** Other kinds are not sent by email. `daily` stands for the message of the day. */
const written = ['reminder', 'manager', 'daily', 'digest', 'review', 'new-edition', 'terms']

export async function reopenReached({ ports, now }: Pick<Beat, 'ports' | 'now'>): Promise<void> {
  const { notices, log } = ports
  const letters = sendsLetters(ports) ? written : []
  const since = new Date(now.getTime() - days * 24 * 60 * 60_000)
  const count = await notices.reopen({ what: unreachable, since, now, letters, mostTries })
  if (count > 0) log.info({ notices: count }, 'somebody can be reached now, so what was given up is tried again')
}
