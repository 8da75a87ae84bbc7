// Words that start a destination in RTF: where the text of their group goes.
import { defined } from '../../../src/kit/defined.ts'
import type { LostContent } from '../../../src/ports/document.ts'
import type { Destination, State } from './state.ts'

export interface Opening {
  readonly state: Partial<State>
  /** A separate text, beside the text around it. */
  readonly story?: 'note' | 'head' | 'foot' | 'box'
  readonly loses?: LostContent['kind']
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

const simple = new Map<string, Destination>(
  Object.entries({
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
  } as const),
)

const stories = new Map<string, NonNullable<Opening['story']>>(
  Object.entries({
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
  } as const),
)

const inParts = new Set(['title', 'author', 'creatim', 'revtim'])

/** `mayIgnore`: the group says that a reader who does not know the word should leave it out. */
export function destinationOf(word: string, state: State, mayIgnore: boolean): Opening | undefined {
  if (state.to === 'skip') return word === 'ud' ? { state: { to: state.below } } : undefined
  if (skipped.has(word)) return { state: { to: 'skip' } }
  const story = stories.get(word)
  if (story !== undefined) return openStory(story)
  const to = simple.get(word)
  if (to !== undefined && isHere(word, state))
    return { state: { to }, ...defined({ loses: word === 'object' ? ('object' as const) : undefined }) }
  return special(word, state) ?? (mayIgnore && !passed.has(word) ? { state: { to: 'skip' } } : undefined)
}

/** Facts about the file are in its `\info`, and only there. */
function isHere(word: string, { to }: State): boolean {
  return !inParts.has(word) || to === 'between'
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
