// `ask`: one question, or one JSON question a line, answered from the policies in force.
import { defined } from '../kit/defined.ts'
import { z } from 'zod'
import { openDesk, type Desk } from '../turn/desk.ts'
import type { Library } from '../turn/library.ts'
import { sayDay } from '../kit/days.ts'
import { sayCitation, saySection } from '../policy/cite.ts'
import type { Shelf } from '../policy/shelf.ts'
import { ask } from '../search/ask.ts'
import type { Answer, UrgentKind } from '../search/types.ts'
import { compileUrgent } from '../search/urgent.ts'
import { flag, misused, readOptions, word } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { readWrittenSince } from './written-since.ts'

const usage =
  'Usage: ask [--policy ID] [--json] "QUESTION", or ask --jsonl with one {"id","q"} a line on standard input.'

export const askCommand: Command = async (context, argv) => {
  const read = readOptions(argv, { json: flag, jsonl: flag, policy: word }, usage)
  if (read.kind === 'misused') return misused(context, read.what)
  const { values, words } = read
  if (values.jsonl !== (words.length === 0)) return misused(context, usage)
  const library = await context.library()
  const only = values.policy === undefined ? library : onlyPolicy(library, values.policy)
  if (only === undefined)
    return misused(
      context,
      `There is no policy “${values.policy ?? ''}”. There are: ${library.policies.map(({ id }) => id).join(', ')}.`,
    )
  const desk = openDesk(only, await readWrittenSince(context))(context.clock())
  const reply = openReply(desk, compileUrgent(library.urgent))
  if (values.jsonl) return answerLines(context, reply)
  const query = words.join(' ')
  if (values.json) context.out(JSON.stringify(toJson(query, reply(query))))
  else print(context, reply(query))
  return status.done
}

/** As if the school had no other policy. */
function onlyPolicy(library: Library, id: string): Library | undefined {
  const policies = library.policies.filter((policy) => policy.id === id)
  return policies.length === 0 ? undefined : { ...library, policies }
}

interface Answered {
  readonly answer: Answer
  readonly urgent: UrgentKind | undefined
  readonly shelf: Shelf
}

type ReplyTo = (query: string) => Answered

function openReply(desk: Desk, findUrgent: (text: string) => UrgentKind | undefined): ReplyTo {
  return (query) => ({ answer: ask(desk.index, query), urgent: findUrgent(query), shelf: desk.shelf })
}

const Line = z.object({ id: z.union([z.string(), z.number()]), q: z.string() })

async function answerLines({ input, out, err }: CommandContext, reply: ReplyTo): Promise<number> {
  let bad = 0
  let number = 0
  for await (const line of input) {
    number += 1
    if (line.trim() === '') continue
    const parsed = Line.safeParse(tryJson(line))
    if (!parsed.success) {
      err(`Line ${number} is not {"id","q"} as JSON and was left out.`)
      bad += 1
      continue
    }
    const { id, q } = parsed.data
    out(JSON.stringify({ id, ...toJson(q, reply(q)) }))
  }
  return bad > 0 ? status.no : status.done
}

function tryJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function toJson(query: string, { answer, urgent, shelf }: Answered) {
  const { outcome, why, certainty, certaintyOfFirst, matches } = answer
  return {
    query,
    outcome,
    ...defined({ why }),
    certainty: round(certainty),
    certaintyOfFirst: round(certaintyOfFirst),
    matches: matches.map(({ cites, score, passage, edition }) => {
      const notes = shelf.notes(edition, cites.section).map(({ text, who, until }) => ({ text, who, until }))
      return {
        ...cites,
        score: round(score),
        passage: passage.text,
        wording: edition.wording,
        ...defined({ notes: notes.length === 0 ? undefined : notes }),
      }
    }),
    ...defined({
      urgent:
        urgent === undefined
          ? undefined
          : {
              kind: urgent.id,
              title: urgent.title,
              steps: urgent.steps.map(({ text, cites }) => ({ text, ...defined({ cites }) })),
            },
    }),
  }
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

function print({ out }: CommandContext, { answer: { outcome, why, matches }, urgent, shelf }: Answered): void {
  if (urgent !== undefined) {
    out(urgent.title)
    urgent.steps.forEach((step, at) =>
      out(`${at + 1}. ${step.text}${step.cites === undefined ? '' : ` (${step.cites.section})`}`),
    )
    return
  }
  const [best, ...others] = matches
  if (best === undefined || outcome === 'not-covered') {
    out('I can’t find that in the policies I know.')
    return
  }
  if (outcome === 'unsure')
    out(
      why === 'nearest'
        ? 'The policies do not say this directly; the nearest that they say is:'
        : 'I am not sure; this may be what you mean:',
    )
  out(saySection(best.section))
  if (best.passage.text !== '') out(`  ${best.passage.text.replaceAll('\n', '\n  ')}`)
  if (best.passage.gap !== undefined) out(`  The policy stops here. ${best.passage.gap.text}`)
  for (const { text, who, until } of shelf.notes(best.edition, best.section.ref))
    out(`  The school’s own note, not part of the policy: ${text} (written by ${who}, until ${sayDay(until)})`)
  const summary = best.edition.wording === 'restated' ? ', a summary and not the school’s adopted text' : ''
  out(`  ${sayCitation(best.edition, best.section.ref)}${summary}`)
  for (const { section, edition } of others.slice(0, 2)) {
    const elsewhere = edition.policy === best.edition.policy ? '' : `, ${edition.title}`
    out(`See also: ${saySection(section)}${elsewhere}`)
  }
}
