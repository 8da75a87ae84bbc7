// What changed since the last digest, in sentences and without names.
import { sayDay, sayWhen } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import type { FactOf } from '../journal/types.ts'
import type { First, Gathered, Told } from './types.ts'

const mostSaid = 12

export function sayChanges(gathered: Gathered): First<string> {
  const said = [
    ...saySignatures(gathered),
    ...sayMoved(gathered),
    ...sayCounted(gathered),
    ...gathered.happened.flatMap((each) => sayOne(each, gathered)),
  ]
  return { first: said.slice(0, mostSaid), count: said.length, ...(gathered.happenedMore ? { uncounted: true } : {}) }
}

function saySignatures({ signed, signedMore, shelf }: Gathered): string[] {
  return [...signed].map(([policy, count]) => {
    const title = shelf.edition(policy)?.title ?? policy
    const many = `${signedMore ? 'At least ' : ''}${count.toLocaleString('en-GB')}`
    return `${many} ${count === 1 ? 'person has' : 'people have'} signed the ${title}.`
  })
}

/** Whoever begins is asked, and whoever leaves counts no more: where nobody is asked it is no news. */
function sayMoved({ moved: { began, left }, campaigns }: Gathered): string[] {
  if (campaigns.length === 0) return []
  const have = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'person has' : 'people have'}`
  return [...(began > 0 ? [`${have(began)} started.`] : []), ...(left > 0 ? [`${have(left)} left.`] : [])]
}

/** What is done to single people is counted: who they are stands in the register. */
function sayCounted({ happened }: Gathered): string[] {
  const count = (kind: Told['entry']['fact']['kind']) => happened.filter(({ entry }) => entry.fact.kind === kind).length
  const [withdrawn, excused, ended] = [count('withdrawn'), count('excused'), count('excuse-ended')]
  return [
    ...(withdrawn > 0 ? [`${withdrawn} ${withdrawn === 1 ? 'signature was' : 'signatures were'} withdrawn.`] : []),
    ...(excused > 0 ? [`${excused} ${excused === 1 ? 'person was' : 'people were'} excused from signing.`] : []),
    ...(ended > 0 ? [`${ended} ${ended === 1 ? 'excuse was' : 'excuses were'} ended.`] : []),
  ]
}

function sayOne({ entry: { fact } }: Told, { shelf, campaigns }: Gathered): string[] {
  const titleOf = (policy: string) => shelf.edition(policy)?.title ?? policy
  switch (fact.kind) {
    case 'campaign-opened':
      return [`Staff were asked to sign the ${titleOf(fact.policy)} by ${sayDay(fact.due)}.`]
    case 'campaign-closed':
    case 'campaign-paused':
    case 'campaign-resumed': {
      const due = campaigns.find(({ id }) => id === fact.campaign)?.due
      const which = `The campaign for the ${titleOf(fact.policy)}${due === undefined ? '' : `, due ${sayDay(due)},`}`
      return [`${which} was ${fact.kind.slice('campaign-'.length)}.`]
    }
    case 'edition-marked': {
      const again = fact.change === 'material' ? 'everybody signs it anew' : 'signatures before it stand'
      return [`Edition ${fact.edition} of the ${titleOf(fact.policy)} was marked ${fact.change}: ${again}.`]
    }
    case 'reviewed':
      return [`The ${titleOf(fact.policy)} ${sayOutcome(fact)}.`]
    default:
      // Signatures and what is done to single people are counted; what somebody raised stands by itself.
      return []
  }
}

function sayOutcome({ outcome }: FactOf<'reviewed'>): string {
  switch (outcome.kind) {
    case 'no-change':
      return `was reviewed without a change, and is next reviewed ${sayWhen(outcome.next)}`
    case 'new-edition':
      return `was reviewed: edition ${outcome.replacement} takes its place`
    case 'postponed':
      return `has its review postponed until ${sayDay(outcome.until)}`
    default:
      return never(outcome)
  }
}
