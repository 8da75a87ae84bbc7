// A real browser for tests, where the machine has one. Without it the tests are skipped, except in CI, where they fail.
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * Opens one browser for the calling suite, closes its pages after each test, and closes it at the end. `more` gives
 * further launch arguments.
 */
export function useChromium(more: () => readonly string[] = () => []): () => Browser {
  let browser: Browser | undefined
  before(async function () {
    browser = await openChromium(more())
    if (browser === undefined) this.skip()
    else waitLonger(browser)
  })
  // An open page would go on calling a server that has stopped.
  afterEach(() => Promise.all((browser?.contexts() ?? []).map((context) => context.close())))
  after(() => browser?.close())
  return () => {
    if (browser === undefined) throw new Error('the browser is not open yet')
    return browser
  }
}

/** Undefined if there is no browser; the reason is then printed. */
async function openChromium(more: readonly string[]): Promise<Browser | undefined> {
  const executablePath = places.find((place) => place !== undefined && existsSync(place))
  if (executablePath === undefined) {
    const why = 'no Chromium on this machine: install one (apt-get install chromium) or set CHROMIUM to its path'
    if (process.env.CI === 'true') throw new Error(`The browser tests must run in CI, but there is ${why}`)
    console.log(`      skipped: ${why}`)
    return undefined
  }
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })
}

/** Milliseconds. On a busy machine a page shows things late; a test that waits this long has found a fault. */
const patience = 120_000

function waitLonger(browser: Browser): void {
  const [newContext, newPage] = [browser.newContext.bind(browser), browser.newPage.bind(browser)]
  browser.newContext = async (options) => {
    const context = await newContext(options)
    context.setDefaultTimeout(patience)
    return context
  }
  browser.newPage = async (options) => {
    const page = await newPage(options)
    page.setDefaultTimeout(patience)
    return page
  }
}
