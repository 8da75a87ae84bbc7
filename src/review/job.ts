// The scheduled part of reviews: senior leaders and policy owners are warned, each step once.
import { defined } from '../kit/defined.ts'
import type { Person, Role } from '../chat/people.ts'
import { hoursOf } from '../kit/calendar.ts'
import { dayIn, type Day } from '../kit/days.ts'
import type { Ports } from '../ports/ports.ts'
import { reviewDue } from '../policy/force.ts'
import { deliverAll } from '../outbox/deliver.ts'
import type { Beat } from '../turn/beat.ts'
import type { Planned } from '../outbox/types.ts'
import { showWarning, showWarnings } from './cards.ts'
import { readPack, reviewsOn, reviewStateOf, type ReviewPack } from './read.ts'
import { nextReviewsIn } from './outcomes.ts'
import { dueOn, isWarned, planWarnings, slotToday, warnedUntil, type DueReview, type Warning } from './plan.ts'
import { readReviewed } from './read-recorded.ts'
import { sayPack } from './words.ts'
import { writeWarning } from './write.ts'

export async function warnOfReviews(beat: Beat): Promise<void> {
  const { ports, library, now, desk } = beat
  const { calendar } = library.school
  const { from, to } = hoursOf(dayIn(calendar.zone, now), calendar)
  if (now < from || now >= to) return
  const { today } = desk.shelf
  const due = dueOn(reviewsOn(desk), today, warnedUntil(today, calendar))
  if (due.length === 0) return
  const people = await whoIsWarned(ports, today)
  if (people.length === 0) return sayNobody(beat, due)
  const notices = await ports.notices.of(people.map(({ id }) => id))
  const packs = readOnce(beat)
  const planned = planWarnings(due, people, { now, calendar, notices, owners: library.school.owners })
  const begun = ports.clock().getTime()
  // The beat's time, which moves on while it works.
  const clock = () => new Date(now.getTime() + Math.max(0, ports.clock().getTime() - begun))
  await deliverAll(
    ports,
    planned.map((each) => noticeFor(beat, each, packs)),
    clock,
  )
}

const pageSize = 200

/** Everybody with either role: they are few in a school of any size. */
export async function whoIsWarned({ people }: Pick<Ports, 'people'>, today: Day): Promise<readonly Person[]> {
  const found = new Map<string, Person>()
  for (const role of ['slt', 'policy-owner'] as const satisfies readonly Role[]) {
    let after: string | undefined
    for (;;) {
      const page = await people.list({ practice: false, role, most: pageSize, ...defined({ after }) })
      for (const person of page) if (isWarned(person, today)) found.set(person.id, person)
      after = page.at(-1)?.id
      if (page.length < pageSize) break
    }
  }
  return [...found.values()]
}

/** Once a day, however many beats and servers there are. */
async function sayNobody({ ports, now, desk }: Beat, due: readonly DueReview[]): Promise<void> {
  if (!(await ports.store.claim(`review-nobody:${desk.shelf.today}`, now))) return
  ports.log.warn(
    { reviews: due.map(({ policy, edition }) => `${policy.id}@${edition.id}`) },
    'nobody has the role slt or policy-owner, so nobody is warned of these reviews: give somebody the role with npm run people -- import',
  )
}

type Read = (review: DueReview) => Promise<ReviewPack>

/** Each pack is made once for everybody who is told of it. */
function readOnce(beat: Beat): Read {
  const known = new Map<DueReview, Promise<ReviewPack>>()
  return (review) => {
    const found = known.get(review) ?? readPack(beat, review, false)
    known.set(review, found)
    return found
  }
}

function noticeFor(beat: Beat, { person, at, keys, reviews }: Warning, read: Read): Planned {
  const { ports, library, desk } = beat
  const [key = '', ...also] = keys
  const [first] = reviews
  const standings = reviews.map((each) => reviewStateOf(each, desk))
  const one = reviews.length === 1 ? first : undefined
  return {
    key,
    also,
    kind: 'review',
    person: person.id,
    at,
    reason: reviews.map(({ policy, step }) => `the review of ${policy.id}: ${step.id}`).join('; '),
    still: (now) => isStill(beat, { person: person.id, reviews, now }),
    show: async () => (one === undefined ? showWarnings(standings) : showWarning(await read(one))),
    write: async () =>
      writeWarning(standings, {
        name: person.name,
        school: library.school.name,
        publicUrl: ports.publicUrl,
        lines: one === undefined ? [] : sayPack(await read(one)),
      }),
  }
}

interface Again {
  readonly person: string
  readonly reviews: readonly DueReview[]
  readonly now: Date
}

/** Asks the database, because an outcome may have been recorded a moment ago on any server. */
async function isStill({ ports, library }: Beat, { person: id, reviews, now }: Again): Promise<boolean> {
  const { calendar, zone } = library.school
  const today = dayIn(zone, now)
  const person = await ports.people.byId(id)
  if (!isWarned(person, today)) return false
  const slot = slotToday(person, { now, calendar })
  if (slot === undefined || slot > now) return false
  const recorded = nextReviewsIn(await readReviewed(ports.journal), library.policies)
  return reviews.every((review) => {
    const current = { ...review, ...reviewDue(review.edition, recorded, { practice: false, today }) }
    const [again] = dueOn([current], today, warnedUntil(today, calendar))
    return again?.due === review.due && again?.step.id === review.step.id
  })
}
