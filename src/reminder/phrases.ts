// The ways in which people answer a reminder by saying that they are away. Their words may hold the reason, which is
// kept nowhere.

const who = ['i am', "i'm", 'im', 'i am currently', "i'm currently", 'currently', '']
const where = [
  'on maternity leave',
  'on paternity leave',
  'on parental leave',
  'on adoption leave',
  'on sick leave',
  'on leave',
  'on long term sick leave',
  'on sabbatical',
  'on jury service',
  'off sick',
  'signed off sick',
  'away',
  'away at the moment',
]

/** Whole messages, as doors recognise them. "Leave" and "away" alone may be questions. */
export function awayPhrases(): string {
  return who
    .flatMap((first) => where.map((rest) => `${first} ${rest}`.trim()))
    .filter((phrase) => !phrase.startsWith('away'))
    .join('|')
}
