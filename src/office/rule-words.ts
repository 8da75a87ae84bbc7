// Keeps the confirmed words of rules in the home, each file whole, with an entry in the journal: from chat and from the
// command line.
import { findFiles } from '../library/files.ts'
import { readRests, writeRests, type ConfirmedRests } from '../library/rests.ts'
import type { RuleConfirmed, RuleWords, WordsConfirmed } from '../ports/rule-words.ts'
import { hashIn, saveAll, type Saving, type SettingsChange } from './save.ts'

export function ruleWordsIn(saving: Saving): RuleWords {
  return {
    async confirm(given) {
      const changes = filesWithWords(saving, given)
      const saved = await saveAll(saving, given, changes)
      switch (saved.kind) {
        case 'saved':
          return { kind: 'kept', files: changes.map(({ path }) => path) }
        case 'changed-since':
          return { kind: 'changed-since' }
        case 'unsound':
          return saved
      }
    },
  }
}

/** One file for each scenario, including what was confirmed before. */
export function filesWithWords(
  folders: Pick<Saving, 'home' | 'root'>,
  { rules, edition, on }: Pick<WordsConfirmed, 'rules' | 'edition' | 'on'>,
): SettingsChange[] {
  const all = findFiles(folders)
  return [...new Set(rules.map(({ scenario }) => scenario))].map((scenario) => {
    const path = `scenarios/${scenario}.words.yaml`
    const before = all.find((file) => file.path === path)
    const kept = before === undefined ? {} : readRests(before.shown, before.source).rules
    const added = rules.filter((each) => each.scenario === scenario).map((each) => restOf(each, { edition, on }))
    const source = writeRests(scenario, { ...kept, ...Object.fromEntries(added) })
    return { path, source, seen: hashIn(folders.home, path) }
  })
}

function restOf(
  { rule, section, quote }: RuleConfirmed,
  { edition, on }: Pick<WordsConfirmed, 'edition' | 'on'>,
): [string, ConfirmedRests[string]] {
  return [rule, { section, quote, edition, on }]
}
