// Questions that found no answer, for people who may teach: one becomes known under a section, a word of people's leads
// to what the policies call it, or a note says what they do not; each after seeing what that changes.
import { pointedRef, pointerAt, proposalKey, proposalsFrom } from '../guide/proposals.ts'
import type { Pointer } from '../guide/types.ts'
import { sayDay } from '../kit/days.ts'
import { redact } from '../kit/redact.ts'
import { shorten } from '../kit/text.ts'
import { sayCitation } from '../policy/cite.ts'
import type { OfficeAnswer, OfficeRequest } from '../ports/office.ts'
import type { KeptQuestion } from '../ports/ports.ts'
import { withTaught } from '../search/build.ts'
import { knowsWord } from '../search/query.ts'
import { groupQuestions } from '../search/question-groups.ts'
import { subjectTerms } from '../search/terms.ts'
import type { WordEntry } from '../search/types.ts'
import { openDesk, type Desk } from '../turn/desk.ts'
import { movedBy } from './question-moves.ts'
import { keepNote, placeNote, sayNoSection, wishNote } from './question-notes.ts'
import { showAskedQuestion, showAskedQuestions, type Wished } from './question-pages.ts'
import { readWord, saveWord, wishWord } from './question-words.ts'
import { whyNotSaved } from './unsaved.ts'
import { theOnlyPolicy, type Insider, type World } from './world.ts'

interface Asking {
  readonly insider: Insider
  readonly request: OfficeRequest
}

export async function openQuestionsRoom(
  world: World,
  [id]: readonly string[],
  { request }: Asking,
): Promise<OfficeAnswer> {
  const desk = await deskOf(world)
  if (id === undefined) return listed(world, desk, request.fields['done'])
  const asked = await found(world, desk, id)
  return asked === undefined ? { kind: 'go', to: '/office/questions' } : showAskedQuestion(asked, desk)
}

export async function actInQuestionsRoom(
  world: World,
  [id = '']: readonly string[],
  { insider, request: { fields } }: Asking,
): Promise<OfficeAnswer> {
  const act = fields['do'] ?? ''
  if (act === 'withdraw' || act === 'withdraw-note') return withdraw(world, insider, fields)
  const desk = await deskOf(world)
  const asked = await found(world, desk, id)
  if (asked === undefined) return { kind: 'go', to: '/office/questions' }
  const at = { world, insider, desk, asked, fields, adds: act.startsWith('add') }
  if (act.endsWith('-word')) return actOnWord(at)
  return act.endsWith('-note') ? actOnNote(at) : actOnKnown(at)
}

/** One of the forms under a question. */
interface Acting {
  readonly world: World
  readonly insider: Insider
  readonly desk: Desk
  readonly asked: KeptQuestion
  readonly fields: OfficeRequest['fields']
  /** Otherwise it is only looked at. */
  readonly adds: boolean
}

async function actOnKnown({ world, insider, desk, asked, fields, adds }: Acting): Promise<OfficeAnswer> {
  const known = await wish(world, desk, fields)
  const placed = placeOf(desk, known)
  if (typeof placed === 'string') return showAskedQuestion(asked, desk, { known, wrong: placed })
  if (adds) {
    await take(world, insider, placed)
    return { kind: 'go', to: '/office/questions?done=taught' }
  }
  const { policy, pointer, question } = placed
  const after = withTaught(desk.index, [...(await standing(world, desk)), { policy, section: pointer.ref, question }])
  const moved = movedBy(desk.index, after, { question, others: await asides(world), policy })
  return showAskedQuestion(asked, desk, { known, moved })
}

async function actOnWord({ world, insider, desk, asked, fields, adds }: Acting): Promise<OfficeAnswer> {
  const word = await wishWord(world, desk, fields)
  const entry = readWord(word, desk)
  if (typeof entry === 'string') return showAskedQuestion(asked, desk, { word, wrong: entry })
  if (adds) {
    const saved = await saveWord(world, insider, entry)
    if (saved.kind === 'saved') return { kind: 'go', to: '/office/questions?done=word' }
    return showAskedQuestion(asked, desk, { word, wrong: whyNotSaved(saved, 'the school’s words').join(' ') })
  }
  const after = await deskOf(world, entry)
  const tried = { question: asked.text, others: await asides(world), policy: entry.policy }
  const moved = movedBy(desk.index, after.index, tried)
  return showAskedQuestion(asked, desk, { word, moved })
}

async function actOnNote({ world, insider, desk, asked, fields, adds }: Acting): Promise<OfficeAnswer> {
  const note = await wishNote(world, desk, fields)
  const placed = placeNote(note, desk)
  if (typeof placed === 'string') return showAskedQuestion(asked, desk, { note, wrong: placed })
  if (adds) {
    await keepNote(world, insider, placed)
    return { kind: 'go', to: '/office/questions?done=noted' }
  }
  const edition = desk.shelf.edition(placed.policy)
  const place = edition === undefined ? placed.policy : sayCitation(edition, placed.pointer.ref)
  const read = [`Below ${place}, until ${sayDay(placed.until)}:`, `“${placed.text}”`]
  return showAskedQuestion(asked, desk, { note, read })
}

