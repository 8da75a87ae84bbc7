// Slips that no test can notice, because nothing visible changes, each with its reason. The bench leaves them out of
// its report.
import type { Mutant } from './make.ts'

interface Equivalent {
  readonly file: string
  /** The whole line of the slip, without its indentation. */
  readonly line: string
  readonly slips: readonly (readonly [was: string, becomes: string])[]
  readonly why: string
}

const plan = 'src/reminder/plan.ts'

const equivalents: readonly Equivalent[] = [
  {
    file: plan,
    line: 'const rounds = rounded.some((campaigns) => campaigns.length > 0)',
    slips: [['>', '>=']],
    why: 'where no campaign belongs to a round, looking for rounds changes nothing and takes longer',
  },
  {
    file: plan,
    line: 'const found = rounds ? withRounds(each, rounded, person) : each',
    slips: [['rounds', 'true']],
    why: 'where no campaign belongs to a round, looking for rounds changes nothing and takes longer',
  },
  {
    file: plan,
    line: 'const going = owed.some(({ campaign }) => isPaused(campaign, day))',
    slips: [['owed.some(({ campaign }) => isPaused(campaign, day))', 'true']],
    why: 'where nothing is paused, leaving out what is paused leaves the same',
  },
  {
    file: plan,
    line: "const whys = found.flatMap((each) => (each.kind === 'nothing' ? [each.why] : []))",
    slips: [["each.kind === 'nothing'", 'true']],
    why: 'it is asked only where nothing at all is owed; the condition tells the compiler so',
  },
  {
    file: plan,
    line: 'const waits = compact([...due, daily]).map(({ nextAt }) => nextAt?.getTime() ?? 0)',
    slips: [['0', '(0 + 1)']],
    why: 'a millisecond after the beginning of 1970 is as long ago as that beginning',
  },
  {
    file: plan,
    line: 'return to < day && asking.some(({ askedOn, due }) => within(askedOn) || within(due))',
    slips: [['<', '<=']],
    why: 'on the last day of being away nobody is reminded, so nobody is welcomed back',
  },
  {
    file: plan,
    line: 'const last = spans.reduce((latest, { to }) => (to > latest ? to : latest), spans[0]?.to ?? day)',
    slips: [['>', '>=']],
    why: 'of two equal days it does not matter which is taken',
  },
  {
    file: plan,
    line: 'if (notices.length > 8) return new Map(notices.map((notice) => [notice.key, notice]))',
    slips: [
      ['notices.length > 8', 'false'],
      ['notices.length > 8', 'true'],
      ['>', '>='],
      ['>', '<='],
      ['8', '(8 + 1)'],
    ],
    why: 'keys of notices are unique, so both ways find the same; the number is where one becomes the faster',
  },
]

/** Why nobody could notice the slip; undefined where somebody could. */
export function whyEquivalent({ file, was, becomes }: Mutant, line: string): string | undefined {
  return equivalents.find(
    (each) =>
      each.file === file &&
      each.line === line.trim() &&
      each.slips.some(([before, after]) => before === was && after === becomes),
  )?.why
}
