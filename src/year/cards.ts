// The warning that the school’s terms are about to end.
import { note, text, type Card } from '../chat/cards.ts'
import type { Letter } from '../outbox/types.ts'

const how =
  'The office, or whoever looks after Policy Guide, writes them into the file school.yaml, under calendar, terms. I read it again as soon as it is saved.'

export function showTerms(line: string): Card {
  return {
    title: 'The school’s terms come to an end',
    tone: 'caution',
    summary: line,
    blocks: [text(line), text(how), note('Only the senior leadership team is told.')],
  }
}

export function writeTerms(line: string, { name, school }: { readonly name: string; readonly school: string }): Letter {
  return { subject: `${school}: the terms come to an end`, text: `Hello ${name},\n\n${line}\n\n${how}\n` }
}
