// The wish to have a draft looked at, said in one message with the draft: such a message is never kept.

/** What follows "check:" or "can I post this:", empty when nothing does; undefined when the message is no such thing. */
export function draftIn(text: string): string | undefined {
  const start =
    /^\s*(check|can i (?:post|share|send|tweet|upload)(?: this| that| it)?|is (?:it|this) ok(?:ay)? to (?:post|share)(?: this)?)\s*[:：]/i
  const found = start.exec(text)
  if (found !== null) return text.slice(found[0].length).trim()
  const asked = /^\s*(?:check|can i (?:post|share|send|tweet|upload) (?:this|that|it))\s*\??\s*\n+/i.exec(text)
  return asked === null ? undefined : text.slice(asked[0].length).trim()
}
