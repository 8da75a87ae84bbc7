// Describes a person's standing with a policy: to the person, and in a line of the register.
import { dayIn, sayDay, type Day } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import type { Standing } from './types.ts'

/** What a sentence about a standing needs. `zone` is the school's. */
export interface StandingAbout {
  readonly title: string
  readonly zone: string
}

/** To the person: one or two sentences. */
export function tellStanding(standing: Standing, { title, zone }: StandingAbout): string {
  const on = (at: Date) => sayDay(dayIn(zone, at))
  switch (standing.kind) {
    case 'not-asked':
      return `You have not signed the ${title}, and nobody has asked you to yet.`
    case 'asked':
      return `You are asked to read and sign the ${title} by ${sayDay(standing.due)}.`
    case 'reading':
      return `You have begun to read the ${title}${soFar(standing.sections)}.${please(standing.due)}`
    case 'signed':
      return `You signed the ${title} on ${on(standing.at)}.`
    case 'signed-earlier':
      if (standing.what === 'round')
        return `You signed the ${title} on ${on(standing.at)}, and are asked to sign it again.${please(standing.due)}`
      return `You signed an earlier ${standing.what} of the ${title} on ${on(standing.at)}. There is a new one to sign.${please(standing.due)}`
    case 'carried-over':
      return `You signed the ${title} on ${on(standing.at)}. It has been edited since without changing what it means, so your signature still counts.`
    case 'concern-raised':
      return `You raised a concern about the ${title} on ${on(standing.at)}. You can still sign.${please(standing.due)}`
    case 'declined':
      return `You declined to sign the ${title} on ${on(standing.at)}. You can still sign if you change your mind.`
    case 'excused':
      return standing.until === undefined
        ? `You are excused from signing the ${title}.`
        : `You are excused from signing the ${title} until ${sayDay(standing.until)}.`
    case 'left':
      return `You are down as having left on ${sayDay(standing.on)}, so nothing is asked of you.`
    default:
      return never(standing)
  }
}

/** In a line of the register, after a name. */
export function noteStanding(standing: Standing, zone: string): string {
  const on = (at: Date) => sayDay(dayIn(zone, at))
  const due = 'due' in standing && standing.due !== undefined ? `, due ${sayDay(standing.due)}` : ''
  switch (standing.kind) {
    case 'not-asked':
    case 'asked':
      return `${standingNames[standing.kind]}${due}`
    case 'reading':
      return `reading${soFar(standing.sections)}${due}`
    case 'signed':
      return `signed on ${on(standing.at)}`
    case 'signed-earlier':
      return standing.what === 'round'
        ? `signed on ${on(standing.at)}, asked again${due}`
        : `signed an earlier ${standing.what} on ${on(standing.at)}${due}`
    case 'carried-over':
      return `signed on ${on(standing.at)}, carried over`
    case 'concern-raised':
      return `raised a concern on ${on(standing.at)}${due}`
    case 'declined':
      return `declined on ${on(standing.at)}${due}`
    case 'excused':
      return standing.until === undefined ? 'excused' : `excused until ${sayDay(standing.until)}`
    case 'left':
      return `left on ${sayDay(standing.on)}`
    default:
      return never(standing)
  }
}

/** Without days, for a spreadsheet. */
export function nameStanding(standing: Standing): string {
  if (standing.kind !== 'signed-earlier') return standingNames[standing.kind]
  return standing.what === 'round' ? 'signed before, asked again' : `signed an earlier ${standing.what}`
}

/** For a filter. */
export const standingNames: Readonly<Record<Standing['kind'], string>> = {
  'not-asked': 'not asked',
  asked: 'asked, not begun',
  reading: 'reading',
  signed: 'signed',
  'signed-earlier': 'signed an earlier edition',
  'carried-over': 'carried over',
  'concern-raised': 'concern raised',
  declined: 'declined',
  excused: 'excused',
  left: 'left',
}

/** True where somebody may still want to read and sign. */
export function isUnsigned({ kind }: Standing): boolean {
  return kind !== 'signed' && kind !== 'carried-over' && kind !== 'excused' && kind !== 'left'
}

function please(due: Day | undefined): string {
  return due === undefined ? '' : ` Please sign by ${sayDay(due)}.`
}

function soFar(sections: number): string {
  return sections === 0 ? '' : `, ${sections} ${sections === 1 ? 'section' : 'sections'} so far`
}
