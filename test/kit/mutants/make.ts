// Makes every small slip that somebody could make in a file: a comparison off by one, a condition that is always or
// never met, an "and" for an "or", a number one too large, a fallback that is never taken.
import { readFileSync } from 'node:fs'
import ts from 'typescript'

export interface Mutant {
  readonly file: string
  readonly was: string
  readonly becomes: string
  /** The position in the file, in characters; without it, `was` occurs only once. */
  readonly at?: number
}

/** In the order of the file. Types, imports, and what is thrown or logged are left out. */
export function slipsIn(file: string): readonly Mutant[] {
  const text = readFileSync(file, 'utf8')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: Mutant[] = []
  const slip = (node: ts.Node, becomes: string) =>
    found.push({ file, was: node.getText(source), becomes, at: node.getStart(source) })
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isThrowStatement(node)) return
    if (ts.isBinaryExpression(node)) for (const becomes of operatorsFor(node)) slip(node.operatorToken, becomes)
    if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
      const condition = ts.isIfStatement(node) ? node.expression : node.condition
      slip(condition, 'false')
      slip(condition, 'true')
    }
    if (ts.isNumericLiteral(node)) slip(node, `(${node.getText(source)} + 1)`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function operatorsFor({ operatorToken: { kind } }: ts.BinaryExpression): readonly string[] {
  switch (kind) {
    case ts.SyntaxKind.LessThanToken:
      return ['<=', '>=']
    case ts.SyntaxKind.LessThanEqualsToken:
      return ['<', '>']
    case ts.SyntaxKind.GreaterThanToken:
      return ['>=', '<=']
    case ts.SyntaxKind.GreaterThanEqualsToken:
      return ['>', '<']
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
      return ['!==']
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return ['===']
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return ['||']
    case ts.SyntaxKind.BarBarToken:
      return ['&&']
    case ts.SyntaxKind.PlusToken:
      return ['-']
    case ts.SyntaxKind.MinusToken:
      return ['+']
    default:
      return []
  }
}
