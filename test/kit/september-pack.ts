// A bundle of the example school: everybody reads two policies, and governors a third.
export const septemberPack = {
  'bundles/september-pack.yaml': `title: September pack
duties:
  - who: all
    read: [attendance, visitors]
  - who: governors
    read: [rules-1]
`,
} as const
