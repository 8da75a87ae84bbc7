// Reads everything that a digest is made of, in few queries whatever the size of the school: counted where possible,
// limited where not.
import { compact, defined } from '../kit/defined.ts'
import { readAgainst } from '../register/read-against.ts'
import { caresAbout } from '../recurring/cares.ts'
import { againIn } from '../recurring/again.ts'
import { readSigned as readSignedDays, type AgainSigned } from '../recurring/read-signed.ts'
import { sayUndecided } from '../campaign/undecided-cards.ts'
import { readUndecided } from '../campaign/undecided-job.ts'
import type { Person } from '../chat/people.ts'
import { isCampaignOpen } from '../standing/due.ts'
import { sayTerms, termsOn } from '../year/terms.ts'
import { countingOf } from '../turn/counting.ts'
import { placeIn } from '../register/read-page.ts'
import { placeOf, totalsOf, type Counting } from '../standing/totals.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { mattersOf, type Matter } from '../turn/matter.ts'
import type { Entry, Fact, FactKind } from '../journal/types.ts'
import { instantAt, type Day } from '../kit/days.ts'
import type { NoticeState } from '../ports/notices.ts'
import { reviewDue } from '../policy/force.ts'
import { nextReviewsIn } from '../review/outcomes.ts'
import { reviewStanding } from '../review/standing.ts'
import { readReviewed } from '../review/read-recorded.ts'
import { sayOpenCases } from './open-cases.ts'
import type { DigestPorts, DigestReading } from './read-from.ts'
import { readQuestions } from './read-questions.ts'
import type { FirstOf, Gathered, LateSigning, SigningLine, ToldEntry } from './types.ts'

/** Reads for one world at one moment. What does not depend on `since` is read once, however often it is asked for. */
export function gatherFor(seen: DigestReading, practice: boolean): (since: Day) => Promise<Gathered> {
  const standing = once(() => readStanding(seen, practice))
  const known = new Map<Day, Promise<Gathered>>()
  return (since) => {
    const found =
      known.get(since) ?? standing().then(async (read) => ({ ...read, ...(await readSince(seen, { ...read, since })) }))
    known.set(since, found)
    return found
  }
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined
  return () => (done ??= work())
}

type Standing = Omit<Gathered, keyof Since>
type Since = Pick<
  Gathered,
  'since' | 'moved' | 'signed' | 'signedMore' | 'happened' | 'happenedMore' | 'questions' | 'notices' | 'noticesMore'
>

async function readStanding(seen: DigestReading, practice: boolean): Promise<Standing> {
  const { ports, desk, library } = seen
  const { name: school, zone } = library.school
  const { shelf } = desk
  const campaigns = (await ports.journal.campaigns()).filter((each) => each.practice === practice)
  const policies: SigningLine[] = []
  for (const matter of mattersOf(seen)) policies.push(await readSigning(ports, matter, practice))
  const recorded = nextReviewsIn(await readReviewed(ports.journal), library.policies)
  const reviews = shelf.policies.flatMap((policy) => {
    const edition = shelf.edition(policy.id)
    return edition === undefined
      ? []
      : [reviewStanding(policy, edition, shelf.today, reviewDue(edition, recorded, { practice, today: shelf.today }))]
  })
  const cares = await readCares(seen, practice)
  const [head, outside] = [await ports.journal.head(), await ports.journal.knownHead()]
  const about = { on: shelf.today, zone, school, practice, shelf }
  return { ...about, policies, campaigns, reviews, cares, head, outside, words: seen.words }
}

/** What somebody has to look after, and may not have noticed. */
async function readCares(seen: DigestReading, practice: boolean): Promise<readonly string[]> {
  const { ports, desk, library } = seen
  const terms = sayTerms(termsOn(desk.shelf.today, library.school.calendar))
  const { today } = desk.shelf
  const open = await ports.cases.current(instantAt(today, 0, library.school.zone))
  const cares = compact([!practice && terms, sayOpenCases(open, { today, practice })])
  for (const matter of mattersOf(seen)) {
    const undecided = await readUndecided({ ports }, matter, practice)
    if (undecided !== undefined) cares.push(`${matter.edition.title}: ${sayUndecided(undecided, matter.edition)}`)
  }
  const campaigns = (await ports.journal.campaigns()).filter((each) => each.practice === practice)
  const again = againIn(campaigns, (policy) => desk.shelf.edition(policy)?.title ?? policy)
  const signed: AgainSigned[] = []
  for (const each of again)
    signed.push({ ...each, signed: await readSignedDays({ ports, library, today }, each, each.campaign.recurs) })
  return [...cares, ...caresAbout(signed, { today, calendar: library.school.calendar })]
}

async function readSigning(ports: DigestPorts, matter: Matter, practice: boolean): Promise<SigningLine> {
  const { policy, edition, asOf } = matter
  const counting = await countingOf({ ports }, matter, { practice })
  const tally = await ports.register.tally({ policy: policy.id, practice, today: asOf.today })
  const totals = totalsOf(tally, counting)
  const asked = counting.campaigns.filter((each) => each.practice === practice && isCampaignOpen(each, asOf.today))
  // A joiner’s own due day is never before the campaign’s.
  const late = totals.all.outstanding > 0 && asked.some(({ due }) => due < asOf.today)
  const overdue = late ? await readOverdue(ports, matter, { counting, practice }) : { first: [], count: 0 }
  const zone = asOf.calendar?.zone ?? 'UTC'
  const against = await readAgainst(ports, counting.campaigns, { asOf, zone, practice })
  return { policy: policy.id, title: edition.title, totals, overdue, against }
}

const mostNamed = 20
const pageSize = 500

