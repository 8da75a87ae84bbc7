// The programs that tests start, bundled once as `npm run build` does: to read and translate every file again takes
// most programs longer than what they then do.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

const programs = {
  main: 'src/main.ts',
  serve: 'test/kit/serve.ts',
  signing: 'test/kit/signing.ts',
  nights: 'test/kit/nights.ts',
  'clock-set': 'test/kit/clock-set.ts',
  stuck: 'test/kit/stuck.ts',
  guarded: 'test/kit/guarded.ts',
  through: 'test/kit/through.ts',
  holder: 'test/kit/holder.ts',
  listening: 'test/kit/listening.ts',
  // The first starts this one for itself.
  reader: 'adapters/documents/child.ts',
} as const

let folder: string | undefined

/** The path of the program that Node is to run. */
export function built(name: Exclude<keyof typeof programs, 'reader'>): string {
  folder ??= buildAll()
  return join(folder, `${name}.js`)
}

/** Within the project, where a program looks for its root and its packages. */
function buildAll(): string {
  mkdirSync('dist', { recursive: true })
  const outdir = mkdtempSync('dist/for-tests-')
  buildSync({
    entryPoints: programs,
    outdir,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'warning',
  })
  return outdir
}

// Without mocha, as in a bench, it stays.
if (typeof after === 'function')
  after(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
    folder = undefined
  })
