// An owner looks at the proposed words for rules that are off, leaves some out, and confirms the rest, in private.
import type { ActionOf } from '../chat/actions.ts'
import type { Opening } from '../chat/opening.ts'
import type { Person } from '../chat/people.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { never } from '../kit/never.ts'
import { may, whoMay } from '../people/may.ts'
import { latestEdition } from '../policy/force.ts'
import type { Edition } from '../policy/types.ts'
import { quietly } from '../turn/permit.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import type { checkActions } from './actions.ts'
import { confirmedOf, hashOfList, rulesToConfirm } from './propose.ts'
import {
  chosenOf,
  showRuleWords,
  showWordsKept,
  showWordsOf,
  showWordsRefused,
  type WordsList,
} from './rule-words-cards.ts'

const deed = 'own-policy'

/** Without a policy, the one that has rules to confirm; where several do, the person chooses. */
export async function openRuleWords(
  turn: Turn,
  asked: Opening | ActionOf<typeof checkActions, 'rule-words'>,
): Promise<Reply[]> {
  const by = await ownerIn(turn)
  if (by === undefined) return [privately(showWordsRefused(whoMay(deed)))]
  const all = listsIn(turn, by)
  const [only, ...more] =
    asked.policy === undefined ? all : all.filter(({ edition }) => edition.policy === asked.policy)
  if (only === undefined || more.length > 0) {
    const editions = all.map(({ edition }) => edition)
    return [quietly(turn, showWordsOf(editions, by.practice))]
  }
  const sent = 'do' in asked && asked.list !== undefined ? asked : undefined
  if (sent === undefined) return [quietly(turn, showRuleWords(only))]
  if (sent.list !== hashOfList(only.list)) return [quietly(turn, showRuleWords(only, changed))]
  return [quietly(turn, showRuleWords(placed(only, sent)))]
}

const changed = 'The list has changed meanwhile, so it starts again.'

export async function confirmRuleWords(
  turn: Turn,
  action: ActionOf<typeof checkActions, 'confirm-rule-words'>,
): Promise<Reply[]> {
  const by = await ownerIn(turn)
  if (by === undefined) return [privately(showWordsRefused(whoMay(deed)))]
  const known = listsIn(turn, by).find(({ edition }) => edition.policy === action.policy)
  if (known === undefined) return [quietly(turn, showWordsOf([], by.practice))]
  if (known.edition.id !== action.edition || hashOfList(known.list) !== action.list)
    return [quietly(turn, showRuleWords(known, `${changed} Nothing was confirmed.`))]
  const list = placed(known, action)
  if (by.practice)
    return [
      quietly(turn, showRuleWords(list, 'An invented person confirms nothing: the school’s rules stay as they are.')),
    ]
  const chosen = chosenOf(list)
  if (chosen.length === 0) return [quietly(turn, showRuleWords(list, 'All are left out, so nothing was confirmed.'))]
  const kept = await turn.ports.ruleWords.confirm({
    by: by.id,
    on: turn.desk.shelf.today,
    edition: list.edition.id,
    rules: confirmedOf(chosen),
  })
  switch (kept.kind) {
    case 'kept':
      return [quietly(turn, showWordsKept(list.edition, chosen.length, list.list.length - chosen.length))]
    case 'changed-since':
      return [
        quietly(
          turn,
          showRuleWords(list, 'Somebody has just changed the files. Nothing was confirmed: please press again.'),
        ),
      ]
    case 'unsound':
      turn.ports.log.warn({ lines: kept.lines }, 'words of rules were not kept: the bot could not start with them')
      return [
        quietly(
          turn,
          showRuleWords(list, 'That could not be kept. Whoever looks after the server can see why in its log.'),
        ),
      ]
    default:
      return never(kept)
  }
}

async function ownerIn(turn: Turn): Promise<Person | undefined> {
  const by = await personOf(turn)
  return may(by, deed, turn.desk.shelf.today) ? by : undefined
}

/** For the newest edition, which may come into force later, as on the command line. */
function listsIn({ library: { policies, scenarios, idle = [] } }: Turn, { practice }: Person): WordsList[] {
  return policies
    .map((policy): WordsList => {
      const edition: Edition = latestEdition(policy)
      return { edition, list: rulesToConfirm([...scenarios, ...idle], edition), without: [], from: 0, practice }
    })
    .filter(({ list }) => list.length > 0)
}

/** The place in the list where somebody was. */
function placed(
  list: WordsList,
  { without = [], from = 0 }: { without?: readonly number[] | undefined; from?: number | undefined },
): WordsList {
  return { ...list, without, from }
}
