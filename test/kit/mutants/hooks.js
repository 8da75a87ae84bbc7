// Lets one program hold many copies of our modules: a module imported with `?mutant=N` imports all our other modules
// from copy N, in which one file is changed. Node runs these loader hooks on a thread of their own.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'

/** @type {{ root: string, mutants: { file: string, was: string, becomes: string, at?: number }[] }} */
let told = { root: '', mutants: [] }

export function initialize(data) {
  told = data
}

export async function resolve(specifier, context, nextResolve) {
  const found = await nextResolve(specifier, context)
  const world = worldOf(context.parentURL)
  if (world === null || !isOurs(found.url)) return found
  const url = new URL(found.url)
  url.searchParams.set('mutant', world)
  return { ...found, url: url.href }
}

export async function load(url, context, nextLoad) {
  const world = worldOf(url)
  const mutant = world === null ? undefined : told.mutants[Number(world)]
  if (mutant === undefined || new URL(url).pathname !== new URL(mutant.file, told.root).pathname)
    return nextLoad(url, context)
  const path = fileURLToPath(url)
  const { code } = await transform(mutated(readFileSync(path, 'utf8'), mutant), { loader: 'ts', sourcefile: path })
  return { format: 'module', source: code, shortCircuit: true }
}

function mutated(text, { was, becomes, at = text.indexOf(was) }) {
  return `${text.slice(0, at)}${becomes}${text.slice(at + was.length)}`
}

function worldOf(url) {
  return url?.startsWith('file:') === true ? new URL(url).searchParams.get('mutant') : null
}

function isOurs(url) {
  return url.startsWith(told.root) && !url.includes('/node_modules/')
}
