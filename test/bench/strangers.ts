// Measures how well a shelf that nobody has curated answers: one policy, ten, and a hundred, with plain lunr and
// minisearch in the same run.
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import { textOf } from '../../src/policy/text.ts'
import { ask } from '../../src/search/ask.ts'
import { noGeneral } from '../../src/search/build.ts'
import { keyOfWorked, packWorked, unpackWorked } from '../../src/turn/kept-index.ts'
import { ownFigures } from './questions.ts'
import { figuresOf, reliability, sayFigures, type Judged } from './measure.ts'
import {
  crowd,
  projectsOwn,
  shelfOf,
  strangersPolicies,
  strangersQuestions,
  type Shelf,
  type StrangersQuestion,
} from './shelves.ts'

export function* benchStrangers(): Iterable<string> {
  const questions = strangersQuestions()
  const ten = crowd(10)
  const [before, memory] = [process.cpuUsage(), process.memoryUsage().rss]
  const hundred = crowd(100)
  const { user, system } = process.cpuUsage(before)
  const megabytes = (process.memoryUsage().rss - memory) / 1e6
  yield `a hundred policies, ${hundred.index.sections.length} sections: ready after ${((user + system) / 1e6).toFixed(2)} s of a processor, in ${megabytes.toFixed(0)} MB; an answer at the median ${medianOf(hundred, questions).toFixed(2)} ms`
  yield sayKept(hundred)
  yield* ownBesideOthers()
  const alone = strangersPolicies().map((policy) => shelfOf(policy.id, [policy]))
  yield `${questions.length} questions, ${questions.filter(({ covered }) => covered === undefined).length} of them not covered`
  for (const half of ['looked at', 'only measured'] as const) {
    const mine = questions.filter((each) => each.half === half)
    const covered = mine.filter((each) => each.covered !== undefined).length
    yield `${half}: ${covered} covered, ${mine.length - covered} not`
    for (const [name, answers] of Object.entries(searches)) {
      yield `  ${name}, each policy alone  ${sayFigures(figuresOf(alone.flatMap((shelf) => onOneShelf(shelf, mine, answers))))}`
      yield `  ${name}, ten              ${sayFigures(figuresOf(judge(ten, mine, answers)))}`
      yield `  ${name}, a hundred        ${sayFigures(figuresOf(judge(hundred, mine, answers)))}`
    }
    const judged = judge(ten, mine, searches['policy guide'])
    yield `  the policies cover it   ${reliability(judged.map((each) => ({ said: each.certainty, so: each.covered })))}`
    yield `  it is this section      ${reliability(judged.map((each) => ({ said: each.section, so: each.rank === 1 })))}`
    const refused = mine.filter((_, at) => judged[at]?.covered === true && judged[at].outcome === 'not-covered')
    yield `  refused though covered, on ten: ${refused.map(({ q }) => q).join(' | ') || 'none'}`
  }
}

/** Figures for the project's own policy, with its words and known questions: alone, and beside ten uncurated ones. */
function* ownBesideOthers(): Iterable<string> {
  for (const [name, shelf] of [
    ['alone', shelfOf('own', [], { own: true })],
    ['beside ten', crowd(11)],
  ] as const) {
    const { figures, taken } = ownFigures((q) => {
      const { outcome, certainty, matches } = ask(shelf.index, q)
      const cites = matches.map(({ cites }) => (cites.policy === 'social-media' ? cites.section : cites.policy))
      return { sections: cites, certainty, outcome }
    })
    yield `own policy, ${name.padEnd(10)}  ${figures}; another policy first ${(100 * taken).toFixed(1)} %`
  }
}

/** Describes the index as the next start finds it in the home folder. */
function sayKept({ index }: Shelf): string {
  const { general = noGeneral } = projectsOwn()
  const bytes = packWorked({ ...index, parts: index.sections.map(({ parts }) => parts) })
  const before = process.cpuUsage()
  const key = keyOfWorked(index.sections, general)
  const worked = unpackWorked(bytes)
  const { user, system } = process.cpuUsage(before)
  if (key === '' || worked === undefined) throw new Error('what was kept cannot be read')
  return `  kept in ${(bytes.length / 1e6).toFixed(1)} MB, and read again in ${((user + system) / 1e3).toFixed(0)} ms of a processor`
}

function medianOf({ index }: Shelf, questions: readonly StrangersQuestion[]): number {
  const times = questions.map(({ q }) => {
    const begun = performance.now()
    ask(index, q)
    return performance.now() - begun
  })
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0
}

/** Only the questions that this policy covers, and those that none covers. */
function onOneShelf(shelf: Shelf, questions: readonly StrangersQuestion[], answers: Answers): Judged[] {
  const own = questions.filter(({ covered }) => covered === undefined || covered.policy === shelf.name)
  return own.some(({ covered }) => covered !== undefined) ? judge(shelf, own, answers) : []
}

interface Found extends Omit<Judged, 'covered' | 'rank'> {
  /** `policy ref`, the best first. */
  readonly sections: readonly string[]
}
type Answers = (shelf: Shelf) => (q: string) => Found

function judge(shelf: Shelf, questions: readonly StrangersQuestion[], answers: Answers): Judged[] {
  const find = answers(shelf)
  return questions.map(({ q, covered }) => {
    const { sections, ...rest } = find(q)
    const at = covered === undefined ? -1 : sections.indexOf(`${covered.policy} ${covered.ref}`)
    return { ...rest, covered: covered !== undefined, rank: at < 0 ? undefined : at + 1 }
  })
}

const searches = { 'policy guide': ours, 'plain lunr': plainLunr, minisearch: plainMini } satisfies Record<
  string,
  Answers
>

function ours({ index }: Shelf): (q: string) => Found {
  return (q) => {
    const { outcome, certainty, certaintyOfFirst, matches } = ask(index, q)
    return {
      sections: matches.map(({ cites }) => `${cites.policy} ${cites.section}`),
      outcome,
      certainty,
      section: certaintyOfFirst,
      claimsSure: outcome === 'answered',
    }
  }
}

/** The obvious baseline. It never refuses where a word matches, and has only its score for a certainty. */
function plainLunr(shelf: Shelf): (q: string) => Found {
  const documents = documentsOf(shelf)
  const index = lunr(function () {
    this.ref('id')
    this.field('title')
    this.field('text')
    for (const each of documents) this.add(each)
  })
  return (q) => foundBy(index.search(q.replace(/[^\p{L}\p{N}\s]/gu, ' ')).map(({ ref, score }) => ({ id: ref, score })))
}

function plainMini(shelf: Shelf): (q: string) => Found {
  const index = new MiniSearch<{ id: string; title: string; text: string }>({ fields: ['title', 'text'] })
  index.addAll(documentsOf(shelf))
  return (q) =>
    foundBy(
      index
        .search(q, { fuzzy: 0.2, prefix: true, boost: { title: 2 } })
        .map(({ id, score }) => ({ id: String(id), score })),
    )
}

function documentsOf({ policies }: Shelf) {
  return policies.flatMap(({ id, editions }) =>
    (editions[0]?.sections ?? []).map((section) => ({
      id: `${id} ${section.ref}`,
      title: section.title,
      text: textOf(section),
    })),
  )
}

function foundBy(found: readonly { readonly id: string; readonly score: number }[]): Found {
  const certainty = found[0]?.score ?? 0
  const outcome = found.length === 0 ? 'not-covered' : 'answered'
  return { sections: found.map(({ id }) => id), outcome, certainty, section: certainty, claimsSure: found.length > 0 }
}
