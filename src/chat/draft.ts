// Recognises a message that asks for a draft to be checked and holds the draft itself. Such a message is never kept.

/**
 * The text after "check:" or "can I post this:", empty where nothing follows; undefined where the message is not such a
 * request.
 */
export function draftIn(text: string): string | undefined {
  const start =
    /^\s*(check|can i (?:post|share|send|tweet|upload)(?: this| that| it)?|is (?:it|this) ok(?:ay)? to (?:post|share)(?: this)?)\s*[:：]/i
  const found = start.exec(text)
  if (found !== null) return text.slice(found[0].length).trim()
  const asked = /^\s*(?:check|can i (?:post|share|send|tweet|upload) (?:this|that|it))\s*\??\s*\n+/i.exec(text)
  return asked === null ? undefined : text.slice(asked[0].length).trim()
}
