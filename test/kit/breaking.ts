// A store that breaks on demand: every verb of every port that keeps data fails, as if the database were gone.
import type { TestPorts } from './ports.ts'
import { StoreTrouble } from '../../src/ports/trouble.ts'

export interface Breaking {
  readonly around: (ports: TestPorts['ports']) => TestPorts['ports']
  /** `writes`: the disk is full or read-only. `all`: the server is gone. `hangs`: the server never answers. */
  breaks(how: 'writes' | 'all' | 'hangs'): void
  mends(): void
}

const kept = [
  'store',
  'directory',
  'people',
  'journal',
  'register',
  'doors',
  'notices',
  'addresses',
  'outbox',
  'cases',
  'lessons',
  'schoolNotes',
] as const
const reads =
  /^(find|names|questions|questionCounts|mostAsked|rulingsOf|listing|byId|byEmail|accountsOf|list|moved|factsOf|historyOf|entry|entries|happened|kept|historiesOf|head|knownHead|hiddenOf|wording|campaigns|directory|page|pageOfAll|tally|waysOf|seeLink|session|of|lost|counts|open|taught|standing|since)$/

export function breakingStore(): Breaking {
  let how: 'writes' | 'all' | 'hangs' | 'whole' = 'whole'
  const breakable = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name) {
        const verb: unknown = Reflect.get(target, name)
        if (typeof verb !== 'function') return verb
        return (...given: unknown[]): unknown => {
          if (how === 'whole' || (how === 'writes' && reads.test(String(name))))
            return Reflect.apply(verb, target, given)
          if (how === 'hangs') return new Promise(() => undefined)
          return Promise.reject(new StoreTrouble(new Error('database or disk is full')))
        }
      },
    })
  return {
    around: (ports) => ({ ...ports, ...Object.fromEntries(kept.map((name) => [name, breakable(ports[name])])) }),
    breaks: (now) => (how = now),
    mends: () => (how = 'whole'),
  }
}
