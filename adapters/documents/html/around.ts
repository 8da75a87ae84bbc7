// What a saved page shows around its text, and what it hides: menus, banners, cookie notices, footers, collapsed parts.
import { type Declarations } from './style.ts'
import { elementsOf, type HtmlElement } from './tree.ts'

export type Aside = 'navigation' | 'contents' | 'hidden' | 'deleted' | 'comment' | 'head' | 'foot'

const roles = /^(?:navigation|search|banner|contentinfo|complementary|dialog|alertdialog|menu|menubar|toolbar|tooltip)$/
const names =
  /(?:^|[-_])(?:nav|navbar|navigation|menu|megamenu|breadcrumbs?|cookies?|cookiebar|consent|gdpr|sidebar|footer|masthead|topbar|toolbar|share|sharing|social|skip|skiplink|pagination|pager|related|newsletter|popup|modal|login|sitemap)(?:$|[-_])/i

/** Why an element is not part of the text; undefined where it is. `all` is the number of letters on the whole page. */
export function asideOf(element: HtmlElement, said: Declarations, all: number): Aside | undefined {
  const word = wordAside(element, said)
  if (word !== undefined) return word
  if (element.tag === 'del' || element.tag === 's' || element.tag === 'strike') return 'deleted'
  if (isHidden(element, said)) return 'hidden'
  if (holdsText(element)) return undefined
  return isNavigation(element, all) ? 'navigation' : isContents(element) ? 'contents' : undefined
}

/** What Word's "Save as web page" writes into classes and styles. */
function wordAside({ classes }: HtmlElement, said: Declarations): Aside | undefined {
  if (/^(?:comment|comment-list)$/.test(said.get('mso-element') ?? '')) return 'comment'
  if (said.get('mso-hide') === 'all') return 'hidden'
  if (classes.some((name) => /^MsoToc(?:\d|Heading)/i.test(name))) return 'contents'
  if (classes.includes('MsoHeader')) return 'head'
  return classes.includes('MsoFooter') ? 'foot' : undefined
}

function isHidden({ attributes, letters }: HtmlElement, said: Declarations): boolean {
  // Parts that open when pressed are still read by whoever looks for them.
  const isPanel = /^(?:tabpanel|region)$/.test(attributes.get('role') ?? '') && letters > 0
  if (isPanel || attributes.get('hidden') === 'until-found') return false
  return (
    attributes.has('hidden') ||
    attributes.get('aria-hidden') === 'true' ||
    said.get('display') === 'none' ||
    said.get('visibility') === 'hidden'
  )
}

/** Certainly the text, whatever its classes are called. */
function holdsText(element: HtmlElement): boolean {
  if (element.tag === 'main' || element.tag === 'article' || element.tag === 'body') return true
  for (const each of elementsOf(element)) if (isMain(each)) return true
  return false
}

const isMain = ({ tag, attributes }: HtmlElement) => tag === 'main' || attributes.get('role') === 'main'

function isNavigation(element: HtmlElement, all: number): boolean {
  const { tag, attributes, classes, letters } = element
  if (['nav', 'footer', 'aside', 'button', 'form', 'dialog'].includes(tag)) return tag !== 'form' || letters < 0.4 * all
  if (roles.test(attributes.get('role') ?? '')) return true
  // How LibreOffice saves a running header or footer.
  if (tag === 'div' && /^(?:header|footer)$/.test(attributes.get('title') ?? '')) return true
  // The menu cannot be most of the page.
  const isNamed = [attributes.get('id') ?? '', ...classes].some((name) => names.test(name))
  return isNamed && !/^h[1-6]$|^p$|^span$|^li$|^td$/.test(tag) && letters < 0.4 * all
}

/** A list in which every entry links to another place on the page. */
function isContents(element: HtmlElement): boolean {
  if (!['ul', 'ol', 'div', 'p'].includes(element.tag) || element.letters === 0) return false
  if (element.linked < 0.9 * element.letters) return false
  const links = [...elementsOf(element)].filter(({ tag, attributes }) => tag === 'a' && attributes.has('href'))
  const isInside = links.length > 0 && links.every(({ attributes }) => attributes.get('href')?.startsWith('#'))
  return isInside && (links.length >= 3 || element.tag === 'p')
}

/** Where the text is: the page's own main part, if it has one with enough of the letters. */
export function mainOf(body: HtmlElement): HtmlElement {
  const all = [...elementsOf(body)]
  const declared = all.filter((each) => isMain(each)).sort((a, b) => b.letters - a.letters)[0]
  if (declared !== undefined && declared.letters > 0.25 * body.letters) return declared
  const articles = all.filter(({ tag }) => tag === 'article')
  if (articles[0] !== undefined && articles.length === 1 && articles[0].letters > 0.4 * body.letters) return articles[0]
  const named = all.filter(
    ({ attributes, letters }) =>
      /^(?:main|content|main-?content|page-?content|primary|post)(?:-?(?:area|body|inner|wrapper))?$/i.test(
        attributes.get('id') ?? '',
      ) && letters > 0.5 * body.letters,
  )
  return named.at(-1) ?? body
}
