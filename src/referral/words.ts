// A case in sentences: the same on the cards and in the emails.
import { sayDay, type Day } from '../kit/days.ts'
import { sayList } from '../kit/text.ts'
import { roleNames } from '../people/may.ts'
import type { Case, CaseMessage, Closing, Route } from '../ports/cases.ts'
import type { Told } from './tell.ts'

/** Who is asked, for the middle of a sentence. */
export function sayRoute(route: Route): string {
  return route === 'safeguarding' ? 'the safeguarding lead' : roleNames[route]
}

/** Whoever gets it: by name where they are few. */
export function sayWho(names: readonly string[], route: Route): string {
  const few = names.slice(0, mostNamed)
  const more = names.length - few.length
  const rest = more === 0 ? [] : [more === 1 ? 'one other' : `${more} others`]
  return `${sayList([...few, ...rest])} (${sayRoute(route)})`
}

const mostNamed = 3

/** "a question about the Social Media Policy" */
export function sayWhat({ route, about }: Pick<Case, 'route' | 'about'>, title: string | undefined): string {
  const of = title === undefined ? '' : ` about the ${title}`
  if (route === 'safeguarding') return `a safeguarding matter${of}`
  return `${about.what === 'concern' ? 'a concern' : 'a question'}${of}`
}

export interface Naming {
  /** Whoever has, or had, the case. */
  readonly taker: string
  readonly asker: string
  /** In the words of `sayWhat`. */
  readonly what: string
  readonly due: Day
}

/** What has happened, for whoever is told of it; without a word of what was written. */
export function sayTold(told: Told, { taker, asker, what, due }: Naming): string {
  switch (told) {
    case 'offer':
      return `Somebody at the school has ${what}, and it has come to you.`
    case 'again':
      return `Nobody has taken it yet: somebody has ${what}. They should hear by ${sayDay(due)}.`
    case 'not-needed':
      return `${taker} has taken it. There is nothing for you to do.`
    case 'taken':
      return `${taker} has taken what you asked and will write to you here.`
    case 'answered':
      return `${taker} has answered you.`
    case 'asked-back':
      return `${taker} would like to know more before answering.`
    case 'passed':
      return 'What you asked was passed on to somebody who can answer it better. Whoever takes it sees your name and all that was written.'
    case 'released':
      return 'Whoever had what you asked cannot answer at the moment, so it has gone to somebody else who can.'
    case 'asked-again':
      return `${taker} is waiting to hear from you before answering.`
    case 'closed-quietly':
      return 'What you asked was answered, and nobody has written since, so it is closed.'
    case 'replied':
      return `${asker} has written back.`
    case 'due':
      return `${asker} is waiting for you to answer. They should hear by ${sayDay(due)}.`
    case 'asker-left':
      return 'Whoever asked has left the school, so it is closed.'
    case 'closed':
      return 'It was closed. There is nothing more for you to do.'
  }
}

export function titleTold(told: Told, route: Route): string {
  switch (told) {
    case 'offer':
      return route === 'safeguarding' ? 'A safeguarding matter for you' : 'Somebody asks a person'
    case 'again':
      return 'Still waiting for somebody to take it'
    case 'not-needed':
      return 'Taken by somebody else'
    case 'taken':
      return 'A person has what you asked'
    case 'answered':
      return 'A person has answered you'
    case 'asked-back':
    case 'asked-again':
      return 'A question back to you'
    case 'passed':
    case 'released':
      return 'Passed on to somebody else'
    case 'replied':
      return 'They wrote back'
    case 'due':
      return 'Waiting for your answer'
    case 'closed-quietly':
    case 'asker-left':
    case 'closed':
      return 'Closed'
  }
}

/** A line between the messages. `name` is the person who did it. */
export function sayHappened({ kind }: CaseMessage, name: string): string | undefined {
  switch (kind) {
    case 'taken':
      return `${name} took it.`
    case 'passed':
      return `${name} passed it on.`
    case 'released':
      return 'It was given to somebody else, because whoever had it cannot answer.'
    case 'asked':
    case 'answered':
    case 'asked-back':
    case 'replied':
    case 'closed':
      return undefined
  }
}

export function sayClosed(why: Closing): string {
  switch (why) {
    case 'asker':
      return 'Closed by whoever asked.'
    case 'taker':
      return 'Closed by whoever answered.'
    case 'quiet':
      return 'Closed, because it was answered and nobody has written since.'
    case 'asker-left':
      return 'Closed, because whoever asked has left the school.'
  }
}
