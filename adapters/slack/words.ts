// People's words out of Slack: what they typed, as they read it, without Slack's own notation.

/** `nameOf` returns the name for a user id, if it is known. The bot's own name, `self`, is left out. */
export function plainWords(
  text: string,
  { self, nameOf }: { self: string; nameOf: (user: string) => string | undefined },
): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inside: string) => readEntity(inside, self, nameOf))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim()
}

/**
 * The text between angle brackets: `@U1`, `#C1|name`, `!here`, `!date^…|label`, or an address with or without a label.
 */
function readEntity(inside: string, self: string, nameOf: (user: string) => string | undefined): string {
  const [what, label] = split(inside)
  switch (what.charAt(0)) {
    case '@':
      return what === `@${self}` ? '' : `@${label ?? nameOf(what.slice(1)) ?? 'somebody'}`
    case '#':
      return `#${label ?? 'channel'}`
    case '!':
      return label ?? `@${what.slice(1).split('^')[0] ?? ''}`
    default:
      return readAddress(what, label)
  }
}

function readAddress(address: string, label: string | undefined): string {
  const bare = address.replace(/^(?:mailto|tel):/, '')
  const same = label === undefined || label === bare || address === `http://${label}` || address === `https://${label}`
  if (same) return label ?? bare
  // Telephone numbers are written in many ways, so the typed one is kept.
  return address.startsWith('tel:') ? label : `${label} (${bare})`
}

function split(inside: string): [string, string | undefined] {
  const bar = inside.indexOf('|')
  return bar === -1 ? [inside, undefined] : [inside.slice(0, bar), inside.slice(bar + 1)]
}
