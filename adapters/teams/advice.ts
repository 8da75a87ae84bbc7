// The rows in which it is said whether Teams would work, and what to do about each of Entra's reasons.

export const networkFix = 'Check the network, the firewall and the proxy of this machine: outgoing HTTPS is needed.'

const advice: readonly (readonly [RegExp, string])[] = [
  [
    /AADSTS7000215/,
    'MICROSOFT_APP_PASSWORD is not one of the app’s secrets. Copy the secret’s Value, not its “Secret ID”; where it is lost, make a new one.',
  ],
  [/AADSTS7000222/, 'The client secret has run out. Make a new one under “Certificates & secrets”.'],
  [
    /AADSTS700027|AADSTS700016.*cert/,
    'Entra does not know this certificate. Upload it under “Certificates & secrets”.',
  ],
  [
    /AADSTS700016|unauthorized_client/,
    'There is no such app in this tenant. Compare MICROSOFT_APP_ID and MICROSOFT_APP_TENANT_ID with the app’s “Overview”, and MICROSOFT_APP_TYPE with the Azure Bot’s “Configuration”.',
  ],
  [/AADSTS90002|AADSTS900021/, 'There is no such tenant. Copy “Directory (tenant) ID” from the app’s “Overview”.'],
  [
    /invalid_client/,
    'The app id, its secret (or certificate) and the tenant do not belong together. Compare all three with the app’s pages on https://entra.microsoft.com.',
  ],
]

/** What to do about Entra's own reason. */
export function adviceOn(error: string): string {
  const found = advice.find(([sign]) => sign.test(error))
  return (
    found?.[1] ??
    'Look the code up on https://login.microsoftonline.com/error, and compare the settings with the app’s pages.'
  )
}
