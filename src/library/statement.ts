// The school's standard statement: what people sign where a policy has no declaration of its own.
import { z } from 'zod'
import type { Policy } from '../policy/types.ts'
import { isOutside } from './outside.ts'
import type { Problem, School } from '../turn/library.ts'

/** It is shown whole, with one box for each sentence that begins a line with "I". */
export const StatementText = z.string().trim().min(1, 'has no words').max(1_500, 'may have 1,500 characters at most')

/** A policy without a declaration of its own is signed with the school's standard statement, where there is one. */
export function withStandard({ signing: { statement, earlierStatements = [] } }: School): (policy: Policy) => Policy {
  if (statement === undefined) return (policy) => policy
  const statements = [statement, ...earlierStatements]
  return (policy) => (policy.declaration === undefined ? { ...policy, statements } : policy)
}

/** A document that is read elsewhere has no declaration of its own. */
export function unconfirmable(policies: readonly Policy[], file: string): Problem[] {
  return policies.filter(isOutside).map(({ title }) => ({
    file,
    line: 1,
    what: `has no standard statement, so nobody can confirm that they have read ${title}, which is outside`,
    fix: 'Write one under signing: statement, or in the office under Settings.',
    warning: true,
  }))
}
