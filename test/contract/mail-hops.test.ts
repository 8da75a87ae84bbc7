// Each hop on the way to a mail server, broken in turn: the failing hop is named, and nothing secret is shown.
import { createServer, type AddressInfo, type Server } from 'node:net'
import { expect } from 'chai'
import type { MailSettings } from '../../adapters/mail/connect.ts'
import { tryMailHops } from '../../adapters/mail/hops.ts'
import { doctor } from '../../src/command/doctor.ts'
import { certificate } from '../kit/certificate.ts'
import { run } from '../kit/command.ts'
import { openMailbox, type Mailbox, type MailboxOptions } from '../kit/mailbox.ts'

const login = { user: 'policies', password: 'hush-hush' }
/** Reaches this machine but is not a loopback name, so the rules for remote servers apply. */
const elsewhere = '0.0.0.0'

describe('email, hop by hop', () => {
  let mailbox: Mailbox | undefined
  let other: Server | undefined
  afterEach(async () => {
    await mailbox?.close()
    mailbox = undefined
    other?.close()
    other = undefined
  })

  const serves = async (options: MailboxOptions = {}): Promise<number> => {
    mailbox = await openMailbox({ ...certificate, disabledCommands: [], ...options })
    return mailbox.port
  }
  const speaks = (words: string): Promise<number> => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      if (words === '') socket.destroy()
      else socket.write(words)
    })
    other = server
    return new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
    })
  }
  const hops = async (given: Partial<MailSettings>) => {
    const found = await tryMailHops({
      ...{ host: elsewhere, port: 1, secure: false, login: undefined, from: 'Policies <policies@school.example>' },
      ...{ trusted: certificate.cert, ...given },
    })
    expect(JSON.stringify(found)).not.to.include('hush')
    return found.map(({ hop, ok, what }) => (ok ? hop : `${hop}: ${what}`))
  }
  const lets: MailboxOptions['onAuth'] = ({ username, password }, _, done) =>
    done(username === login.user && password === login.password ? null : new Error('no'), { user: 'policies' })

  it('all is well, encrypted on the way or from the first byte on', async () => {
    const port = await serves({ onAuth: lets })
    const path = ['name', 'connection', 'greeting', 'encryption', 'login', 'sender']
    expect(await hops({ port, login })).to.deep.equal(path)
    await mailbox?.close()
    const whole = ['name', 'connection', 'encryption', 'greeting', 'login', 'sender']
    expect(await hops({ port: await serves({ onAuth: lets, secure: true }), login, secure: true })).to.deep.equal(whole)
    expect(mailbox?.letters).to.have.length(0)
  })

  it('a login in two steps', async () => {
    const port = await serves({ onAuth: lets, authMethods: ['LOGIN'] })
    expect((await hops({ port, login })).at(-1)).to.equal('sender')
  })

  const broken: readonly (readonly [string, () => Promise<Partial<MailSettings>>, RegExp])[] = [
    ['a name that nobody knows', () => Promise.resolve({ host: 'mail.invalid' }), /^name: mail.invalid is not known/],
    ['a port that nobody serves', () => Promise.resolve({}), /^connection: .*ECONNREFUSED/],
    [
      'a server that ends the connection',
      async () => ({ port: await speaks('') }),
      /^greeting: it ended|^greeting: ECONN/,
    ],
    [
      'a server that is none',
      async () => ({ port: await speaks('HTTP/1.1 400 Bad\r\n') }),
      /^greeting: .*no mail server/,
    ],
    [
      'a server that refuses this machine',
      async () => ({ port: await speaks('554 go away\r\n') }),
      /^greeting: .*with 554$/,
    ],
    [
      'smtps: where it is smtp:',
      async () => ({ port: await serves(), secure: true }),
      /^encryption: no encryption came about/,
    ],
    [
      'a certificate that nobody here trusts',
      async () => ({ port: await serves(), trusted: '' }),
      /^encryption: no encryption came about/,
    ],
    [
      'a server without encryption, and a password',
      async () => ({ port: await serves({ disabledCommands: ['STARTTLS'] }), login }),
      /^encryption: it offers none/,
    ],
    [
      'a wrong password',
      async () => ({ port: await serves({ onAuth: lets }), login: { ...login, password: 'hush' } }),
      /^login: .*with 535$/,
    ],
    [
      'a sender who is not allowed',
      async () => ({ port: await serves({ onMailFrom: (_, __, done) => done(new Error('not you')) }) }),
      /^sender: .*policies@school.example as the sender with 5\d\d$/,
    ],
  ]
  for (const [what, given, expected] of broken)
    it(`${what}: says so`, async () => expect((await hops(await given())).at(-1)).to.match(expected))

  it('the doctor says what to do about the one that fails', async () => {
    const port = await serves({ onAuth: lets })
    const env = { SMTP_URL: `smtp://policies:hush-hush-no@127.0.0.1:${port}`, MAIL_FROM: 'policies@school.example' }
    const { status, out } = await run(doctor, [], { env })
    expect(status).to.equal(1)
    expect(out.join('\n'))
      .to.match(/ok +email: greeting/)
      .and.match(/WRONG +email: login/)
      .and.include('made for programs')
      .and.not.include('hush')
  })
})
