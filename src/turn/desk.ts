// The desk answers every question: today's editions on the shelf, and the index over them.
import { askIn, guideTo } from '../guide/edition.ts'
import { pointedRef } from '../guide/proposals.ts'
import { notesBeside } from '../guide/school-notes.ts'
import { usualIsOff } from '../guide/usual.ts'
import { dayIn, type Day } from '../kit/days.ts'
import { compact, defined } from '../kit/defined.ts'
import { isSameList, memo } from '../kit/memo.ts'
import type { Library } from './library.ts'
import type { KeptIndexes } from '../ports/indexes.ts'
import type { Taught } from '../ports/lessons.ts'
import type { SchoolNote } from '../ports/school-notes.ts'
import { editionInForce } from '../policy/force.ts'
import { openShelf, withNotes, type Shelf } from '../policy/shelf.ts'
import type { Edition, NextReview } from '../policy/types.ts'
import {
  buildIndex,
  noGeneral,
  withTaught,
  workOut,
  type SearchIndex,
  type TaughtQuestion,
  type Worked,
} from '../search/build.ts'
import { keyOfWorked, packWorked, unpackWorked } from './kept-index.ts'
import type { AskedSection, General, ShelvedSection } from '../search/types.ts'

export interface Desk {
  readonly shelf: Shelf
  readonly index: SearchIndex
  /** As practice people see it, who may have taught it something. */
  readonly practised?: SearchIndex
}

/**
 * Returns the desk for an instant's day. It is opened anew each day, because a day can bring a new edition into force.
 * The shelf is also rebuilt when another review was recorded or another note stands beside a section. Questions that
 * owners adopted are added to the index without building a new one. This is the desk of the real world.
 */
export function openDesk(
  library: Library,
  { recorded, taught, notes }: WrittenSince = knowNothing,
): (now: Date) => Desk {
  let open: Open | undefined
  return (now) => {
    const day = dayIn(library.school.zone, now)
    const [known, lessons, beside] = [recorded(), taught(), notes()]
    if (open?.day === day && open.recorded === known && open.taught === lessons && open.notes === beside)
      return open.desk
    const shelf = shelfWith(setUp(library, day, known), beside)
    const bare = open?.day === day ? open.bare : indexOf(library, shelf)
    open = {
      day,
      recorded: known,
      taught: lessons,
      notes: beside,
      bare,
      desk: { shelf, ...indexesWith(bare, lessons, shelf) },
    }
    return open.desk
  }
}

/** What was written down since the library was read. Each returns the same list as long as nothing changes. */
export interface WrittenSince {
  readonly recorded: () => readonly NextReview[]
  readonly taught: () => readonly Taught[]
  readonly notes: () => readonly SchoolNote[]
}

interface Open {
  readonly day: Day
  readonly recorded: readonly NextReview[]
  readonly taught: readonly Taught[]
  readonly notes: readonly SchoolNote[]
  readonly bare: SearchIndex
  readonly desk: Desk
}

const none: readonly never[] = []
const knowNothing: WrittenSince = { recorded: () => none, taught: () => none, notes: () => none }

function shelfWith(shelf: Shelf, notes: readonly SchoolNote[]): Shelf {
  if (notes.length === 0) return shelf
  const { today } = shelf
  return withNotes(shelf, (practice) => (edition, ref) => notesBeside(notes, { edition, ref, today, practice }))
}

/** Whatever the edition in force no longer says is left out. */
function indexesWith(bare: SearchIndex, taught: readonly Taught[], shelf: Shelf): Omit<Desk, 'shelf'> {
  if (taught.length === 0) return { index: bare }
  const of = (practice: boolean) =>
    taught.flatMap((each): TaughtQuestion[] => {
      const edition = each.practice && !practice ? undefined : shelf.edition(each.policy)
      const section = edition && pointedRef(each.pointer, edition)
      if (section === undefined) return []
      return each.questions.map((question) => ({ policy: each.policy, section, question }))
    })
  return { index: withTaught(bare, of(false)), practised: withTaught(bare, of(true)) }
}

/** The desk as somebody of that world sees it. */
export function deskFor({ shelf, index, practised = index }: Desk, practice: boolean): Desk {
  return { shelf: shelf.seenBy(practice), index: practice ? practised : index }
}

function setUp(library: Library, today: Day, recorded: readonly NextReview[]): Shelf {
  const policies = library.policies.map((policy) => ({ ...policy, ask: askIn(policy, editionInForce(policy, today)) }))
  const guide = guideOf(library)
  const heading: Shelf['heading'] = (edition, ref) => guide(edition).get(ref)?.heading
  return openShelf({ policies, aside: library.aside ?? [] }, today, heading, recorded)
}

/** The last index over a school's words, and what it was built from. */
interface Built {
  from: readonly unknown[]
  index: SearchIndex | undefined
}
const builtWith = memo((_: Library['words']): Built => ({ from: [], index: undefined }))

/** Most days bring no new edition: the index is built again only where something that it is built from is another. */
function indexOf(library: Library, shelf: Shelf): SearchIndex {
  const { policies, aside = none, asked, general, indexes, words } = library
  const editions = policies.map(({ id }) => shelf.edition(id))
  const from = [general, asked, indexes, ...aside, ...policies, ...editions]
  const built = builtWith(words)
  if (built.index !== undefined && isSameList(built.from, from)) return built.index
  const index = buildFor(library, editions)
  Object.assign(built, { from, index })
  return index
}

function buildFor(library: Library, editions: readonly (Edition | undefined)[]): SearchIndex {
  const guide = guideOf(library)
  const shelved = compact(editions).flatMap((edition) => {
    const policy = library.policies.find(({ id }) => id === edition.policy)
    return edition.sections.map((section): ShelvedSection => {
      const asked = guide(edition).get(section.ref)
      const off = policy !== undefined && usualIsOff(policy, edition, section.ref)
      return { edition, section, asked, ...defined({ usual: off ? (false as const) : undefined }) }
    })
  })
  const { words, general = noGeneral, indexes } = library
  return buildIndex(shelved, words, general, indexes && workedFrom(indexes, shelved, general))
}

/** What was kept of this shelf, or what is worked out now and kept for the next start. */
function workedFrom(indexes: KeptIndexes, shelved: readonly ShelvedSection[], general: General): Worked {
  const key = keyOfWorked(shelved, general)
  const kept = indexes.find(key)
  const known = kept && unpackWorked(kept)
  if (known !== undefined) return known
  const worked = workOut(shelved, general)
  indexes.keep(key, packWorked(worked))
  return worked
}

/** Known questions and headings of an edition by ref, computed when they are first needed. */
function guideOf({ policies, aside = [], asked }: Library): (edition: Edition) => ReadonlyMap<string, AskedSection> {
  const guides = new Map<Edition, ReadonlyMap<string, AskedSection>>()
  return (edition) => {
    const known = guides.get(edition)
    if (known !== undefined) return known
    const policy = [...policies, ...aside].find(({ id }) => id === edition.policy)
    const written = asked.get(edition.policy)
    const guide = policy && written ? guideTo(policy, written, edition) : new Map<string, AskedSection>()
    guides.set(edition, guide)
    return guide
  }
}