/** By name: everybody is counted, and the first few are named. */
async function readOverdue(
  { register, journal }: DigestPorts,
  { policy, asOf }: Matter,
  { counting, practice }: { readonly counting: Counting; readonly practice: boolean },
): Promise<FirstOf<LateSigning>> {
  const first: LateSigning[] = []
  let count = 0
  let after: string | undefined
  const away = ({ away: spans }: Person) => spans.some(({ from, to }) => from <= asOf.today && asOf.today <= to)
  for (;;) {
    const which = { policy: policy.id, practice, most: pageSize, ...defined({ after }) }
    const page = await register.page(which)
    for (const { person, standing, due } of page.map((line) => placeIn(line, counting))) {
      if (due === undefined || due >= asOf.today || placeOf(standing) !== 'outstanding') continue
      count += 1
      if (first.length < mostNamed)
        first.push({
          person: person.id,
          name: person.name,
          group: person.group ?? 'none',
          standing,
          due,
          away: away(person),
          withdrawn: false,
        })
    }
    after = page.at(-1)?.person.id
    if (page.length < pageSize) return { first: await withdrawnOf(journal, policy.id, first), count }
  }
}

/** About the few who are named: those who had signed and must sign again. */
async function withdrawnOf(
  journal: DigestPorts['journal'],
  policy: string,
  late: readonly LateSigning[],
): Promise<readonly LateSigning[]> {
  const open = late.filter(({ standing }) => standing.kind === 'asked').map(({ person }) => person)
  if (open.length === 0) return late
  const histories = await journal.historiesOf(policy, open)
  const withdrew = (id: string) => histories.get(id)?.some(({ fact }) => fact.kind === 'withdrawn') ?? false
  return late.map((each) => ({ ...each, withdrawn: open.includes(each.person) && withdrew(each.person) }))
}

type Window = Standing & { readonly since: Day }

async function readSince(seen: DigestReading, window: Window): Promise<Since> {
  const { ports } = seen
  const since = instantAt(window.since, 0, window.zone)
  const [signed, happened, notices] = [
    await readSigned(ports, window, since),
    await readHappened(ports, window, since),
    await readNotices(ports, window, since),
  ]
  // Questions belong to no world, so practice people see them only where there is nobody else.
  const shows = !window.practice || (await ports.people.list({ practice: false, most: 1 })).length === 0
  return {
    since: window.since,
    moved: await ports.people.moved({ practice: window.practice, from: window.since, to: window.on }),
    ...signed,
    ...happened,
    ...notices,
    questions: await readQuestions(seen, shows ? since : undefined),
  }
}

const mostSigned = 5_000

async function readSigned({ journal }: DigestPorts, { practice }: Window, since: Date) {
  const entries = await journal.happened({ kinds: ['signed'], since, most: mostSigned })
  const signed = new Map<string, number>()
  for (const { fact } of entries)
    if (fact.kind === 'signed' && fact.practice === practice)
      signed.set(fact.policy, (signed.get(fact.policy) ?? 0) + 1)
  return { signed, signedMore: entries.length === mostSigned }
}

const told = [
  'withdrawn',
  'declined',
  'raised',
  'excused',
  'excuse-ended',
  'edition-marked',
  'campaign-opened',
  'campaign-paused',
  'campaign-resumed',
  'campaign-closed',
  'campaign-changed',
  'campaign-reopened',
  'campaign-recurs',
  'campaign-handed',
  'campaign-taken-back',
  'campaign-lapsed',
  'reviewed',
] as const satisfies readonly FactKind[]
const mostTold = 100

async function readHappened(ports: DigestPorts, window: Window, since: Date) {
  const entries = await ports.journal.happened({ kinds: told, since, most: mostTold })
  const found: ToldEntry[] = []
  const people = rememberPeople(ports)
  for (const entry of entries) {
    const { fact } = entry
    const person = 'person' in fact ? await people(fact.person) : undefined
    if (isPractice(fact, { person, campaigns: window.campaigns }) !== window.practice) continue
    found.push({ entry, name: person?.name, words: await wordsOf(ports, entry) })
  }
  return { happened: found, happenedMore: entries.length === mostTold }
}

/** Whoever was erased belonged to the real world, because nobody in practice ever is. */
function isPractice(
  fact: Fact,
  { person, campaigns }: { person: { readonly practice: boolean } | undefined; campaigns: readonly Campaign[] },
): boolean | undefined {
  if ('practice' in fact) return fact.practice
  if ('campaign' in fact) return campaigns.find(({ id }) => id === fact.campaign)?.practice
  return person?.practice ?? false
}

/** What somebody said to SLT, and nothing else that is hidden. */
async function wordsOf({ journal }: DigestPorts, { id, fact }: Entry): Promise<string | undefined> {
  if (fact.kind !== 'raised' && fact.kind !== 'declined') return undefined
  const fields = (await journal.hiddenOf(id))?.fields
  return fact.kind === 'raised' ? fields?.words : fields?.reason
}

const failing: readonly NoticeState[] = ['failed', 'given-up', 'unknown']
const mostNotices = 200

async function readNotices(ports: DigestPorts, { practice }: Window, since: Date) {
  const notices = await ports.notices.list({ states: failing, since, most: mostNotices })
  const people = rememberPeople(ports)
  const found: Gathered['notices'][number][] = []
  for (const notice of notices) {
    const person = await people(notice.person)
    if ((person?.practice ?? false) === practice) found.push({ notice, name: person?.name })
  }
  return { notices: found, noticesMore: notices.length === mostNotices }
}

function rememberPeople({ people }: DigestPorts): (id: string) => ReturnType<DigestPorts['people']['byId']> {
  const known = new Map<string, ReturnType<DigestPorts['people']['byId']>>()
  return (id) => {
    const found = known.get(id) ?? people.byId(id)
    known.set(id, found)
    return found
  }
}
