// Finds the files that act on the world by what they import and call, whatever they are called: ports through any type,
// Node's modules, the clock and chance.
import ts from 'typescript'
import { isBuiltin, type House, type HouseFile, type Import } from './house.ts'

/** By file: what it does that a decision must not do; empty for a pure file. */
export function deedsOf(house: House, ported: Ported): ReadonlyMap<string, readonly string[]> {
  const importsOf = new Map<string, Import[]>()
  for (const each of house.imports) {
    const known = importsOf.get(each.from)
    if (known === undefined) importsOf.set(each.from, [each])
    else known.push(each)
  }
  return new Map(house.files.map((file) => [file.path, deedsIn(file, importsOf.get(file.path) ?? [], ported)] as const))
}

function deedsIn(file: HouseFile, imports: readonly Import[], ported: Ported): string[] {
  const outside = imports
    .filter((each) => !each.typeOnly && isBuiltin(each.to) && !isPure(each))
    .map(({ to }) => `uses ${to}`)
  const reached = imports.flatMap(({ to, names }) =>
    names.filter((name) => ported.has(`${to}#${name}`)).map((name) => `reaches ports through ${name} of ${to}`),
  )
  return [...outside, ...reached, ...clockIn(file)]
}

/** What compares two values looks at nothing else. */
function isPure({ to, names }: Import): boolean {
  return to === 'node:util' && names.every((name) => name === 'isDeepStrictEqual')
}

function clockIn({ tree }: HouseFile): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const text = node.getText()
    if (ts.isPropertyAccessExpression(node) && /^(Date\.now|Math\.random|performance\.now|Temporal\.Now)$/.test(text))
      found.push(`asks ${text}`)
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0)
      found.push('asks new Date()')
    if (ts.isIdentifier(node) && /^random(UUID|Bytes|Int)$/.test(text)) found.push(`asks ${text}`)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return [...new Set(found)]
}

/** `path#Name` of every type through which a port can be reached, directly or through other types. */
export type Ported = ReadonlySet<string>

/** A port is an interface in src/ports with an asynchronous method; a type that mentions such a type counts too. */
export function portedTypes(house: House): Ported {
  const declared = house.files.flatMap((file) => typesIn(file, house.imports))
  const ported = new Set(
    declared.filter(({ path, isPort }) => path.startsWith('src/ports/') && isPort).map(({ key }) => key),
  )
  for (let before = -1; before < ported.size;) {
    before = ported.size
    for (const { key, uses } of declared) if (uses.some((each) => ported.has(each))) ported.add(key)
  }
  return ported
}

interface Declared {
  readonly path: string
  readonly key: string
  readonly uses: readonly string[]
  readonly isPort: boolean
}

function typesIn({ path, tree }: HouseFile, imports: readonly Import[]): Declared[] {
  const from = new Map(
    imports
      .filter((each) => each.from === path)
      .flatMap(({ to, names }) => names.map((name) => [name, `${to}#${name}`])),
  )
  return tree.statements.flatMap((statement): Declared[] => {
    if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) return []
    const uses: string[] = []
    let isPort = false
    const visit = (node: ts.Node): void => {
      if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
        const name = (ts.isTypeReferenceNode(node) ? node.typeName : node.expression).getText()
        uses.push(from.get(name) ?? `${path}#${name}`)
        if (name === 'Promise') isPort = true
      }
      ts.forEachChild(node, visit)
    }
    ts.forEachChild(statement, visit)
    return [{ path, key: `${path}#${statement.name.text}`, uses, isPort }]
  })
}
