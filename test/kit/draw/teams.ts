// Draws Adaptive Cards with Microsoft's own renderer in a host like Teams: its spacing, its colours, its one-line
// buttons.
import type { Page } from 'playwright-core'
import { cardPage, type Look } from './page.ts'

const script = 'node_modules/adaptivecards/dist/adaptivecards.js'

/** The renderer is large, so it is loaded once for all cards on this page. */
export async function openTeams(page: Page, look: Look): Promise<void> {
  await page.setContent(cardPage('', teamsStyle(look), look))
  await page.addScriptTag({ path: script })
}

export async function drawTeams(page: Page, card: object, look: Look): Promise<void> {
  await page.evaluate(`(() => {
    const { AdaptiveCard, HostConfig } = AdaptiveCards
    AdaptiveCard.onProcessMarkdown = (text, result) => {
      const plain = text.replace(/\\\\([\\\\\`*_{}[\\]()#+.!~>|-])/g, '$1')
      const p = document.createElement('p'); p.textContent = plain
      result.outputHtml = p.outerHTML; result.didProcess = true
    }
    const card = new AdaptiveCard()
    card.hostConfig = new HostConfig(${JSON.stringify(hostOf(look))})
    card.parse(${JSON.stringify(card)})
    const drawn = card.render()
    document.getElementById('card').replaceChildren(drawn)
  })()`)
}

function hostOf({ dark }: Look) {
  const text = dark ? '#ffffff' : '#242424'
  const subtle = dark ? '#adadad' : '#616161'
  const colours = {
    default: { default: text, subtle },
    accent: { default: dark ? '#7f85f5' : '#5b5fc7', subtle },
    good: { default: dark ? '#92c353' : '#237b4b', subtle },
    warning: { default: dark ? '#f8d22a' : '#835b00', subtle },
    attention: { default: dark ? '#e37d80' : '#c4314b', subtle },
  }
  const container = (backgroundColor: string) => ({ backgroundColor, foregroundColors: colours })
  return {
    fontFamily: "drawn, 'DejaVu Sans', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
    actions: { maxActions: 100, buttonSpacing: 8, actionAlignment: 'left', actionsOrientation: 'horizontal' },
    containerStyles: {
      default: container(dark ? '#292929' : '#ffffff'),
      emphasis: container(dark ? '#3d3d3d' : '#f0f0f0'),
      accent: container(dark ? '#2f2f4a' : '#e8ebfa'),
      good: container(dark ? '#1e3a1e' : '#e7f2da'),
      warning: container(dark ? '#463100' : '#fff4ce'),
      attention: container(dark ? '#3e1f25' : '#fcf4f6'),
    },
  }
}

function teamsStyle({ dark }: Look): string {
  return `#card { padding: 12px; } .ac-adaptiveCard { border: 1px solid #8884; border-radius: 8px; }
    .ac-pushButton { font: 600 14px drawn, 'DejaVu Sans', sans-serif; height: 32px; padding: 0 12px; border: 1px solid #8888; border-radius: 4px;
      background: none; color: ${dark ? '#fff' : '#242424'}; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-width: 100%; }
    .ac-pushButton.style-positive { background: #5b5fc7; color: #fff; } p { margin: 0; }
    .ac-actionSet { flex-wrap: wrap; row-gap: 8px; } input:not([type=checkbox], [type=radio]), textarea, select { width: 100%; min-height: 32px; }`
}
