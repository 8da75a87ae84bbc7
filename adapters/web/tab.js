// The page in Teams' frame: light or dark as Teams is, and on the first page who somebody is. Runs before anything is
// drawn; what Teams itself says comes later, and is remembered for the next page.
;(() => {
  const key = 'policy-guide-theme'

  /** Teams' light, dark and high contrast; the page's own rules for the dark are used or left out. */
  function wear(theme) {
    const dark = theme !== 'default'
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light'
    for (const sheet of document.styleSheets) {
      for (const rule of sheet.cssRules) {
        if (rule instanceof CSSMediaRule && (rule.darkOnly || /prefers-color-scheme/.test(rule.media.mediaText))) {
          rule.darkOnly = true
          rule.media.mediaText = dark ? 'all' : 'not all'
        }
      }
    }
  }

  function take(theme) {
    if (!theme) return
    wear(theme)
    try {
      sessionStorage.setItem(key, theme)
    } catch {
      // Without it, the next page is light or dark as the device is until Teams has answered.
    }
  }

  try {
    const known = sessionStorage.getItem(key)
    if (known) wear(known)
  } catch {
    // As above.
  }

  const part = (id) => document.getElementById(id)

  /** Shows one of the things that the first page can say. */
  function tell(which) {
    for (const each of document.querySelectorAll('main [data-says]')) each.hidden = each.dataset.says !== which
    document.querySelector(`main [data-says="${which}"] h1`)?.focus()
  }

  /** Teams' own words differ by where it runs; these are those for a consent that nobody has given. */
  const unallowed = /consent|interaction_required|invalid_grant|invalid_resource|resourceDisabled|AADSTS650/i

  async function comeIn(teams) {
    let token
    try {
      token = await teams.authentication.getAuthToken()
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error)
      tell(unallowed.test(said) ? 'unallowed' : 'unknown')
      return
    }
    try {
      const response = await fetch('/tab/enter', {
        method: 'POST',
        body: new URLSearchParams({ token }),
        headers: { 'X-Policy-Guide': 'script' },
        signal: AbortSignal.timeout(30_000),
      })
      if (response.status === 204) {
        location.replace('/tab/home?in=1')
        return
      }
      if (response.status === 503) tell('silent')
      else if (response.status === 403 && response.headers.get('X-Says') === 'outside') {
        part('outside').innerHTML = await response.text()
        tell('outside')
      } else tell('unknown')
    } catch {
      tell('silent')
    }
  }

  addEventListener('DOMContentLoaded', async () => {
    const first = part('tab-first') !== null
    const teams = window.microsoftTeams
    try {
      await teams.app.initialize()
      take((await teams.app.getContext()).app.theme)
      teams.app.registerOnThemeChangeHandler(take)
    } catch {
      if (first) tell('elsewhere')
      return
    }
    teams.app.notifySuccess()
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[data-chat]') : null
      if (link === null) return
      event.preventDefault()
      teams.app.openLink(link.href).catch(() => window.open(link.href, '_blank'))
    })
    for (const again of document.querySelectorAll('button[data-again]')) {
      again.addEventListener('click', () => {
        tell('wait')
        void comeIn(teams)
      })
    }
    if (first) await comeIn(teams)
  })
})()
