// What the buttons of a check mean.
import { z } from 'zod'
import { actions, id } from '../chat/actions.ts'

/** A person's way through a scenario, as its card carries it: the choices they took, and what was found in a draft. */
const way = {
  scenario: id,
  answers: z.record(id, id),
  /** Detector ids, never the draft's text. */
  found: z.array(id),
  /**
   * A short hash of the words that were answered, by question; older cards have none, and their questions are asked
   * again.
   */
  words: z.record(id, id).optional(),
  /** Ask each question by itself, without a list to tick. */
  oneByOne: z.boolean().optional(),
}

/** The owner's place in the list of rules whose words an edition does not have; numbers count from 1. */
const inList = { without: z.array(z.int().min(1).max(999)).max(200), from: z.int().min(0).max(999) }

export const checkActions = actions({
  check: { scenario: id },
  /** Sent with a form whose field `draft` holds the draft. */
  draft: { scenario: id },
  answer: { ...way, question: id, choice: id },
  /** Asks a question again; the other answers stay. */
  revisit: { ...way, question: id },
  /**
   * Shows the current step of the check again. Sent with a form where it has `ticks`: the questions whose choices could
   * be ticked.
   */
  resume: { ...way, ticks: z.array(id).optional() },
  /**
   * The proposed words for rules that are off. Without a policy, for all policies; `list` is a hash of what was shown.
   */
  'rule-words': {
    policy: id.optional(),
    edition: id.optional(),
    list: id.optional(),
    without: inList.without.optional(),
    from: inList.from.optional(),
  },
  /** Confirms the words for these rules, apart from those left out. */
  'confirm-rule-words': { policy: id, edition: id, list: id, ...inList },
})
