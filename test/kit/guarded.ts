// A process under the last guard in which two promises are rejected where nobody listens: one of ours, one of a library's.
import { parse } from 'yaml'
import { guardRejections } from '../../src/command/guard.ts'

const say = (level: string) => (about: Readonly<Record<string, unknown>>) => console.log(level, about['name'])
guardRejections({ info: say('info'), warn: say('warn'), error: say('error') })
void Promise.reject(new TypeError('ours'))
void Promise.resolve('[')
  .then((text) => parse(text, { prettyErrors: false }) as unknown)
  .catch((error: unknown) => {
    // As a library would reject it: the trace begins there.
    throw Object.assign(error instanceof Error ? error : new Error(), { name: 'SyntaxError' })
  })
setTimeout(() => console.log('still here'), 50)
