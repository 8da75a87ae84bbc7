// The house as a graph, read from its sources: who imports whom, and what each file does. Sources are an argument, so
// that tests can plant breaches.
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import ts from 'typescript'

export interface House {
  readonly files: readonly HouseFile[]
  readonly imports: readonly Import[]
}

export interface HouseFile {
  readonly path: string
  readonly source: string
  readonly tree: ts.SourceFile
}

export interface Import {
  readonly from: string
  /** A path of this project, or the name of an outside library. */
  readonly to: string
  /** The names under which the other file exports them; `*` for the whole module. */
  readonly names: readonly string[]
  readonly typeOnly: boolean
}

export type Sources = ReadonlyMap<string, string>

export function sourcesOnDisk(): Sources {
  const paths = ['src', 'adapters'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => posix.join(folder, path.replaceAll('\\', '/'))),
  )
  return new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]))
}

export function readHouse(sources: Sources): House {
  const files = [...sources].map(([path, source]) => ({
    path,
    source,
    tree: ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true),
  }))
  return { files, imports: files.flatMap(importsOf) }
}

function importsOf({ path, tree }: HouseFile): Import[] {
  const found: Import[] = []
  const add = (specifier: string, names: readonly string[], typeOnly: boolean) =>
    found.push({ from: path, to: resolve(path, specifier), names, typeOnly })
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const clause = node.importClause
      add(node.moduleSpecifier.text, namesOf(clause), isTypeOnly(clause))
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, ['*'], node.isTypeOnly)
    else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0] !== undefined &&
      ts.isStringLiteral(node.arguments[0])
    )
      add(node.arguments[0].text, ['*'], false)
    // A type may also be imported where it is used: import('x').Y
    else if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    )
      add(node.argument.literal.text, [node.qualifier?.getText() ?? '*'], true)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function namesOf(clause: ts.ImportClause | undefined): string[] {
  const bindings = clause?.namedBindings
  if (bindings === undefined || ts.isNamespaceImport(bindings)) return ['*']
  return bindings.elements.map(({ propertyName, name }) => (propertyName ?? name).text)
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const bindings = clause.namedBindings
  if (clause.name !== undefined || bindings === undefined || ts.isNamespaceImport(bindings)) return false
  return bindings.elements.length > 0 && bindings.elements.every((each) => each.isTypeOnly)
}

function resolve(from: string, to: string): string {
  return to.startsWith('.') ? posix.join(posix.dirname(from), to) : to
}

/** The room of one of the project's files, such as `src/kit`; a file beside the rooms is a room of its own. */
export function roomOf(path: string): string {
  const parts = path.split('/')
  return parts.length > 2 ? parts.slice(0, 2).join('/') : path
}

export function isOurs(path: string): boolean {
  return path.startsWith('src/') || path.startsWith('adapters/')
}

export function isBuiltin(path: string): boolean {
  return path.startsWith('node:') || builtinModules.includes(path)
}
