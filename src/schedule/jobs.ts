// The table of jobs: what every beat of the clock does, in this order. One that fails keeps no other from its work.
import { greetStarters } from '../welcome/job.ts'
import { sendDigests } from '../digest/job.ts'
import { publishHead } from '../proof/job.ts'
import { weekdayOf } from '../kit/days.ts'
import { hoursOf } from '../kit/calendar.ts'
import { createReminding } from '../reminder/job.ts'
import { warnOfReviews } from '../review/job.ts'
import { forgetOld } from '../outbox/forget.ts'
import { settleLost } from '../outbox/lost.ts'
import type { Beat, Job } from '../outbox/types.ts'

/** Fresh for each app: some jobs remember that they have done their work today. */
export function createJobs(): readonly Job[] {
  return [
    {
      name: 'forget',
      run: ({ ports, now, library }) => forgetOld(ports, { now, keptDays: library.school.keptDays }),
    },
    { name: 'head', run: ({ ports, now, library }) => publishHead({ ports, now, school: library.school }) },
    { name: 'lost notices', run: settleLost },
    { name: 'reminders', run: createReminding() },
    { name: 'digests', run: sendDigests },
    { name: 'reviews', run: warnOfReviews },
    // After the reminders: who is asked to sign on their first day is welcomed with that.
    { name: 'greetings', run: onceADay(greetStarters, isGreetingTime) },
  ]
}

export async function runJobs(jobs: readonly Job[], beat: Beat): Promise<void> {
  for (const { name, run } of jobs) {
    try {
      await run(beat)
    } catch (error) {
      beat.ports.log.error({ job: name, error }, 'a job of the clock failed; the next tick tries again')
    }
  }
}

/** Once the first hour has passed in which reminders go out. Bank holidays are not looked at: nobody starts on one. */
function isGreetingTime({ now, library, desk }: Beat): boolean {
  const { calendar } = library.school
  const { today } = desk.shelf
  const { from, to } = hoursOf(today, calendar)
  const start = Math.min(from.getTime() + 60 * 60_000, (from.getTime() + to.getTime()) / 2)
  return calendar.weekdays.includes(weekdayOf(today)) && now.getTime() >= start && now < to
}

/** Runs `work` at the first beat of each day at which it may; again at the next when it failed. */
function onceADay(work: Job['run'], may: (beat: Beat) => boolean): Job['run'] {
  let done: string | undefined
  return async (beat) => {
    const { today } = beat.desk.shelf
    if (done === today || !may(beat)) return
    await work(beat)
    done = today
  }
}
