// Every file is loaded once for all tests. Where a file waits at its top level, mocha loads it in another way, together
// with a second copy of all that it imports: what a copy keeps, such as the keys of a stand-in, the other does not know.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import ts from 'typescript'

describe('the house: tests are loaded once', () => {
  it('no test waits at its top level', () => {
    const tests = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts'))
    expect(tests).not.to.be.empty
    const waiting = tests.filter((path) => waits(readFileSync(join('test', path), 'utf8')))
    expect(waiting, 'do it in `before`').to.eql([])
  })

  for (const [source, so] of [
    ['const { home } = await open()', true],
    ['for await (const line of lines) say(line)', true],
    ['await open()', true],
    ['if (here) {\n  await open()\n}', true],
    ['before(async () => { await open() })', false],
    ['class Door { async open() { await knock() } }', false],
  ] as const)
    it(`${so ? 'sees' : 'lets pass'}: ${source.replaceAll('\n', ' ')}`, () => {
      expect(waits(source)).to.equal(so)
    })
})

/** Spares reading most files: a statement outside of functions begins its line. */
const mayWait = /^(?:await|\S.*\bawait)\b|^(?:if|for|while|try|switch|\{)/m

function waits(source: string): boolean {
  const found = (node: ts.Node): boolean => {
    if (ts.isFunctionLike(node)) return false
    if (ts.isAwaitExpression(node)) return true
    if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) return true
    return ts.forEachChild(node, found) ?? false
  }
  return mayWait.test(source) && found(ts.createSourceFile('a.test.ts', source, ts.ScriptTarget.ESNext, true))
}
