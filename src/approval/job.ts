// The scheduled part of drafts that wait for a yes: lapsed ones are deleted, people who are away are replaced, and
// nothing is left over.
import type { Approval } from '../ports/approvals.ts'
import { readStaff } from '../referral/read-staff.ts'
import { answeringDay } from '../referral/when.ts'
import { offerTo, ranksFor } from '../referral/whom.ts'
import type { Beat } from '../turn/beat.ts'
import { lapseDraft, offerDraft } from './decide.ts'
import { isDone, sendOf } from './send-approval.ts'

/** The longest time that anything of a request stays after it lapsed, told or not. */
const dayMore = 24 * 60 * 60_000

export async function keepDrafts(beat: Beat): Promise<void> {
  const { ports, now } = beat
  for (const { id } of await ports.approvals.all()) {
    await ports.approvals.change(id, (found) => lapseDraft(found, now))
    await offerAnew(beat, id)
    const request = await ports.approvals.find(id)
    if (request === undefined) continue
    await sendOf(beat, request)
    const after = await ports.approvals.find(id)
    if (after !== undefined && (await isOver(beat, after))) await ports.approvals.remove(id)
  }
}

async function isOver(beat: Beat, request: Approval): Promise<boolean> {
  return (await isDone(beat, request)) || request.lapsesAt.getTime() + dayMore < beat.now.getTime()
}

async function offerAnew({ ports, library, now }: Beat, id: string): Promise<void> {
  const request = await ports.approvals.find(id)
  if (request === undefined || request.decided !== undefined) return
  const { calendar } = library.school
  const staff = await readStaff(ports, library.school, request.practice)
  const offered = offerTo(ranksFor({ route: 'policy-owner', policy: request.about.policy }, staff), {
    day: answeringDay(now, calendar),
    calendar,
    asker: request.asker,
    late: false,
  })
  await ports.approvals.change(id, (found) =>
    offerDraft(
      found,
      offered.map((each) => each.id),
    ),
  )
}
