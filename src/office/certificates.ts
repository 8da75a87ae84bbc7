// The public page where somebody checks a certificate: it says whether it is genuine, and nothing about anybody without
// the file.
import type { OfficePage, Part, Upload } from '../ports/office.ts'
import { form, officePage, textPart } from './parts.ts'
import type { World } from './world.ts'

export function openCertificates(): OfficePage {
  return officePage('Check a certificate', askParts)
}

export async function judged(world: World, certificate: Upload | string): Promise<OfficePage> {
  const { good, lines } = await world.judge(certificate)
  const [first = '', ...rest] = lines
  return officePage('Check a certificate', [
    { kind: 'say', tone: good ? 'done' : 'wrong', lines: [first] },
    rest.length === 0 ? undefined : { kind: 'list', items: rest },
    ...askParts,
  ])
}

const askParts: readonly Part[] = [
  textPart(
    'Whoever signed a policy has a certificate: a PDF file with a verification code. Send the file, and you see whether it says what the school’s journal says, line by line. The file is read and not kept.',
  ),
  form(
    '/verify',
    [
      {
        kind: 'file',
        id: 'file',
        label: 'The certificate',
        hint: 'The PDF file as it was given out, up to 5 MB.',
        accept: '.pdf,application/pdf',
      },
    ],
    {
      label: 'Check the file',
      value: 'file',
      main: true,
    },
  ),
  textPart(
    'Or type its code. That tells whether there is such a signature and whether it stands, and nothing about whoever signed.',
  ),
  form(
    '/verify',
    [{ kind: 'line', id: 'code', label: 'Verification code', hint: 'Such as 1a2b-3c4d-5e6f-7a8b-9c0d' }],
    { label: 'Look for the code', value: 'code' },
  ),
]
