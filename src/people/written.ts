// Reads names and addresses as school systems write them: "Hughes, Daniel", "Mr D Hughes", "mailto:…".

/** "Mr Daniel Hughes" and "Hughes, Daniel" become "Daniel Hughes"; other names stay as they are. */
export function plainName(written: string): string {
  const text = written.replace(/\s+/g, ' ').trim()
  const [, surname = '', given = ''] = /^([\p{L}.’' -]{2,80}),\s*([\p{L}.’' -]{1,80})$/u.exec(text) ?? []
  const turned = given !== '' && !isLetters(given) ? `${withoutTitle(given)} ${surname}` : text
  return withoutTitle(turned)
}

/** In "Ada Okafor, MBE" the part before the comma is not a surname. */
function isLetters(given: string): boolean {
  return (
    /^(?:[A-Z]{2,5}|B\.?A\.?|M\.?A\.?|Ph\.?D\.?|B\.?Sc\.?|M\.?Ed\.?)\.?$/.test(given.trim()) &&
    !/^[A-Z][a-z]/.test(given)
  )
}

function withoutTitle(name: string): string {
  const bare = name.replace(/^(?:(?:mr|mrs|miss|ms|mx|dr|prof|professor|rev|revd|sir)\b\.?\s+)+/i, '').trim()
  return bare === '' ? name : bare
}

/** "mailto:a@b.example" and "Ada Okafor <a@b.example>" become the address in them. */
export function plainAddress(written: string): string {
  const inside = /<\s*([^<>\s]+@[^<>\s]+)\s*>\s*$/.exec(written)?.[1] ?? written
  return inside
    .replace(/^mailto:\s*/i, '')
    .replace(/\?.*$/, '')
    .trim()
}
