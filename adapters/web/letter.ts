// The email that brings somebody the link they asked for.

export interface LetterAbout {
  readonly name: string
  readonly school: string
  readonly url: string
  readonly minutes: number
}

export function letterWithLink({ name, school, url, minutes }: LetterAbout): {
  readonly subject: string
  readonly text: string
} {
  return {
    subject: 'Your link to Policy Guide',
    text: `Hello ${name},

Here is your link to Policy Guide at ${school}:

${url}

It works once, within ${minutes} minutes, and it is for you alone: please do not pass it on.

If you did not ask for it, you need do nothing. Nobody can come in without this link.
`,
  }
}
