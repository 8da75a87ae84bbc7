// Whom the school names to hear of whoever is overdue, and nobody is: for `doctor` and `inspect`, as the bot itself can
// only leave them out.
import type { KnowledgeFile } from '../library/files.ts'
import { sayList } from '../kit/text.ts'
import type { People } from '../ports/people.ts'
import type { Library, Problem } from '../turn/library.ts'
import type { CheckRow } from './doctor-chats.ts'
import type { CommandContext } from './context.ts'
import { hasDatabase, withHome } from './open-home.ts'

/** Addresses as they are written, and roles that nobody has. */
export async function namesNobody(
  people: Pick<People, 'list' | 'byEmail'>,
  { escalation = [] }: Pick<Library['school'], 'escalation'>,
): Promise<readonly string[]> {
  const nobody: string[] = []
  for (const { to } of escalation) {
    if (to === 'manager') continue
    const found =
      to === 'slt' || to === 'administrator'
        ? (await people.list({ practice: false, role: to, most: 1 }))[0]
        : await people.byEmail(to.toLowerCase())
    if (found?.practice !== false) nobody.push(to)
  }
  return [...new Set(nobody)]
}

/** Undefined where nobody can be looked up: there is no database yet, or something else is wrong that is said elsewhere. */
async function lookUp(context: CommandContext, library: Library): Promise<readonly string[] | undefined> {
  if ((library.school.escalation ?? []).length === 0) return undefined
  try {
    if (!(await hasDatabase(context))) return undefined
    return await withHome(context, ({ people }) => namesNobody(people, library.school))
  } catch {
    return undefined
  }
}

const fix =
  'Mend it in the office under Settings, or in school.yaml: escalation. Or add the person to the list of people.'

/** Of `doctor`: whoever is overdue is then told to fewer people than the school thinks. */
export async function checkEscalation(context: CommandContext): Promise<CheckRow> {
  const row = { check: 'overdue', needed: true }
  const quiet = (what: string): CheckRow => ({ check: 'overdue', ok: true, what, fix: '', needed: false })
  const library = await context.library().catch(() => undefined)
  if (library === undefined) return quiet('not looked at (see above)')
  const { escalation } = library.school
  if (escalation === undefined) return quiet('line managers hear of whoever is overdue, as nothing else is set')
  const nobody = await lookUp(context, library)
  if (nobody === undefined) return quiet('not looked at: there is no list of people yet')
  if (nobody.length > 0) return { ...row, ok: false, what: `nobody here is ${sayList(nobody)}, so nobody is told`, fix }
  return {
    ...row,
    ok: true,
    what: `${sayList([...new Set(escalation.map(({ to }) => to))])} hear of whoever is overdue`,
    fix: '',
  }
}

/** Of `inspect`: the bot starts all the same. */
export async function inspectEscalation(
  context: CommandContext,
  { files, library }: { readonly files: readonly KnowledgeFile[]; readonly library: Library | undefined },
): Promise<readonly Problem[]> {
  const file = files.find(({ path }) => path === 'school.yaml')
  if (library === undefined || file === undefined) return []
  const lines = file.source.split('\n')
  return ((await lookUp(context, library)) ?? []).map((to) => ({
    file: file.shown,
    line:
      Math.max(
        0,
        lines.findIndex((line) => /\bto:/.test(line) && line.includes(to)),
      ) + 1,
    what: `names ${to} to hear of whoever is overdue, and nobody here is that: nobody is told.`,
    fix,
    warning: true,
  }))
}
