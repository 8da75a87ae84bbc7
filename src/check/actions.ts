// What the buttons of a check mean.
import { z } from 'zod'
import { actions, id } from '../chat/actions.ts'

/** A person's way through a scenario, as its card carries it: what they chose, and what a draft was seen to hold. */
const way = {
  scenario: id,
  answers: z.record(id, id),
  /** Detector ids. Never a draft's text. */
  found: z.array(id),
  /** By question, a short hash of the words that were answered; older cards have none, and are asked again. */
  words: z.record(id, id).optional(),
  /** Each question by itself, and no list to tick. */
  oneByOne: z.boolean().optional(),
}

/** Where an owner is in the list of rules whose words an edition does not have: numbers count from 1. */
const inList = { without: z.array(z.int().min(1).max(999)).max(200), from: z.int().min(0).max(999) }

export const checkActions = actions({
  check: { scenario: id },
  /** Sent with a form whose field `draft` holds the draft. */
  draft: { scenario: id },
  answer: { ...way, question: id, choice: id },
  /** Asks a question again; the other answers stay. */
  revisit: { ...way, question: id },
  /** Shows the check's current step again. Sent with a form where it has `ticks`: the questions whose choices were to tick. */
  resume: { ...way, ticks: z.array(id).optional() },
  /** The words proposed for rules that are off. Without a policy, those of all; `list` is a hash of what was shown. */
  'rule-words': {
    policy: id.optional(),
    edition: id.optional(),
    list: id.optional(),
    without: inList.without.optional(),
    from: inList.from.optional(),
  },
  /** They bear out these rules, but for those left out. */
  'confirm-rule-words': { policy: id, edition: id, list: id, ...inList },
})
