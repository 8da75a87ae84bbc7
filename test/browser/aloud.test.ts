// What somebody hears who uses the page with a screen reader and the keyboard alone: on the way in, in the conversation,
// in a check, reading and signing, in the register and in the office.
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { readAloud, type Aloud } from '../kit/aloud.ts'
import { useChromium } from '../kit/chromium.ts'
import { theLibrary } from '../kit/library.ts'
import { serveOffice } from '../kit/office.ts'
import { somebody } from '../kit/office-people.ts'
import { servePractice } from '../kit/practice.ts'
import { cardOf, talker } from '../kit/talker.ts'
import { school, serveVisitors, wholeApp, type Visit } from '../kit/visit.ts'

describe('browser: read aloud', () => {
  const browser = useChromium()
  const [amir, , slt, governor] = school
  let visit: Visit

  beforeEach(async () => {
    visit = await serveVisitors({ app: wholeApp(theLibrary()) })
  })
  afterEach(() => visit.close())

  const start = async () => {
    const page = await (await browser().newContext({ viewport: { width: 1280, height: 800 } })).newPage()
    return { page, aloud: await readAloud(page) }
  }
  const comesIn = async (who: string) => {
    const started = await start()
    await started.page.goto(`${visit.web.url}${await visit.link(who, { kind: 'open' })}`)
    await started.page.click('main button')
    await started.page.waitForSelector('#log article')
    return started
  }
  const toSign = async () => {
    const started = await start()
    const edition = { kind: 'sign', policy: 'social-media', edition: '2015-10' } as const
    await started.page.goto(`${visit.web.url}${await visit.link(governor.id, edition)}`)
    await started.aloud.press('Tab')
    await pressesEnter(started.page)
    return started
  }
  const pressesEnter = async (page: Page) => {
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  }
  const tabs = async (aloud: Aloud, times: number) => {
    const said: string[] = []
    for (let at = 0; at < times; at++) said.push(await aloud.press('Tab'))
    return said
  }
  const tabsTo = async (aloud: Aloud, what: string, key = 'Tab') => {
    for (let at = 0; at < 60; at++) {
      const said = await aloud.press(key)
      if (said.endsWith(what)) return said
    }
    throw new Error(`The ${key} key never comes to “${what}”`)
  }
  /** Types a question, and returns what is announced until the answer stands there. */
  const asks = async ({ page, aloud }: { page: Page; aloud: Aloud }, text: string) => {
    await page.focus('#text')
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await page.waitForSelector('#log:not([aria-busy])')
    return (await aloud.heard()).filter((line) => line !== waiting)
  }
  const waiting = 'Looking it up…'
  const box = 'Ask about a policy, in your own words, edit, Enter sends. Shift + Enter starts a new line.'

  it('at the door: what stands there, in order, and what was wrong with an address', async () => {
    const { page, aloud } = await start()
    await page.goto(visit.web.url)
    expect(await aloud.readOn('main')).to.deep.equal([
      '[main]',
      'Sign in with a link, heading, level 1',
      'Policy Guide needs to know who you are. You sign in with a link that is only for you.',
      'From Slack or Microsoft Teams, heading, level 2',
      'Send Policy Guide the word open . It answers with your link, which only you can see.',
      'By email, heading, level 2',
      'If the school knows your email address, your link can be sent there.',
      'Your email address, as the school knows it',
      'Your email address, as the school knows it, edit, required',
      'Send me a link, button',
    ])
    expect(await tabs(aloud, 3)).to.deep.equal([
      'main > Your email address, as the school knows it, edit, required',
      'Send me a link, button',
      'contentinfo > Accessibility, link',
    ])
    await page.fill('#email', 'amir@school')
    await page.focus('#email')
    await pressesEnter(page)
    expect(await page.title()).to.match(/^Error: That is not an email address/)
    expect(await aloud.focus()).to.match(
      /Your email address, as the school knows it, edit, required, invalid, amir@school, Please look at this: That is not an email address/,
    )
  })

  it('in practice: what the picture shows is said once, and each person is one button', async () => {
    const web = await servePractice({ hear: talker().hear })
    try {
      const { page, aloud } = await start()
      await page.goto(web.url)
      expect((await aloud.readOn('main')).filter((line) => line.includes(', image'))).to.deep.equal([
        'You ask a question, you are shown the section that answers it, and you sign., image',
      ])
      expect(await aloud.press('Tab')).to.match(/^main > Priya Nair, new starter .*, button$/)
    } finally {
      await web.close()
    }
  })

  it('in the conversation: each answer by its deciding sentence, once, whichever way it comes first', async () => {
    const visitor = await comesIn(amir.id)
    const { page, aloud } = visitor
    expect(await aloud.focus()).to.equal(`main > Ask, region > ${box}`)
    expect(await aloud.heard(), 'nothing is announced that stands there from the beginning').to.deep.equal([])
    const answer =
      '2 Introduction: … Staff must therefore keep in mind, at all times, that personal life and professional life need to be kept separate. (Social Media Policy 2, edition October 2015)'
    expect(await asks(visitor, 'Can I be friends with pupils on Facebook?')).to.deep.equal([answer])
    expect(await aloud.focus(), 'the next question can be typed at once').to.equal(box)
    expect(await aloud.readOn('#log article:last-child')).to.deep.equal([
      '[2 Introduction, article]',
      'Answer',
      '2 Introduction, heading, level 2',
      '… Staff must therefore keep in mind, at all times, that personal life and professional life need to be kept separate.',
      'Social Media Policy 2, edition October 2015 · summary',
      'Read the whole section, button',
      'More, disclosure, collapsed',
      'This helped, button',
      'It did not help, button',
    ])

    // The stream brings the answer before the post has its own.
    await page.route('**/say*', async (route) => {
      const response = await route.fetch()
      await page.waitForSelector('#log article:has-text("I can’t find that")')
      await route.fulfill({ response })
    })
    const second = await asks(visitor, 'xyzzy plugh')
    expect(second.length, 'one answer, without the one before it').to.equal(1)
    expect(second[0]).to.match(/^I can’t find that in the policies I know/)
    await page.unroute('**/say*')

    await tabsTo(aloud, 'More, disclosure, collapsed', 'Shift+Tab')
    const arrow = () =>
      page.evaluate<string>(
        `getComputedStyle([...document.querySelectorAll('.more summary')].at(-1), '::after').transform`,
      )
    const collapsed = await arrow()
    expect([await aloud.press('Enter'), await aloud.press('Tab'), await aloud.press('Tab')]).to.deep.equal([
      'More, disclosure, expanded',
      'Ask a person, button',
      'Who can I ask?, button',
    ])
    expect(await arrow(), 'seen, too').to.not.equal(collapsed)
    await page.keyboard.press('Enter')
    await page.waitForSelector('h2:text-is("Who you can ask")')
    await page.waitForSelector('#log:not([aria-busy])')
    expect(await aloud.focus()).to.match(/Who you can ask, heading, level 2$/)
    expect(
      (await aloud.heard()).filter((line) => line !== waiting),
      'what has the focus is not announced, too',
    ).to.deep.equal([])
    await page.focus('#text')
    await page.keyboard.press('Enter')
    await page.waitForSelector('text=Type a question first.')
    expect(await aloud.heard()).to.deep.equal(['Type a question first.'])
  })

  it('while an answer is waited for, and when something comes unasked', async () => {
    const bot = talker()
    let answer = () => {}
    const held = new Promise<void>((resolve) => (answer = resolve))
    const web = await servePractice({
      hear: async (event) => (event.kind === 'said' && (await held), bot.hear(event)),
    })
    try {
      const { page, aloud } = await start()
      await page.goto(web.url)
      await page.click('button[value=starter]')
      await page.waitForSelector('#log article')
      await page.fill('#text', 'May I?')
      await page.press('#text', 'Enter')
      await page.waitForSelector(`#waiting:text-is("${waiting}")`)
      expect(await aloud.heard()).to.deep.equal([waiting])
      answer()
      await page.waitForSelector('#log:not([aria-busy])')
      expect(await aloud.heard()).to.deep.equal(['You said something.'])
      await web.push('starter', cardOf('caution'))
      await page.waitForSelector('#log h2:text-is("A card that is caution")')
      expect(await aloud.heard()).to.deep.equal(['In short: caution.'])
    } finally {
      await web.close()
    }
  })

  it('something that comes unasked while a press is in hand is announced, and what the press brings has the focus', async () => {
    const bot = talker()
    let answer = () => {}
    const held = new Promise<void>((resolve) => (answer = resolve))
    const web = await servePractice({
      hear: async (event) => (event.kind === 'pressed' && (await held), bot.hear(event)),
    })
    try {
      const { page, aloud } = await start()
      await page.goto(web.url)
      await page.click('button[value=starter]')
      await page.waitForSelector('#log article')
      await page.click('#log article:last-child button')
      await page.waitForSelector(`#waiting:text-is("${waiting}")`)
      await web.push('starter', cardOf('caution'))
      await page.waitForSelector('#log h2:text-is("A card that is caution")')
      answer()
      await page.waitForSelector('#log:not([aria-busy])')
      expect((await aloud.heard()).filter((line) => line !== waiting)).to.deep.equal(['In short: caution.'])
      expect(await aloud.focus()).to.match(/, heading, level 2$/)
    } finally {
      await web.close()
    }
  })

  it('without a script, the window says what is wrong with a question', async () => {
    const context = await browser().newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${visit.web.url}${await visit.link(amir.id, { kind: 'open' })}`)
    await page.click('main button')
    await page.fill('#text', 'long '.repeat(2_500))
    await page.click('#ask button.main')
    expect(await page.title()).to.match(/^Error: That is 12,500 characters/)
    await context.close()
  })

  it('in a check: each question has the focus as it comes, and buttons say their words once', async () => {
    const visitor = await comesIn(amir.id)
    const { page, aloud } = visitor
    expect(await asks(visitor, 'can I post this?')).to.deep.equal([
      'A few short questions, then what the policy says. What is it about? You can also paste your draft, which is not kept.',
    ])
    await tabsTo(aloud, 'The school, or people from it, button', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.waitForSelector('h2:text-is("Where would you post it?")')
    await page.waitForSelector('#log:not([aria-busy])')
    expect(await aloud.focus()).to.match(/Where would you post it\?, heading, level 2$/)
    expect(await page.title()).to.equal('Where would you post it? · Policy Guide')
    expect(await aloud.press('Tab')).to.equal('A school account or site, button')
    await tabsTo(aloud, 'Change 2, your answer to: What is it about?, button')
  })

  it('reading and signing: the place after each press, each tick with its statement, what is missing, the receipt', async () => {
    const { page, aloud } = await toSign()
    expect(await page.title()).to.equal('Welcome, Gwen · Policy Guide')
    await tabsTo(aloud, 'Start reading, button')
    await pressesEnter(page)
    expect(await aloud.focus()).to.match(/1 Context, heading, level 2$/)
    expect(await page.title()).to.equal('1 Context · Policy Guide')
    expect(await aloud.readOn('#log article:last-child')).to.include('Section 1 of 21 . About 10 minutes to go.')
    expect(await aloud.press('Tab')).to.equal('Next, button')
    await pressesEnter(page)
    expect(await aloud.focus()).to.match(/2 Introduction, heading, level 2$/)

    for (let at = 2; (await page.locator('#log button', { hasText: /^Next$/ }).count()) > 0; at++) {
      if (at > 40) throw new Error('The reading never ends')
      await page
        .locator('#log button', { hasText: /^Next$/ })
        .last()
        .focus()
      await pressesEnter(page)
    }
    await tabsTo(aloud, 'Go to the declaration, button')
    await pressesEnter(page)
    expect(await aloud.focus()).to.match(/Social Media Policy: sign the declaration, heading, level 2$/)
    const ticks = await tabs(aloud, 4)
    expect(ticks[1]).to.equal(
      'I understand that, in some circumstances, police or social care may investigate inappropriate use of social media., group > I confirm this, tick box, not ticked',
    )
    expect(ticks[3]).to.equal('Your name, typed in full, edit, required, It stands for your signature.')
    expect(await aloud.press('Tab')).to.equal('Sign, button')

    await page.evaluate('document.querySelector("form.fields").noValidate = true')
    await pressesEnter(page)
    expect(await page.title()).to.equal('Not signed yet · Policy Guide')
    expect(await aloud.focus()).to.match(/Not signed yet, heading, level 2$/)
    expect(await aloud.readOn('#log article:last-child')).to.include(
      '3 statements are not ticked. Your name is missing. Nothing is signed yet. What you filled in is still here.',
    )
    expect(await aloud.press('Tab')).to.match(
      /I confirm this, tick box, invalid, not ticked, Please look at this: Tick this if you stand by it\. If not, choose another button below\.$/,
    )
    await page.keyboard.press('Space')
    for (let at = 0; at < 2; at++) {
      await aloud.press('Tab')
      await page.keyboard.press('Space')
    }
    expect(await aloud.focus()).to.match(/I confirm this, tick box, invalid, ticked/)
    await aloud.press('Tab')
    await page.keyboard.type('Gwen Tudor')
    await aloud.press('Tab')
    await pressesEnter(page)
    expect(await aloud.focus()).to.match(/Thank you, Gwen, heading, level 2$/)
    expect(await aloud.readOn('#log')).to.include('Receipt as a PDF, with the wording in full, link')
  })

  it('senior leaders: how many there are is heard, and each list has its name', async () => {
    const visitor = await comesIn(slt.id)
    const { page, aloud } = visitor
    expect(await asks(visitor, 'who has not signed')).to.deep.equal([
      'Social Media Policy, edition October 2015. Nobody is asked to sign yet. 4 are not asked.',
    ])
    const register = await aloud.readOn('#log article:last-child')
    expect(register).to.include('[Signed, by group, list]').and.include('Everybody: has not signed, heading, level 3')
    await page.goto(`${visit.web.url}/home`)
    expect(await page.title()).to.equal('Home · Policy Guide')
    expect((await tabs(aloud, 5)).slice(0, 4)).to.deep.equal([
      'banner > Pages, navigation > Ask, link',
      'Home, link',
      'Leave, button',
      'main > Policy Guide, article > Read and sign, button',
    ])
  })

  it('in the office: what was done is heard on the new page, and each row has its name', async () => {
    const office = await serveOffice([
      somebody('all', 'Joanne Clarke', ['staff', 'slt', 'administrator', 'policy-owner']),
      somebody('lukasz', 'Łukasz Nowak'),
    ])
    try {
      const { page, aloud } = await start()
      await page.goto(`${office.web.url}${await office.link('all', { kind: 'open' })}`)
      await page.click('main button')
      await page.waitForSelector('nav')
      await page.goto(`${office.web.url}/office/people`)
      expect((await aloud.readOn('table')).slice(0, 9)).to.deep.equal([
        '[2 people, table]',
        '2 people',
        'Name, column header',
        'Email, column header',
        'Group, column header',
        'Roles, column header',
        'Days, column header',
        'Joanne Clarke, link, row header',
        'all@school.example',
      ])
      await page.goto(`${office.web.url}/office/people/lukasz`)
      await tabsTo(aloud, 'Save, button')
      await pressesEnter(page)
      expect(await aloud.focus()).to.match(/^main > Done, group, Saved\. It counts from now on\./)
      await page.goto(`${office.web.url}/office/settings/school`)
      await page.fill('[name=name]', ' ')
      await tabsTo(aloud, 'Save, button')
      await pressesEnter(page)
      expect(await aloud.focus()).to.equal('main > Please look at this, group, Say what the school is called.')
    } finally {
      await office.close()
    }
  })
})
