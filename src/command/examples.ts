// Examples of every command, as somebody would type them: what `--help` shows.

export const examples: Readonly<Record<string, readonly string[]>> = {
  start: ['npm start', 'npm start -- --home /srv/policy-guide'],
  ask: ['npm run ask -- "Can I be friends with parents on Facebook?"'],
  check: ['npm run check -- --json --scenario can-i-post-this --answer received=none'],
  setup: ['npm run setup'],
  inspect: ['npm run inspect'],
  policy: ['npm run policy -- import "Attendance Policy.docx"', 'npm run policy -- list'],
  people: ['npm run people -- import staff.csv', 'npm run people -- show ada@school.example'],
  campaign: ['npm run campaign -- open --policy social-media --audience teaching,support --due 2026-12-18'],
  register: ['npm run register -- list', 'npm run register -- export register.csv'],
  sign: ['npm run sign -- paper --email ada@school.example --on 2026-10-05 --kept "Office, folder 3"'],
  reminders: ['npm run reminders -- --on 2026-11-30'],
  digest: ['npm run digest -- --on 2026-11-30'],
  verify: ['npm run verify', 'npm run verify -- certificate.pdf'],
  review: ['npm run review -- --on 2026-10-05'],
  calendar: ['npm run calendar -- --to school-year.ics'],
  backup: ['npm run backup -- --to school.backup'],
  restore: ['npm run restore -- school.backup --home /srv/policy-guide'],
  store: ['npm run store -- copy'],
  doctor: ['npm run doctor'],
  manifest: ['npm run manifest -- slack --url https://policies.school.example'],
  scenario: ['npm run scenario -- graph can-i-post-this'],
}

/** Commands with several uses, which list them all, with their options, where nothing follows. */
export const listing: ReadonlySet<string> = new Set([
  'policy',
  'people',
  'campaign',
  'register',
  'sign',
  'scenario',
  'store',
  'manifest',
])
