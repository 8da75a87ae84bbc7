// Email where a school’s programs reach the internet only through its proxy: a real CONNECT proxy in front of a real
// SMTP server.
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { expect } from 'chai'
import { connectMail, type MailSettings } from '../../adapters/mail/connect.ts'
import { tryMailHops } from '../../adapters/mail/hops.ts'
import { openMailbox, type Mailbox } from '../kit/mailbox.ts'

const letter = { to: 'm.ellis@school.example', subject: 'Your link', text: 'Hello.' }

describe('mail: through a proxy', () => {
  let mailbox: Mailbox
  let asked: string[]
  let refuses: boolean
  const proxy = createServer((_, response) => void response.writeHead(405).end())
  proxy.on('connect', (request, near, head) => {
    asked.push(request.url ?? '')
    if (refuses) return void near.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const far = connect(mailbox.port, '127.0.0.1', () => {
      near.write('HTTP/1.1 200 Connection established\r\n\r\n')
      far.write(head)
      far.pipe(near).pipe(far)
    })
    for (const socket of [near, far]) socket.on('error', () => undefined)
  })
  before(() => new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve)))
  after(() => {
    proxy.close()
    proxy.closeAllConnections()
  })
  beforeEach(async () => {
    asked = []
    refuses = false
    mailbox = await openMailbox()
  })
  afterEach(() => mailbox.close())

  const settings = (given: Partial<MailSettings> = {}, except?: string): MailSettings => ({
    host: 'mail.invalid',
    port: 587,
    secure: false,
    login: undefined,
    from: 'policies@school.example',
    proxy: { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, except },
    ...given,
  })

  it('goes through it where the server cannot be reached directly, and so from then on', async () => {
    const mail = connectMail(settings())
    expect((await mail.send(letter)).kind).to.equal('sent')
    expect((await mail.send(letter)).kind).to.equal('sent')
    expect(mailbox.letters).to.have.length(2)
    expect(asked).to.deep.equal(['mail.invalid:587', 'mail.invalid:587'])
  })

  it('goes directly where that works, and where NO_PROXY names the server', async () => {
    const local = await connectMail(settings({ host: '127.0.0.1', port: mailbox.port })).send(letter)
    const excepted = await connectMail(settings({}, 'mail.invalid')).send(letter)
    expect([local.kind, excepted.kind, asked]).to.deep.equal(['sent', 'failed', []])
  })

  it('says so where neither way leads there, and sends it when one does', async () => {
    refuses = true
    const mail = connectMail(settings())
    expect((await mail.send(letter)).kind).to.equal('failed')
    refuses = false
    expect((await mail.send(letter)).kind).to.equal('sent')
    expect(mailbox.letters).to.have.length(1)
  })

  it('is tried in the same way beforehand, hop by hop', async () => {
    const hops = async () => (await tryMailHops(settings())).map(({ hop, ok }) => `${hop} ${ok}`)
    expect(await hops()).to.deep.equal(['name true', 'proxy true', 'greeting true', 'encryption true', 'sender true'])
    refuses = true
    expect(await hops()).to.deep.equal(['name true', 'proxy false'])
    expect(mailbox.letters).to.have.length(0)
  })
})
