import { expect } from 'chai'
import { openLog } from '../../../src/command/log.ts'

function write(about: Record<string, unknown>): string {
  const lines: string[] = []
  openLog('trace', { write: (line) => void lines.push(line) }).error(about, 'it broke')
  return lines.join('')
}

describe('the log', () => {
  it('says of an error what it is and where, and what caused it', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })
    const line = JSON.parse(write({ event: 'e1', error: new TypeError('the disk is full', { cause }) })) as {
      error: { name: string; message: string; at: string[]; cause: { code: string; message: string } }
    }
    expect(line.error).to.include({ name: 'TypeError', message: 'the disk is full' })
    expect(line.error.at[0]).to.include('log.test.ts')
    expect(line.error.cause).to.include({ code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:5432' })
  })

  const quoting: Record<string, Error> = {
    'a parser': grab(() => JSON.parse('Wilhelmina') as unknown),
    'a database': Object.assign(new Error('invalid input syntax for type integer: "Wilhelmina’s \\"x\\""'), {
      detail: 'Key (name)=(Wilhelmina) already exists.',
      parameters: ['Wilhelmina'],
      where: "unnamed portal parameter $1 = 'Wilhelmina'",
    }),
    'a mail server': new Error('550 5.1.1 <wilhelmina@school.example>: no such user'),
    'an error of an error': new Error('it failed', { cause: new Error("bad value 'Wilhelmina'") }),
    'several lines': new Error('wrong:\n"Wilhelmina\nQuince"\n    at nowhere'),
  }
  for (const [what, error] of Object.entries(quoting))
    it(`leaves out what is quoted by ${what}`, () => {
      expect(error.message + (error.cause instanceof Error ? error.cause.message : '')).to.match(/wilhelmina/i)
      expect(write({ error })).to.not.match(/wilhelmina|quince/i)
    })

  it('takes whatever was thrown', () => {
    for (const error of [undefined, null, 7, 'a plain "Wilhelmina"', { secret: 'Wilhelmina' }, Symbol('Wilhelmina')])
      expect(write({ error })).to.include('it broke').and.not.include('Wilhelmina')
  })
})

function grab(act: () => unknown): Error {
  try {
    act()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('it did not fail')
}
