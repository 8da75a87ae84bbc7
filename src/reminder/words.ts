// Why somebody is reminded or not, in words for an operator and for SLT.
import { sayDay, type Day } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import { nudgeStep } from './steps.ts'
import type { NotReminded } from './types.ts'

export function sayStep(step: string, due: Day | undefined): string {
  const by = due === undefined ? '' : `, due ${sayDay(due)}`
  if (step.startsWith(nudgeStep)) return `SLT reminds everybody${by}`
  const [kind, number = ''] = step.split('-')
  const days = `${number} ${number === '1' ? 'day' : 'days'}`
  if (kind === 'asked') return `asked to sign${by}`
  if (kind === 'due') return number === '0' ? 'due today' : `${days} before the due day${by}`
  if (kind === 'over') return `${days} overdue${by}`
  return `asked to be reminded again${by}`
}

/** For a line manager’s notice. */
export function sayCameLate(count: number): string {
  return count === 1 ? 'a colleague is overdue' : `${count} colleagues are overdue`
}

export function sayWhy(why: NotReminded): string {
  switch (why.kind) {
    case 'not-asked':
      return 'no campaign asks them to sign'
    case 'left':
      return `left on ${sayDay(why.on)}`
    case 'not-started':
      return `starts on ${sayDay(why.on)}`
    case 'signed':
      return 'has signed'
    case 'excused':
      return why.until === undefined ? 'is excused' : `is excused until ${sayDay(why.until)}`
    case 'concern-raised':
      return 'has raised a concern, which is with the senior leadership team'
    case 'declined':
      return 'has declined, which is with the senior leadership team'
    case 'not-signable':
      return 'the edition in force is a summary that the school has not accepted for signing'
    case 'not-theirs':
      return 'says that it is not for them to sign; the senior leadership team was told'
    case 'paused':
      return `the campaign has been paused since ${sayDay(why.on)}`
    case 'own-day-off':
      return 'does not work on that day of the week'
    case 'away':
      return 'is away'
    case 'away-said':
      return 'says that they are away; the senior leadership team was told'
    case 'day-off':
      return 'the school does not work on that day'
    case 'hours-over':
      return 'the working hours of that day are over'
    case 'no-step-yet':
      return 'has not been asked yet'
    case 'told':
      return `has been reminded (${why.step}), and the next day for it has not come`
    case 'told-today':
      return 'has been reminded today'
    case 'being-told':
      return 'is being reminded at this moment'
    case 'asked-for-later':
      return `asked to be reminded on ${sayDay(why.on)}`
    case 'given-up':
      return `could not be reached (${why.step}), and the next day for it has not come`
    default:
      return never(why)
  }
}
