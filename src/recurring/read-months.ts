// Reads after how many months people are asked again, in chat, in the office and on the command line.
import { mostMonths } from '../journal/types.ts'

/** "12" or "12 months"; undefined where it is no whole number that is allowed. */
export function readMonths(typed: string): number | undefined {
  const found = /^(\d{1,3})(?:\s*months?)?$/i.exec(typed.trim())
  const months = Number(found?.[1] ?? 0)
  return months >= 1 && months <= mostMonths ? months : undefined
}

export const monthsField = {
  id: 'months',
  label: 'Months after the last signature',
  hint: `From 1 to ${mostMonths}, such as 12.`,
} as const

export const monthsFix = `Write a whole number of months from 1 to ${mostMonths}, such as 12.`
