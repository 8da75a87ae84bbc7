// Whose fault an unhandled rejection is, and that it does not end the service.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { faultOf } from '../../../src/command/guard.ts'
import { built } from '../../kit/built.ts'

const run = promisify(execFile)

describe('the last guard', () => {
  const traces: readonly [string, string | undefined, 'library' | 'ours'][] = [
    [
      'a library',
      'TypeError: x\n    at f (/app/node_modules/@slack/socket-mode/dist/a.js:1:2)\n    at g (/app/dist/main.js:3:4)',
      'library',
    ],
    [
      'a library, called by Node',
      'Error: x\n    at emit (node:events:1:1)\n    at h (/app/node_modules/pg/lib/client.js:1:2)',
      'library',
    ],
    [
      'our own code, called by a library',
      'Error: x\n    at g (/app/dist/main.js:3:4)\n    at f (/app/node_modules/pg/lib/client.js:1:2)',
      'ours',
    ],
    ['nobody who says where', undefined, 'ours'],
  ]
  for (const [what, trace, fault] of traces) it(`${what}: ${fault}`, () => expect(faultOf(trace).fault).to.equal(fault))

  it('goes on after both, and says which was which', async () => {
    const { stdout } = await run(process.execPath, [built('guarded')])
    expect(stdout.trim().split('\n')).to.deep.equal(['error TypeError', 'warn SyntaxError', 'still here'])
  })
})
