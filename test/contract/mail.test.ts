// Email against a real SMTP server: what happens to a letter, and that every way to fail has its own outcome.
import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { connectMail, noMail, type MailSettings } from '../../adapters/mail/connect.ts'
import { certificate } from '../kit/certificate.ts'
import { openMailbox, type Mailbox, type MailboxOptions } from '../kit/mailbox.ts'

describe('mail: by SMTP', () => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    await Promise.all(closing.splice(0).map((close) => close()))
  })

  const open = async (options: MailboxOptions = {}): Promise<Mailbox> => {
    const mailbox = await openMailbox(options)
    closing.push(mailbox.close)
    return mailbox
  }
  const over = ({ port }: { port: number }, settings: Partial<MailSettings> = {}) =>
    connectMail({
      host: '127.0.0.1',
      port,
      secure: false,
      login: undefined,
      from: 'Policy Guide <policies@school.example>',
      ...settings,
    })
  const letter = {
    to: 'm.ellis@school.example',
    subject: 'Your link – Policy Guide',
    text: `Hello Zoë,\n\nhttps://policies.school.example/enter/${'x'.repeat(43)}\n.\n“Bye”`,
  }
  const refusing = (responseCode: number) =>
    Object.assign(new Error('no such person m.ellis@school.example here'), { responseCode })

  it('sends plain text, whole and once', async () => {
    const mailbox = await open()
    const sent = await over(mailbox).send(letter)
    const [got, ...more] = mailbox.letters
    expect(sent.kind).to.equal('sent')
    expect(more).to.be.empty
    expect([got?.from, got?.to, got?.subject]).to.eql(['policies@school.example', [letter.to], letter.subject])
    expect(got?.text.trimEnd()).to.equal(letter.text)
    expect(got?.headers).to.match(/^content-type: text\/plain; charset=utf-8$/im)
    expect(got?.headers).to.match(/^auto-submitted: auto-generated$/im)
  })

  it('writes to one address, whatever stands in it, and adds no header', async () => {
    const mailbox = await open()
    await over(mailbox).send({ ...letter, to: 'a@school.example, b@school.example' })
    await over(mailbox).send({ ...letter, subject: 'Hello\r\nBcc: c@school.example' })
    expect(mailbox.letters.flatMap(({ to }) => to)).not.to.include.oneOf(['b@school.example', 'c@school.example'])
    expect(mailbox.letters.map(({ headers }) => headers).join('\n')).not.to.match(/^bcc:/im)
  })

  it('is refused for good where the server does not take the address, and quotes nothing of it', async () => {
    const mailbox = await open({ onRcptTo: (_address, _session, callback) => callback(refusing(550)) })
    expect(await over(mailbox).send(letter)).to.eql({
      kind: 'refused',
      why: 'other',
      what: 'The mail server answered 550 to RCPT TO.',
    })
  })

  it('is refused for good where the server does not take the letter', async () => {
    const mailbox = await open({
      onData(stream, _session, callback) {
        stream.resume().on('end', () => callback(refusing(554)))
      },
    })
    expect(await over(mailbox).send(letter)).to.include({ kind: 'refused' })
  })

  it('has failed, and may be tried again, where the server says later', async () => {
    const mailbox = await open({ onRcptTo: (_address, _session, callback) => callback(refusing(451)) })
    expect(await over(mailbox).send(letter)).to.include({ kind: 'failed' })
  })

  it('has failed where the password is wrong, because that can be mended', async () => {
    const mailbox = await open({ onAuth: (_auth, _session, callback) => callback(refusing(535)) })
    const login = { user: 'policies', password: 'secret-word' }
    const failed = await over(mailbox, { login }).send(letter)
    expect(failed).to.include({ kind: 'failed' })
    expect(JSON.stringify(failed)).not.to.include('secret-word')
  })

  it('logs in where it is asked to', async () => {
    const seen: unknown[] = []
    const mailbox = await open({
      onAuth({ username, password }, _session, callback) {
        seen.push([username, password])
        callback(null, { user: username })
      },
    })
    const login = { user: 'policies@school.example', password: 'p@ss/word#1' }
    expect(await over(mailbox, { login }).send(letter)).to.include({ kind: 'sent' })
    expect(seen).to.eql([['policies@school.example', 'p@ss/word#1']])
  })

  it('has failed where there is no server', async () => {
    const mailbox = await openMailbox()
    await mailbox.close()
    expect(await over(mailbox).send(letter)).to.include({ kind: 'failed' })
  })

  it('is unknown where the server has the letter and does not answer', async () => {
    const mailbox = await open({ hangs: true })
    const outcome = over(mailbox, { limitMilliseconds: 400 }).send(letter)
    expect((await mailbox.arrived(1)).length).to.equal(1)
    expect(await outcome).to.eql({
      kind: 'unknown',
      what: 'The mail server took too long. The letter had gone to it.',
    })
  })

  it('has failed where a server lets it wait before the letter, however busy it looks', async () => {
    const dripping = await listen((socket) => {
      // A greeting that never ends: every line announces another one.
      const drip = setInterval(() => socket.write('220-one moment\r\n'), 20)
      socket.on('close', () => clearInterval(drip)).on('error', () => undefined)
    })
    closing.push(dripping.close)
    expect(await over(dripping, { limitMilliseconds: 200 }).send(letter)).to.eql({
      kind: 'failed',
      what: 'The mail server took too long.',
    })
  })

  describe('encryption', () => {
    const demanding: MailboxOptions = { ...certificate, disabledCommands: [] }

    it('is there from the start with a certificate that is trusted', async () => {
      const mailbox = await open({ ...certificate, secure: true })
      const sent = await over(mailbox, { secure: true, trusted: certificate.cert }).send(letter)
      expect([sent.kind, mailbox.letters[0]?.encrypted]).to.eql(['sent', true])
    })

    it('is refused with one that is not', async () => {
      const mailbox = await open({ ...certificate, secure: true })
      expect(await over(mailbox, { secure: true }).send(letter)).to.include({ kind: 'failed' })
      expect(mailbox.letters).to.be.empty
    })

    // 0.0.0.0 reaches this machine but does not look like a loopback address.
    it('begins as soon as a server elsewhere offers it', async () => {
      const mailbox = await open(demanding)
      const sent = await over(mailbox, { host: '0.0.0.0', trusted: certificate.cert }).send(letter)
      expect([sent.kind, mailbox.letters[0]?.encrypted]).to.eql(['sent', true])
    })

    it('is a must before a password goes to a server elsewhere', async () => {
      const seen: unknown[] = []
      const mailbox = await open({
        onAuth(auth, _session, callback) {
          seen.push(auth)
          callback(null, { user: 'x' })
        },
      })
      const login = { user: 'policies', password: 'secret-word' }
      expect(await over(mailbox, { host: '0.0.0.0', login }).send(letter)).to.include({ kind: 'failed' })
      expect([seen, mailbox.letters]).to.eql([[], []])
    })

    it('is not asked of a server on this machine', async () => {
      const sent = await over(await open(demanding)).send(letter)
      expect(sent.kind).to.equal('sent')
    })
  })

  it('is refused where the school has set up no way', async () => {
    expect([noMail.on, (await noMail.send(letter)).kind]).to.eql([false, 'refused'])
  })
})

function listen(meet: (socket: Socket) => void): Promise<{ port: number; close: () => Promise<void> }> {
  return new Promise((resolve) => {
    const sockets = new Set<Socket>()
    const server: Server = createServer((socket) => {
      sockets.add(socket)
      meet(socket)
    }).listen(0, '127.0.0.1', () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((done) => {
            for (const socket of sockets) socket.destroy()
            server.close(() => done())
          }),
      })
    })
  })
}
