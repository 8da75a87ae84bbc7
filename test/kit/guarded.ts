// A process under the last guard, in which two promises are rejected unhandled: one of our own, one of a library.
import { parse } from 'yaml'
import { guardRejections } from '../../src/command/guard.ts'

const say = (level: string) => (about: Readonly<Record<string, unknown>>) => console.log(level, about['name'])
guardRejections({ info: say('info'), warn: say('warn'), error: say('error') })
void Promise.reject(new TypeError('ours'))
void Promise.resolve('[')
  .then((text) => parse(text, { prettyErrors: false }) as unknown)
  .catch((error: unknown) => {
    // Thrown as a library would, so that the stack trace begins in the library.
    throw Object.assign(error instanceof Error ? error : new Error(), { name: 'SyntaxError' })
  })
setTimeout(() => console.log('still here'), 50)
