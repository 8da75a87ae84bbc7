// A bundle as the school writes it down in the office: its title, and who reads which document. It becomes a file of the
// home, as if somebody had written it by hand.
import { parseDocument } from 'yaml'
import { groups } from '../chat/people.ts'
import { findAudience } from '../campaign/read-audience.ts'
import { slugOf } from '../kit/text.ts'
import { cleanLine } from '../people/details.ts'
import type { OfficeAnswer, OfficeRequest } from '../ports/office.ts'
import { parseAudience } from '../standing/audience.ts'
import type { Bundle, Duty } from '../standing/bundles.ts'
import { bundleForm, nobody, several, type WritingShown } from './bundle-form.ts'
import { mattersIn } from './matters.ts'
import { hashIn, saveAll, textIn } from './save.ts'
import { whyNotSaved } from './unsaved.ts'
import type { Insider, World } from './world.ts'

/** No bundle of the school's can have this id. */
export const newBundle = '-new'

const longestTitle = 120
const longestId = 40

type Fields = OfficeRequest['fields']

/** Empty for a new bundle; otherwise as its file stands. */
export function openBundleForm(world: World, bundle: Bundle | undefined, shown: WritingShown = {}): OfficeAnswer {
  const readers = bundle === undefined ? new Map<string, string>() : readersOf(bundle)
  const documents = mattersIn(world).map(({ policy, edition }) => ({ policy: policy.id, title: edition.title }))
  const known = new Set(documents.map(({ policy }) => policy))
  return bundleForm({
    bundle,
    documents,
    readers,
    missing: [...readers.keys()].filter((policy) => !known.has(policy)),
    seen: bundle === undefined ? undefined : hashIn(world.home, fileOf(bundle.id)),
    ...shown,
  })
}

export interface WritingAsked {
  readonly insider: Insider
  readonly fields: Fields
  /** Ids that are in use, or were once asked for. */
  readonly taken: readonly string[]
}

/** Nothing is asked of anybody by this, and a round that is open goes on as it was opened. */
export async function writeBundle(
  world: World,
  bundle: Bundle | undefined,
  { insider, fields, taken }: WritingAsked,
): Promise<OfficeAnswer> {
  const again = (shown: WritingShown) => openBundleForm(world, bundle, { fields, ...shown })
  const title = cleanLine(fields['title'])
  const read = await readDuties(world, bundle, fields)
  const errors = {
    ...(title === '' ? { title: 'Write a title that people will read.' } : tooLong(title)),
    ...read.errors,
  }
  if (Object.keys(errors).length > 0) return again({ errors })
  if (read.duties.length === 0)
    return again({ problem: ['Choose who reads at least one document. Nothing was saved.'] })
  const id = bundle?.id ?? freeId(title, taken)
  const path = fileOf(id)
  const source = withBundle(textIn(world.home, path) ?? '', { id, title, duties: read.duties })
  const seen = fields['seen'] === '' ? undefined : fields['seen']
  const saved = await saveAll(world, insider, [{ path, source, seen }])
  return saved.kind === 'saved'
    ? { kind: 'go', to: `/office/bundles/${encodeURIComponent(id)}?done=saved` }
    : again({ problem: whyNotSaved(saved, 'this bundle') })
}

function tooLong(title: string): Readonly<Record<string, string>> {
  return title.length > longestTitle ? { title: `Write at most ${longestTitle} characters.` } : {}
}

interface ReadDuties {
  readonly duties: readonly Duty[]
  readonly errors: Readonly<Record<string, string>>
}

/** One duty for all documents that the same people read. Documents stay in the order of the file; new ones follow. */
async function readDuties(world: World, bundle: Bundle | undefined, fields: Fields): Promise<ReadDuties> {
  const before = bundle === undefined ? new Map<string, string>() : readersOf(bundle)
  const policies = [...new Set([...before.keys(), ...mattersIn(world).map(({ policy }) => policy.id)])]
  const others = cleanLine(fields['several'])
  const byReaders = new Map<string, string[]>()
  let usesSeveral = false
  for (const policy of policies) {
    // A document that has nothing to sign at present has no field, and stays as it was.
    const chosen = fields[`who-${policy}`] ?? before.get(policy) ?? nobody
    usesSeveral ||= chosen === several
    const who = chosen === several ? inOrder(others) : chosen
    if (who !== nobody) byReaders.set(who, [...(byReaders.get(who) ?? []), policy])
  }
  const errors = usesSeveral ? await wrongIn(world, others) : {}
  return { duties: [...byReaders].map(([who, read]) => ({ who, read })), errors }
}

async function wrongIn({ ports }: World, others: string): Promise<ReadDuties['errors']> {
  const found = await findAudience(ports.people, others)
  return found.kind === 'problem' ? { several: found.what } : {}
}

/** Who reads each document, in the order of the file. Whoever several duties name reads all of it. */
function readersOf({ duties }: Bundle): ReadonlyMap<string, string> {
  const readers = new Map<string, string>()
  for (const { who, read } of duties) {
    for (const policy of read) {
      const before = readers.get(policy)
      readers.set(policy, inOrder(before === undefined ? who : `${before}, ${who}`))
    }
  }
  return readers
}

/** Two ways to write one audience become the same; where people are named by address, it stays as it is written. */
function inOrder(who: string): string {
  const read = parseAudience(who, () => undefined)
  if (read.kind === 'problem') return who
  const { everybody, groups: some, roles } = read.audience
  return everybody ? 'all' : [...groups.filter((group) => some.includes(group)), ...roles].join(', ')
}

/** Comments stay where they can. */
function withBundle(source: string, { title, duties }: Bundle): string {
  const document = parseDocument(source)
  document.set('title', title)
  document.set('duties', document.createNode(duties))
  return document.toString({ lineWidth: 0 })
}

function freeId(title: string, taken: readonly string[]): string {
  const id = slugOf(title, longestId - 3) || 'bundle'
  let free = id
  for (let n = 2; taken.includes(free); n++) free = `${id}-${n}`
  return free
}

function fileOf(id: string): string {
  return `bundles/${id}.yaml`
}
