// Shows where a listener's processor time goes: `PROFILE=20 npm run bench -- slack` also lists, for each listener, the
// 20 functions that take most of it, alone and with all that they call.
import { Session, type Profiler } from 'node:inspector/promises'
import { readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'

/** How many functions to list for each. */
export const profiled = Number(process.env.PROFILE ?? 0)

/** Starts profiling; the function that it resolves to stops and returns the lines. */
export async function profile(): Promise<() => Promise<string[]>> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
  return async () => {
    const { profile } = await session.post('Profiler.stop')
    session.disconnect()
    return sayProfile(profile, profiled)
  }
}

function sayProfile({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, most: number): string[] {
  const own = new Map<number, number>()
  samples.forEach((id, at) => own.set(id, (own.get(id) ?? 0) + (timeDeltas[at] ?? 0)))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const nameOf = createNames()
  const self = new Map<string, number>()
  const total = new Map<string, number>()
  const walk = (node: Profiler.ProfileNode, above: ReadonlySet<string>): number => {
    const name = nameOf(node.callFrame)
    if (name === '(idle)') return 0
    const mine = own.get(node.id) ?? 0
    self.set(name, (self.get(name) ?? 0) + mine)
    const within = new Set(above).add(name)
    const children = (node.children ?? []).flatMap((id) => byId.get(id) ?? [])
    const all = children.reduce((sum, child) => sum + walk(child, within), mine)
    // A function that calls itself counts once.
    if (!above.has(name)) total.set(name, (total.get(name) ?? 0) + all)
    return all
  }
  const [root] = nodes
  const busy = root === undefined ? 0 : walk(root, new Set())
  const say = (of: ReadonlyMap<string, number>) =>
    [...of]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([name, time]) => `      ${((time * 100) / busy).toFixed(1).padStart(5)} %  ${name}`)
  const rooms = new Map<string, number>()
  for (const [name, time] of self) rooms.set(roomOf(name), (rooms.get(roomOf(name)) ?? 0) + time)
  return ['    by room', ...say(rooms), '    by themselves', ...say(self), '    with what they call', ...say(total)]
}

/** The room is `src/search` and the like, a package, or a part of Node itself. */
function roomOf(name: string): string {
  const [, file = name] = name.split('  ')
  const [first = '', second = ''] = file.split('/')
  const ours = first === 'src' || first === 'adapters' || first === 'test'
  return ours || first.startsWith('@') ? `${first}/${second.split(':')[0]}` : (first.split(':')[0] ?? first)
}

/** Names a function, with its place in the source. */
function createNames(): (frame: Profiler.ProfileNode['callFrame']) => string {
  const maps = new Map<string, SourceMap | undefined>()
  const mapOf = (file: string) => {
    if (!maps.has(file)) maps.set(file, file.includes('/dist/bench/') ? readMap(file) : undefined)
    return maps.get(file)
  }
  return ({ functionName, url, lineNumber, columnNumber }) => {
    if (url === '') return functionName
    const file = url.replace('file://', '')
    const found = mapOf(file)?.findEntry(lineNumber, columnNumber)
    const [source, line] =
      found !== undefined && 'originalSource' in found
        ? [found.originalSource.replace(/^(\.\.\/)+/, ''), found.originalLine + 1]
        : [file.replace(/.*node_modules\//, ''), lineNumber + 1]
    return `${functionName === '' ? '(nameless)' : functionName}  ${source}:${line}`
  }
}

function readMap(file: string): SourceMap {
  return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload)
}
