// What of each room the tests run, in lines: printed, and refused where a room falls below its floor.
// Run it after `NODE_V8_COVERAGE=$PWD/coverage/tmp npm test`; `--write` sets the floors anew, five points below what was
// found: where a tool is missing, the tests that need it are left out.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const floorsFile = path.join(import.meta.dirname, 'floors.json')

// Some files are loaded twice in one process, the second time only in part. c8 would add up lines that are not the same,
// and a room that its stories walk through would read half.
const counted = path.join(root, 'coverage/tmp')
for (const name of readdirSync(counted)) {
  const file = path.join(counted, name)
  const coverage = JSON.parse(readFileSync(file, 'utf8'))
  const whole = new Map()
  for (const each of coverage.result) {
    const known = whole.get(each.url)
    if (known === undefined || each.functions.length > known.functions.length) whole.set(each.url, each)
  }
  writeFileSync(file, JSON.stringify({ ...coverage, result: [...whole.values()] }))
}
execFileSync('npx', ['c8', 'report'], { cwd: root, stdio: 'inherit' })

const summary = JSON.parse(readFileSync(path.join(root, 'coverage/coverage-summary.json'), 'utf8'))

const rooms = new Map()
for (const [file, { lines }] of Object.entries(summary)) {
  if (file === 'total') continue
  const [top, room] = path.relative(root, file).split(path.sep)
  const name = room.endsWith('.ts') ? `${top}/*.ts` : `${top}/${room}`
  const so = rooms.get(name) ?? { total: 0, covered: 0 }
  rooms.set(name, { total: so.total + lines.total, covered: so.covered + lines.covered })
}
const found = Object.fromEntries(
  [...rooms]
    .sort()
    .map(([room, { total, covered }]) => [room, total === 0 ? 100 : Math.floor((covered / total) * 1000) / 10]),
)

if (process.argv.includes('--write')) {
  const floors = Object.fromEntries(
    Object.entries(found).map(([room, share]) => [room, Math.max(0, Math.floor(share) - 5)]),
  )
  writeFileSync(floorsFile, `${JSON.stringify(floors, null, 2)}\n`)
}
const floors = existsSync(floorsFile) ? JSON.parse(readFileSync(floorsFile, 'utf8')) : {}

console.log('Lines of each room that the tests run, in per cent, with the floor:')
for (const [room, share] of Object.entries(found))
  console.log(`  ${room.padEnd(22)} ${String(share).padStart(5)}  ${floors[room] ?? 'none'}`)

const wrong = [
  ...Object.keys(found)
    .filter((room) => floors[room] === undefined)
    .map((room) => `${room} has no floor in .ci/floors.json`),
  ...Object.keys(floors)
    .filter((room) => found[room] === undefined)
    .map((room) => `${room} has a floor and no lines that ran`),
  ...Object.entries(floors).flatMap(([room, floor]) =>
    found[room] < floor ? [`${room}: ${found[room]} %, and its floor is ${floor} %`] : [],
  ),
]
if (wrong.length > 0) {
  console.error(
    `Coverage has fallen. Write the missing tests, or set a floor anew in .ci/floors.json:\n  ${wrong.join('\n  ')}`,
  )
  process.exit(1)
}
