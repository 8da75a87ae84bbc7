// Turns what was read into what SLT is told. Pure: the same reading gives the same digest.
import { compact, defined } from '../kit/defined.ts'
import { sayAgainst, sayUnasked } from '../register/against.ts'
import { barsOf, groupNames } from '../standing/count-words.ts'
import { noteStanding } from '../standing/words.ts'
import { dayIn, isoWeek, sayDay } from '../kit/days.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { isCampaignOpen } from '../standing/due.ts'
import { saySection } from '../policy/cite.ts'
import { sayChanges } from './changes.ts'
import type { Concern, Digest, Failure, FirstOf, Gathered, LateLine, PolicyPart } from './types.ts'

export function buildDigest(gathered: Gathered): Digest {
  const { on, since, zone, school, practice, questions, head, outside } = gathered
  const parts = {
    policies: policyParts(gathered),
    changes: sayChanges(gathered),
    concerns: concernsIn(gathered),
    questions: questions.unanswered,
    unhelpful: questions.unhelpful,
    mostAsked: sectionsIn(gathered),
    asked: questions.asked,
    deliveries: failuresIn(gathered),
    reviews: gathered.reviews
      // Too early for a warning, so there is nothing to say.
      .filter(({ step, state }) => step !== undefined || state === 'overdue')
      .map(({ title, owner, state, said }) => ({ title, owner, state, said })),
    cares: gathered.cares,
  }
  const of = { on, week: isoWeek(on), since, zone, school, practice }
  return { ...of, ...parts, head, outside, state: stateOf(gathered, parts) }
}

type Parts = Omit<Digest, 'on' | 'week' | 'since' | 'zone' | 'school' | 'practice' | 'head' | 'outside' | 'state'>

function stateOf({ campaigns, policies }: Gathered, parts: Parts): Digest['state'] {
  const news = [parts.changes, parts.concerns, parts.questions, parts.unhelpful, parts.deliveries]
  const isNew = news.some(({ count }) => count > 0) || parts.asked > 0
  const used = campaigns.length > 0 || policies.some(({ totals }) => totals.all.signed > 0)
  if (!isNew && !used && parts.cares.length === 0) return 'idle'
  const owed = policies.some(({ totals }) => totals.all.outstanding > 0)
  return isNew || owed || parts.reviews.length + parts.cares.length > 0 ? 'news' : 'quiet'
}

/** Where nobody is asked to sign and nobody has, there is nothing to show. */
function policyParts({ policies, campaigns, on, zone }: Gathered): readonly PolicyPart[] {
  return policies
    .filter(({ totals: { all } }) => all.signed + all.outstanding > 0)
    .map(({ policy, title, totals, overdue, against }) => ({
      policy,
      title,
      count: totals.all,
      bars: barsOf(totals).filter(({ total }) => total > 0),
      against: against && compact([sayAgainst(against), sayUnasked(against, { named: false })]).join(' '),
      paused: sayPaused(campaigns.filter((each) => each.policy === policy && isCampaignOpen(each, on))),
      overdue: {
        ...overdue,
        first: overdue.first.map(({ person, name, group, standing, due, away, withdrawn }): LateLine => ({
          person,
          name,
          group: groupNames[group],
          due,
          standing: compact([away && 'away', withdrawn ? 'signature withdrawn' : noteStanding(standing, zone)]).join(
            ', ',
          ),
        })),
      },
    }))
}

function sayPaused(open: readonly Campaign[]): string | undefined {
  const paused = open.filter(({ pausedOn }) => pausedOn !== undefined)
  const [first] = paused
  if (first?.pausedOn === undefined) return undefined
  const which = paused.length === open.length ? 'Reminders are' : 'Some reminders are'
  return `${which} paused since ${sayDay(first.pausedOn)}: nobody hears of it.`
}

const mostConcerns = 10

function concernsIn({ happened, happenedMore, shelf, zone }: Gathered): FirstOf<Concern> {
  const all = happened.flatMap(({ entry: { fact, at }, name, words }): Concern[] => {
    if (fact.kind !== 'raised' && fact.kind !== 'declined') return []
    const { policy, person } = fact
    const title = shelf.edition(policy)?.title ?? policy
    const kind = fact.kind === 'raised' ? fact.what : 'declined'
    return [{ kind, policy, title, on: dayIn(zone, at), person, name, words }]
  })
  return { ...firstOf(all, mostConcerns), ...defined({ uncounted: happenedMore && all.length > 0 ? true : undefined }) }
}

function sectionsIn({ questions, shelf }: Gathered): Digest['mostAsked'] {
  return questions.mostAsked.map(({ policy, section: ref, count }) => {
    const edition = shelf.edition(policy)
    const section = edition?.sections.find((each) => each.ref === ref)
    const title = edition?.title ?? policy
    return { section: `${title}, ${section === undefined ? ref : saySection(section)}`, count }
  })
}

const mostFailures = 10
const mostNames = 3
/** A kind from an earlier version. */
const anyKind = ['message', 'messages'] as const

/** One line for each kind, state and reason: a platform that was down is one thing to know, not three hundred. */
function failuresIn({ notices, noticesMore, words }: Gathered): FirstOf<Failure> {
  const found = new Map<string, Failure>()
  for (const { notice, name } of notices) {
    const { kind, state } = notice
    if (state !== 'failed' && state !== 'given-up' && state !== 'unknown') continue
    const why = notice.what ?? 'no reason was given'
    const key = [state, kind, why].join('\n')
    const before = found.get(key) ?? { kind, called: words.notices[kind] ?? anyKind, state, why, count: 0, names: [] }
    found.set(key, { ...before, count: before.count + 1, names: alsoNamed(before.names, name) })
  }
  const all = [...found.values()].toSorted((a, b) => b.count - a.count)
  return {
    first: all.slice(0, mostFailures),
    count: notices.length,
    ...defined({ uncounted: noticesMore ? true : undefined }),
  }
}

function alsoNamed(names: readonly string[], name: string | undefined): readonly string[] {
  return name === undefined || names.length >= mostNames || names.includes(name) ? names : [...names, name]
}

export function firstOf<T>(all: readonly T[], most: number): FirstOf<T> {
  return { first: all.slice(0, most), count: all.length }
}

/** For a place that is not private: counts and reasons stay, the people they concern do not. */
export function withoutNames(digest: Digest): Digest {
  const hide = <T>({ count }: FirstOf<T>): FirstOf<T> => ({ first: [], count })
  return {
    ...digest,
    policies: digest.policies.map((each) => ({ ...each, overdue: hide(each.overdue) })),
    concerns: hide(digest.concerns),
    deliveries: { ...digest.deliveries, first: digest.deliveries.first.map((each) => ({ ...each, names: [] })) },
  }
}
