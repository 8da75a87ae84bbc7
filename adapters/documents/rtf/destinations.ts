// Words that begin a destination in RTF: where the text of their group goes.
import type { Lost } from '../../../src/ports/document.ts'
import type { Destination, State } from './state.ts'

export interface Opening {
  readonly state: Partial<State>
  /** Text of its own, beside the text around it. */
  readonly story?: 'note' | 'head' | 'foot' | 'box'
  readonly loses?: Lost['kind']
}

const skipped = new Set(
  (
    'colortbl listtable listoverridetable rsidtbl generator xmlnstbl themedata colorschememapping latentstyles datastore ' +
    'fldtype bkmkstart bkmkend xe tc tcn private pgdsctbl revtbl filetbl mmathPr wgrffmtfilter background shprslt ' +
    'nonshppict sn sv pn pntxta pntxtb pnseclvl falt panose ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn atnid ' +
    'atnauthor atntime atndate atnref atnicn atrfstart atrfend userprops docvar formfield datafield nonesttables ' +
    'passwordhash protusertbl result objdata objclass objname objalias keywords subject operator company category ' +
    'manager doccomm hlinkbase printim buptim mmathPict listpicture shpgrpinst picprop stylerestrictions'
  ).split(' '),
)

const simple: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  info: 'between',
  title: 'title',
  author: 'author',
  creatim: 'created',
  revtim: 'modified',
  listtext: 'label',
  pntext: 'label',
  fldinst: 'code',
  shpinst: 'between',
  do: 'between',
  object: 'between',
}

const stories: Readonly<Record<string, Opening['story']>> = {
  footnote: 'note',
  header: 'head',
  headerl: 'head',
  headerr: 'head',
  headerf: 'head',
  footer: 'foot',
  footerl: 'foot',
  footerr: 'foot',
  footerf: 'foot',
  shptxt: 'box',
  dptxbxtext: 'box',
}

const inParts: Readonly<Record<string, true>> = { title: true, author: true, creatim: true, revtim: true }

/** `mayIgnore`: the group says that whoever does not know the word should leave it out. */
export function destinationOf(word: string, state: State, mayIgnore: boolean): Opening | undefined {
  if (state.to === 'skip') return word === 'ud' ? { state: { to: state.below } } : undefined
  if (skipped.has(word)) return { state: { to: 'skip' } }
  const story = Object.hasOwn(stories, word) ? stories[word] : undefined
  if (story !== undefined) return openStory(story)
  const to = Object.hasOwn(simple, word) ? simple[word] : undefined
  // What a paragraph calls a title is no word of the file about itself.
  if (to !== undefined && (inParts[word] !== true || state.to === 'between'))
    return { state: { to }, ...(word === 'object' ? { loses: 'object' as const } : {}) }
  return special(word, state) ?? (mayIgnore && !passed.has(word) ? { state: { to: 'skip' } } : undefined)
}

const passed = new Set(['shppict', 'moMath', 'moMathPara', 'ud'])

function openStory(story: NonNullable<Opening['story']>): Opening {
  const text = { to: 'body', isInTable: false, nesting: 0, style: 0, outline: undefined, hidden: false } as const
  return { state: { ...text, listLevel: undefined, isContents: false, field: undefined }, story }
}

function special(word: string, state: State): Opening | undefined {
  switch (word) {
    case 'pict':
      return { state: { to: 'skip' }, loses: 'picture' }
    case 'annotation':
      return { state: { to: 'skip' }, loses: 'comment' }
    case 'field':
      return { state: { field: { code: '' } } }
    case 'fldrslt':
      return { state: { isContents: state.isContents || /^\s*(TOC|TOA|INDEX)\b/i.test(state.field?.code ?? '') } }
    case 'upr':
      // The old spelling comes first, then the same in Unicode.
      return { state: { below: state.to, to: 'skip' } }
    case 'nesttableprops':
      return { state: { isNestedRow: true } }
    default:
      return undefined
  }
}
