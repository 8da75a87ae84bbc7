// `policy usual`: the sections of a policy that usual questions lead to, and switching them off and on.
import { usualIsOff } from '../guide/usual.ts'
import { dayIn, type Day } from '../kit/days.ts'
import { seenRecord } from '../office/policy-record.ts'
import { changeUsual } from '../office/usual-file.ts'
import { saySection } from '../policy/cite.ts'
import { editionInForce } from '../policy/force.ts'
import type { Edition, Policy } from '../policy/types.ts'
import { noGeneral } from '../search/build.ts'
import { usualIn, type UsualSection } from '../search/usual.ts'
import { misused, readOptions, word } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { byWhom } from './by-whom.ts'
import { withHome } from './open-home.ts'
import { savingOf } from './policy-words.ts'
import { sayNothingChanged, sayUnsaved } from './unsaved.ts'

const usage = 'Usage: policy usual POLICY [off SECTION|on SECTION] [--by EMAIL]'

export const usualOf: Command = async (context, argv) => {
  const read = readOptions(argv, { by: word }, usage)
  if (read.kind === 'misused') return misused(context, read.what)
  const [id = '', turn, ref, ...more] = read.words
  if (more.length > 0 || (turn !== undefined && ((turn !== 'on' && turn !== 'off') || ref === undefined)))
    return misused(context, usage)
  const { policies, school, general = noGeneral } = await context.library()
  const policy = policies.find((each) => each.id === id)
  if (policy === undefined)
    return misused(context, `There is no policy “${id}”, only: ${policies.map((each) => each.id).join(', ')}. ${usage}`)
  const today = dayIn(school.zone, context.clock())
  const edition = editionInForce(policy, today)
  const sections = usualIn(edition, general)
  if (ref === undefined) return show(context, { policy, edition, sections })
  if (!sections.some(({ section }) => section.ref === ref))
    return sayNothingChanged(context, `No usual questions lead to section ${ref} of the ${edition.title}.`)
  return turnTo(context, { edition, section: ref, off: turn === 'off', by: read.values.by, today })
}

interface Shown {
  readonly policy: Policy
  readonly edition: Edition
  readonly sections: readonly UsualSection[]
}

function show({ out }: CommandContext, { policy, edition, sections }: Shown): number {
  for (const { section, asked } of sections) {
    const state = usualIsOff(policy, edition, section.ref) ? 'off' : 'on '
    out(`${state}  ${saySection(section)}: ${asked.slice(0, 3).join(' | ')}`)
  }
  out(
    sections.length === 0
      ? `No section of the ${edition.title} is about something that most schools have a section on.`
      : `${sections.length} of ${edition.sections.length} sections of the ${edition.title}, edition ${edition.id}.`,
  )
  return status.done
}

interface Turning {
  readonly edition: Edition
  readonly section: string
  readonly off: boolean
  readonly by: string | undefined
  readonly today: Day
}

function turnTo(context: CommandContext, { edition, section, off, by, today }: Turning): Promise<number> {
  return withHome(context, async ({ journal, people }) => {
    const who = await byWhom(people, by, { deed: 'own-policy', today })
    if (who.kind === 'refused') return sayNothingChanged(context, who.what)
    const seen = seenRecord(context, edition.policy)
    const saved = await changeUsual(savingOf(context, journal), who.by, { edition, section, off, seen })
    if (saved.kind !== 'saved') return sayNothingChanged(context, sayUnsaved(saved))
    context.out(
      `Section ${section} is ${off ? 'off' : 'on'}. The journal says so. A bot that runs uses it within a minute.`,
    )
    return status.done
  })
}