async function withdraw(world: World, { by }: Insider, fields: OfficeRequest['fields']): Promise<OfficeAnswer> {
  const { lessons, schoolNotes, clock } = world.ports
  const [key, note] = [fields['key'] ?? '', fields['note'] ?? '']
  const isReal = ({ practice }: { readonly practice: boolean }) => !practice
  if ((await lessons.taught()).some((each) => each.key === key && isReal(each)))
    await lessons.withdraw(key, { by, at: clock() })
  if ((await schoolNotes.standing()).some((each) => each.id === note && isReal(each)))
    await schoolNotes.withdraw(note, { by, at: clock() })
  return { kind: 'go', to: `/office/questions?done=${fields['do'] === 'withdraw' ? 'untaught' : 'unnoted'}` }
}

interface Placed {
  readonly key: string
  readonly policy: string
  readonly pointer: Pointer
  readonly question: string
}

/** A sentence where it cannot be added. */
function placeOf({ shelf }: Desk, { question, policy, section: typed }: Wished): Placed | string {
  const edition = shelf.edition(policy)
  if (edition === undefined) return 'Choose the policy.'
  const pointer = pointerAt(edition, typed)
  if (pointer === undefined) return sayNoSection(edition)
  const [proposal] = proposalsFrom([{ question, policy, pointer, from: 'person' }], {
    subject: subjectTerms,
    keyOf: proposalKey(false),
  })
  if (proposal === undefined) return 'Write the question with the words that say what it is about.'
  return { key: proposal.key, policy, pointer, question }
}

/** The same key as a proposal's in chat, so that known questions about the same thing stay together. */
async function take({ ports }: World, { by }: Insider, { key, policy, pointer, question }: Placed): Promise<void> {
  const before = (await ports.lessons.taught()).find((each) => each.key === key)?.questions ?? []
  const questions = [...new Set([...before, question])]
  await ports.lessons.takeUp({ key, policy, pointer, questions, practice: false, by, at: ports.clock() })
}

async function listed(world: World, desk: Desk, done: string | undefined): Promise<OfficeAnswer> {
  const groups = groupQuestions(await cleaned(world, desk, await kept(world)))
  const taught = (await world.ports.lessons.taught()).filter(({ practice }) => !practice)
  const known = taught.flatMap((each) => {
    const place = placeNow(desk, each)
    return place === undefined ? [] : [{ key: each.key, questions: each.questions, place }]
  })
  const notes = (await world.ports.schoolNotes.standing()).flatMap(({ id, text, until, ...note }) => {
    const place = note.takenUp && !note.practice && until >= desk.shelf.today ? placeNow(desk, note) : undefined
    return place === undefined ? [] : [{ id, text, until, place }]
  })
  return showAskedQuestions(groups, { known, notes }, done)
}

/** Where it stands in the edition in force; undefined where that no longer has the text. */
function placeNow(
  { shelf }: Desk,
  { policy, pointer }: { readonly policy: string; readonly pointer: Pointer },
): string | undefined {
  const edition = shelf.edition(policy)
  const ref = edition && pointedRef(pointer, edition)
  return edition === undefined || ref === undefined ? undefined : sayCitation(edition, ref)
}

async function found(world: World, desk: Desk, id: string): Promise<KeptQuestion | undefined> {
  const one = (await kept(world)).filter((each) => each.id === id)
  return (await cleaned(world, desk, one))[0]
}

/** Other questions with which a change is tried. */
async function asides(world: World): Promise<readonly string[]> {
  return (await kept(world)).map(({ text }) => text)
}

const mostRead = 200

/** Nothing is kept of urgent matters. */
async function kept({ ports: { store, clock }, library }: World): Promise<readonly KeptQuestion[]> {
  const since = new Date(clock().getTime() - library().school.keptDays * 24 * 60 * 60 * 1000)
  const [unanswered, unhelpful] = await Promise.all([
    store.questions({ which: 'unanswered', since, most: mostRead }),
    store.questions({ which: 'unhelpful', since, most: mostRead }),
  ])
  const all = new Map([...unanswered, ...unhelpful].map((each) => [each.id, each]))
  return [...all.values()].filter(({ text }) => text !== '')
}

/** Redacted once more, with the names that are known now. */
async function cleaned({ ports }: World, desk: Desk, questions: readonly KeptQuestion[]): Promise<KeptQuestion[]> {
  const given = { names: await ports.directory.names(), isCommon: (word: string) => knowsWord(word, desk.index) }
  return questions.map((each) => ({ ...each, text: redact(each.text, given) }))
}

const longest = 300

async function wish({ ports }: World, desk: Desk, fields: OfficeRequest['fields']): Promise<Wished> {
  const { question = '', policy, section = '' } = fields
  const names = await ports.directory.names()
  const clean = redact(shorten(question.trim(), longest), { names, isCommon: (word) => knowsWord(word, desk.index) })
  return { question: clean, policy: policy ?? theOnlyPolicy(desk), section }
}

async function standing({ ports }: World, { shelf }: Desk) {
  return (await ports.lessons.taught()).flatMap(({ policy, pointer, questions, practice }) => {
    const edition = practice ? undefined : shelf.edition(policy)
    const section = edition && pointedRef(pointer, edition)
    return section === undefined ? [] : questions.map((question) => ({ policy, section, question }))
  })
}

/** As in chat, with everything that was taught, and with a further word where it is tried. */
async function deskOf({ ports, library }: World, word?: WordEntry): Promise<Desk> {
  const taught = (await ports.lessons.taught()).filter(({ practice }) => !practice)
  const none = () => []
  const now = library()
  const tried = word === undefined ? now : { ...now, words: [...now.words, word] }
  return openDesk(tried, { recorded: none, taught: () => taught, notes: none })(ports.clock())
}
