// The set-up: six short steps, each of which can be skipped and returned to. It ends where the first campaign begins.
import type { Person } from '../chat/people.ts'
import type { OfficeAnswer, OfficeRequest, Part } from '../ports/office.ts'
import { form, heading, links, list, look, notePart, page, doneNote, textPart } from './parts.ts'
import { policyUpload } from './policy-pages.ts'
import { sampleIn } from './sample.ts'
import { saveStep, stepParts, stepTitles } from './settings.ts'
import { listUpload } from './people-pages.ts'
import { everybodyReal, type Insider, type World } from './world.ts'

const steps = ['school', 'contacts', 'terms', 'policies', 'people', 'connect'] as const
type SetupStep = (typeof steps)[number]

const names: Readonly<Record<SetupStep, string>> = {
  school: stepTitles.school,
  contacts: stepTitles.contacts,
  terms: stepTitles.terms,
  policies: 'Policies',
  people: 'People',
  connect: 'How people reach it',
}

interface Asking {
  readonly insider: Insider
  readonly request: OfficeRequest
}

export async function openSetup(
  world: World,
  [which]: readonly string[],
  { request }: Pick<Asking, 'request'>,
): Promise<OfficeAnswer> {
  const step = steps.find((each) => each === which)
  return step === undefined ? overview(world, request.fields['done']) : stepPage(world, step)
}

async function overview(world: World, done: string | undefined): Promise<OfficeAnswer> {
  const people = await everybodyReal(world)
  const open = sampleIn(world.library())
  const state = (step: SetupStep) => {
    if (step === 'people') return people.length === 0 ? 'nobody yet' : `${people.length} people`
    if (step === 'connect') return 'tried when you open it'
    const left = open.filter((each) => each.step === step)
    return left.length === 0 ? 'done' : 'still to do'
  }
  return page('Set up my school', [
    doneNote(done),
    textPart('Six short steps. Skip what you do not have at hand, and come back whenever you like.'),
    links(
      ...steps.map((step, at) => ({
        to: `/office/setup/${step}`,
        label: `${at + 1}. ${names[step]} (${state(step)})`,
      })),
    ),
    ...leaderParts(people),
    open.length === 0 ? undefined : look('Still the sample’s:', ...open.map(({ what, fix }) => `${what} ${fix}`)),
    heading('Then'),
    textPart('Ask staff to sign. What a campaign will do is shown before it begins.'),
    links({ to: '/office/campaigns/new', label: 'Ask people to sign' }, { to: '/office', label: 'The office' }),
  ])
}

/** A school's own list seldom says who leads: its column "Role" holds job titles. */
function leaderParts(people: readonly Person[]): Part[] {
  if (people.length === 0 || people.some(({ roles }) => roles.includes('slt'))) return []
  return [
    look(
      'Nobody has the role SLT yet, so nobody is asked or told as a senior leader. Open whoever leads the school under People, tick “SLT” there, and save.',
    ),
    links({ to: '/office/people', label: 'People' }),
  ]
}

async function stepPage(
  world: World,
  step: SetupStep,
  before: readonly Part[] = [],
  typed: OfficeRequest['fields'] = {},
): Promise<OfficeAnswer> {
  const at = steps.indexOf(step)
  const next = steps[at + 1]
  const on =
    next === undefined
      ? { to: '/office/setup', label: 'Finish' }
      : { to: `/office/setup/${next}`, label: `Skip to step ${at + 2}: ${names[next]}` }
  return page(`Step ${at + 1} of 6: ${names[step]}`, [
    ...before,
    ...(await partsOf(world, step, typed)),
    links(on, { to: '/office/setup', label: 'All steps' }),
  ])
}

async function partsOf(world: World, step: SetupStep, typed: OfficeRequest['fields']): Promise<readonly Part[]> {
  switch (step) {
    case 'school':
    case 'contacts':
    case 'terms':
      return stepParts(world, step, '/office/setup', typed)
    case 'policies':
      return [
        textPart(
          'Send the school’s policies as they are: Word, PDF, OpenDocument, a web page or text. Or leave it for now: the sample stays, to try it out.',
        ),
        policyUpload,
      ]
    case 'people':
      return [
        textPart(
          'Send the list of staff from your school’s system, as CSV or Excel. You see what it would do before anything is done. Afterwards give whoever leads the school the role SLT, on their own page under People.',
        ),
        listUpload,
      ]
    case 'connect':
      return connectParts(world)
  }
}

async function connectParts(world: World): Promise<readonly Part[]> {
  const tried = await world.tryWays()
  const says = ({ name, what }: (typeof tried)[number]) => `${name}: ${what}`
  const [works, not] = [tried.filter(({ ok }) => ok), tried.filter(({ ok }) => !ok)]
  return [
    textPart(
      'Each way was tried just now. Passwords and tokens are put in by whoever looks after the server; each page says how.',
    ),
    heading('What works'),
    works.length === 0 ? notePart('Nothing beside this page yet.') : list(works.map(says)),
    heading('What is not set, or does not work'),
    not.length === 0 ? notePart('Everything is set.') : list(not.map(says)),
    form('/office/setup/connect', [], { label: 'Try again', value: 'try' }),
  ]
}

export async function actOnSetup(world: World, [which]: readonly string[], asking: Asking): Promise<OfficeAnswer> {
  const step = steps.find((each) => each === which)
  if (step === 'connect') return { kind: 'go', to: '/office/setup/connect' }
  if (step !== 'school' && step !== 'contacts' && step !== 'terms') return { kind: 'missing' }
  const saved = await saveStep(world, step, asking)
  if (saved.kind === 'not-yet') return stepPage(world, step, [saved.part], saved.fields)
  return { kind: 'go', to: `/office/setup/${steps[steps.indexOf(step) + 1] ?? ''}` }
}
