// What a button means. A button carries its whole meaning, so a restart loses nothing and an old card still works.
import { z } from 'zod'

/** What to do, and to what: plain data, as the feature's `actions.ts` defines it. */
export interface Action {
  readonly do: string
  readonly [field: string]: unknown
}

/** A feature's actions by name, each with the schema of its data. */
export type Shapes = Readonly<Record<string, z.ZodRawShape>>

type Carried<S extends Shapes, K extends keyof S> = Readonly<z.infer<z.ZodObject<S[K]>>>

export type Doing<S extends Shapes, K extends keyof S & string = keyof S & string> = {
  [Name in K]: { readonly do: Name } & Carried<S, Name>
}[K]

/** Makes a feature's actions for buttons, and keeps the schemas that read them back when a button is pressed. */
export interface Actions<S extends Shapes> {
  <K extends keyof S & string>(
    what: K,
    ...about: Record<string, never> extends Carried<S, K> ? [about?: Carried<S, K>] : [about: Carried<S, K>]
  ): Doing<S, K>
  readonly shapes: S
}

export type ActionOf<A, K extends string = string> = A extends Actions<infer S> ? Doing<S, K & keyof S & string> : never

export function actions<S extends Shapes>(shapes: S): Actions<S> {
  const make = (what: string, about = {}) => ({ do: what, ...about })
  return Object.assign(make, { shapes }) as unknown as Actions<S>
}

/** An id made by us or by a policy owner. */
export const id = z.string().min(1).max(80)
/** The edition of a policy that somebody signs. */
export const edition = { policy: id, edition: id }
export const citation = { ...edition, section: id }
/** One person and one policy, as SLT looks at them. */
export const aboutPerson = { policy: id, person: id }
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const version = '1'
const Packed = z.looseObject({ do: id })

/** An action as text that every platform can carry in a button. */
export function pack(action: Action): string {
  return version + JSON.stringify(action)
}

/** What `packed` carries, before its feature's schema has checked it. Undefined where it is not a packed action. */
export function unpack(packed: string): Action | undefined {
  if (!packed.startsWith(version) || packed.length > 10_000) return undefined
  let value: unknown
  try {
    value = JSON.parse(packed.slice(version.length))
  } catch {
    return undefined
  }
  const action = Packed.safeParse(value)
  return action.success ? action.data : undefined
}
