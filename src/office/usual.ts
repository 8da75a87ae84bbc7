// The office's page about the usual questions of an edition: which sections they lead to, and switching them off.
import { usualIsOff } from '../guide/usual.ts'
import { saySection } from '../policy/cite.ts'
import type { Edition, Policy } from '../policy/types.ts'
import type { OfficeAnswer, OfficeRequest, Part } from '../ports/office.ts'
import { noGeneral } from '../search/build.ts'
import { usualIn } from '../search/usual.ts'
import { doneNote, form, heading, links, list, notePart, page, textPart, wrong } from './parts.ts'
import { sayUsual } from './policy-parts.ts'
import { seenRecord } from './policy-record.ts'
import { whyNotSaved } from './unsaved.ts'
import { changeUsual } from './usual-file.ts'
import type { Insider, World } from './world.ts'

interface About {
  readonly policy: Policy
  readonly edition: Edition
}

interface Showing {
  readonly done?: string | undefined
  readonly problem?: readonly string[]
}

/** Questions of one section that are shown at once. */
const mostShown = 12

export function openUsual(world: World, { policy, edition }: About, { done, problem = [] }: Showing): OfficeAnswer {
  const to = `/office/policies/${policy.id}/${edition.id}`
  const seen = seenRecord(world, policy.id) ?? ''
  const sections = usualIn(edition, world.library().general ?? noGeneral)
  return page(`Usual questions: ${edition.title}`, [
    doneNote(done),
    problem.length === 0 ? undefined : wrong(...problem),
    textPart(sayUsual(sections.length)),
    ...sections.flatMap((each): Part[] => {
      const { section, called, asked } = each
      const off = usualIsOff(policy, edition, section.ref)
      return [
        heading(saySection(section)),
        textPart(`${off ? 'Switched off. ' : ''}Elsewhere it is called: ${called.join('; ')}.`),
        list(asked.slice(0, mostShown)),
        form(
          `${to}/usual`,
          [
            { kind: 'kept', id: 'seen', value: seen },
            { kind: 'kept', id: 'section', value: section.ref },
          ],
          off
            ? { label: 'Switch on', value: 'on', spoken: `Switch on: ${saySection(section)}` }
            : { label: 'Switch off', value: 'off', spoken: `Switch off: ${saySection(section)}` },
        ),
      ]
    }),
    notePart('What is switched off stays off as long as the words of the section are the same.'),
    links({ to, label: `Back to ${edition.title}, edition ${edition.id}` }),
  ])
}

export async function actOnUsual(
  world: World,
  about: About,
  { insider, fields }: { readonly insider: Insider; readonly fields: OfficeRequest['fields'] },
): Promise<OfficeAnswer> {
  const { policy, edition } = about
  const again = (...problem: string[]) => openUsual(world, about, { problem })
  const { section = '', do: verb } = fields
  if ((verb !== 'on' && verb !== 'off') || !edition.sections.some(({ ref }) => ref === section))
    return { kind: 'missing' }
  const seen = fields['seen'] === '' ? undefined : fields['seen']
  const saved = await changeUsual(world, insider.by, { edition, section, off: verb === 'off', seen })
  return saved.kind === 'saved'
    ? { kind: 'go', to: `/office/policies/${policy.id}/${edition.id}/usual?done=saved` }
    : again(...whyNotSaved(saved, 'this policy’s file'))
}
