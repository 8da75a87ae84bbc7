// The scheduled part of reminding: everybody is judged in one pass; people who are due are written to, line managers
// hear who is late, and whoever had everybody reminded hears the result.
import { isWorkingTime } from '../kit/calendar.ts'
import { deliverAll } from '../outbox/deliver.ts'
import { isCampaignOpen } from '../standing/due.ts'
import { clockOf, type Beat, type Job } from '../turn/beat.ts'
import { asksOn, momentAt, withNudges } from './read.ts'
import { judgeEverybody } from './read-everybody.ts'
import { readChain } from './read-chain.ts'
import { lateNotice } from './send-late.ts'
import { nudgedNotices } from './send-nudged.ts'
import { reminderNotice } from './send-reminder.ts'
import { sinceLast } from './slot.ts'

/** For one program, which remembers its last beat; no other has to know it. */
export function createReminding(): Job['run'] {
  let last: Date | undefined
  return async (beat) => {
    await remindAll(beat, sinceLast(beat.now, last))
    last = beat.now
  }
}

async function remindAll(beat: Beat, since: Date): Promise<void> {
  const { ports, library, now } = beat
  const campaigns = await ports.journal.campaigns()
  // Usually there is nothing to ask, or nobody may be written to.
  if (campaigns.every(({ closedOn }) => closedOn !== undefined) || !isWorkingTime(now, library.school.calendar)) return
  const clock = clockOf(beat)
  const at = momentAt(library.school, now)
  for (const practice of [false, true]) {
    if (!campaigns.some((each) => each.practice === practice && isCampaignOpen(each, at.day))) continue
    const which = { day: at.day, practice }
    const asks = await withNudges(ports, await asksOn(ports, library, which), { moment: at, practice })
    if (asks.length === 0) continue
    const moment = { ...at, chain: await readChain(ports.people, library.school, which) }
    const round = { asks, moment, practice, since }
    const { reminders, late, nudged } = await judgeEverybody(ports, round)
    const making = [
      ...reminders.map((each) => () => reminderNotice(beat, round, each)),
      ...late.map((each) => () => lateNotice(beat, round, each)),
    ]
    await deliverAll(ports, messages(beat.courtesy?.inTurn(making) ?? making), clock)
    await deliverAll(ports, await nudgedNotices(beat, round, nudged), clock)
  }
}

/** Made one at a time, whenever one more can be sent. */
async function* messages<M>(making: Iterable<() => M> | AsyncIterable<() => M>): AsyncGenerator<M> {
  for await (const make of making) yield make()
}
