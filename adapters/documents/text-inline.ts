// Markdown's notation inside a line: what it sets in bold or italics, and what it escapes, becomes text without the
// markup.

/**
 * The text that a reader of the Markdown sees. Links, code and addresses stay as they are written, so that nothing is
 * lost. Each character is read once, so the time grows linearly.
 */
export function readInline(source: string): string {
  if (!/[*_\\&]/.test(source)) return source
  const out: string[] = []
  const open: Run[] = []
  // The ends of link addresses are found once for all links.
  for (let at = 0; at < source.length;) {
    const sign = source.charAt(at)
    const kept = keptAt(source, at)
    if (kept > at) {
      out.push(source.slice(at, kept))
      at = kept
    } else if (sign === '\\' && isPunctuation(source.charAt(at + 1))) {
      out.push(source.charAt(at + 1))
      at += 2
    } else if (sign === '&') {
      const [entity = '&', text = '&'] = entityAt(source, at)
      out.push(text)
      at += entity.length
    } else if (sign === '*' || sign === '_') {
      let to = at + 1
      while (source.charAt(to) === sign) to++
      settle({ sign, count: to - at, at: out.length, ...flanks(source, at, to) }, { out, open })
      at = to
    } else {
      out.push(sign)
      at += 1
    }
  }
  return out.join('')
}

interface Run {
  readonly sign: string
  /** How many characters are left of it. */
  count: number
  /** Its position in the output. */
  readonly at: number
  readonly opens: boolean
  readonly closes: boolean
}

/** Closes what is open, as far as it can, and opens with the rest. */
function settle(run: Run, { out, open }: { out: string[]; open: Run[] }): void {
  out.push(run.sign.repeat(run.count))
  while (run.closes && run.count > 0) {
    const from = open.findLastIndex(({ sign }) => sign === run.sign)
    const partner = open[from]
    if (partner === undefined) break
    const used = Math.min(partner.count, run.count)
    partner.count -= used
    run.count -= used
    out[partner.at] = partner.sign.repeat(partner.count)
    open.length = partner.count > 0 ? from + 1 : from
  }
  out[run.at] = run.sign.repeat(run.count)
  if (run.opens && run.count > 0 && open.length < deepest) open.push(run)
}

// Nobody nests bold in italics in bold any deeper; more of these characters never close.
const deepest = 20

/** Whether the characters from `at` to `to` can open or close bold or italics: they touch a word on one side. */
function flanks(source: string, at: number, to: number): { opens: boolean; closes: boolean } {
  const [before, after] = [source.charAt(at - 1), source.charAt(to)]
  const leansRight = after !== '' && !/\s/.test(after) && (!isPunctuation(after) || isEdge(before))
  const leansLeft = before !== '' && !/\s/.test(before) && (!isPunctuation(before) || isEdge(after))
  if (source.charAt(at) === '*') return { opens: leansRight, closes: leansLeft }
  return {
    opens: leansRight && (!leansLeft || isPunctuation(before)),
    closes: leansLeft && (!leansRight || isPunctuation(after)),
  }
}

function isEdge(sign: string): boolean {
  return sign === '' || /\s/.test(sign) || isPunctuation(sign)
}

function isPunctuation(sign: string): boolean {
  return /^[!-/:-@[-`{-~\p{P}]$/u.test(sign)
}

/** The end of code, a link's address or an address in angle brackets that begins here; `at` where none does. */
function keptAt(source: string, at: number): number {
  const kept = /^(?:`[^`]{1,500}`|\]\([^()\s]{1,500}\)|<[^<>\s]{1,500}>)/.exec(source.slice(at, at + 520))
  return at + (kept?.[0].length ?? 0)
}

const entities: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', pound: '£',
  lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', copy: '©', bull: '•', middot: '·', eacute: 'é',
} // prettier-ignore

function entityAt(source: string, at: number): readonly string[] {
  const [entity, name = '', decimal, hex] =
    /^&(?:([a-z]{2,8})|#(\d{1,6})|#x([\da-f]{1,6}));/i.exec(source.slice(at, at + 12)) ?? []
  if (entity === undefined) return []
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
  if (Number.isNaN(code)) return entities[name] === undefined ? [] : [entity, entities[name]]
  return code > 0x1f && code <= 0x10ffff ? [entity, String.fromCodePoint(code)] : []
}
