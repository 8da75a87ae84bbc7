// What changed since the last digest, in sentences and without names.
import { compact, defined } from '../kit/defined.ts'
import { sayDay } from '../kit/days.ts'
import type { FactKind, FactOf } from '../journal/types.ts'
import type { News, NewsAbout, DoorWords } from '../turn/words.ts'
import type { FirstOf, Gathered } from './types.ts'

const mostSaid = 12

export function sayChanges(gathered: Gathered): FirstOf<string> {
  const { shelf, campaigns, words } = gathered
  const about: NewsAbout = {
    titleOf: (policy) => shelf.edition(policy)?.title ?? policy,
    dueOf(campaign) {
      const due = campaigns.find(({ id }) => id === campaign)?.due
      return due === undefined ? undefined : sayDay(due)
    },
    bundleOf: (campaign) => campaigns.find(({ id }) => id === campaign)?.round?.title,
  }
  const said = [
    ...saySignatures(gathered),
    ...sayMoved(gathered),
    ...sayCounted(gathered, words),
    ...sayHappened(gathered, about),
  ]
  return {
    first: said.slice(0, mostSaid),
    count: said.length,
    ...defined({ uncounted: gathered.happenedMore ? true : undefined }),
  }
}

/** What was done to a whole bundle has an entry for each document, one after another, and is said once. */
function sayHappened({ happened, words }: Gathered, about: NewsAbout): string[] {
  const told = happened.map(({ entry: { fact } }) => ({
    sentences: sayOne(fact, words, about),
    bundle: 'campaign' in fact ? about.bundleOf(fact.campaign) : undefined,
  }))
  return told.flatMap(({ sentences, bundle }, at) => {
    const before = told[at - 1]
    const again = bundle !== undefined && before?.bundle === bundle && before.sentences[0] === sentences[0]
    return again ? [] : sentences
  })
}

function saySignatures({ signed, signedMore, shelf }: Gathered): string[] {
  return [...signed].map(([policy, count]) => {
    const title = shelf.edition(policy)?.title ?? policy
    const many = `${signedMore ? 'At least ' : ''}${count.toLocaleString('en-GB')}`
    return `${many} ${count === 1 ? 'person has' : 'people have'} signed the ${title}.`
  })
}

/** Joiners are asked and leavers stop counting: where nobody is asked, neither is news. */
function sayMoved({ moved: { began, left }, campaigns }: Gathered): string[] {
  if (campaigns.length === 0) return []
  const have = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'person has' : 'people have'}`
  return compact([began > 0 && `${have(began)} started.`, left > 0 && `${have(left)} left.`])
}

/** Kinds of facts that are counted, each in the words of the feature that records them. */
function sayCounted({ happened }: Gathered, { facts }: DoorWords): string[] {
  const kinds = [...new Set(happened.map(({ entry }) => entry.fact.kind))]
  return kinds.flatMap((kind) => {
    const news = facts[kind]
    if (news.kind !== 'counted') return []
    return [news.say(happened.filter(({ entry }) => entry.fact.kind === kind).length)]
  })
}

function sayOne<K extends FactKind>(fact: FactOf<K>, { facts }: DoorWords, about: NewsAbout): string[] {
  const news: News<K> = facts[fact.kind]
  return news.kind === 'told' ? [news.tell(fact, about)] : []
}
