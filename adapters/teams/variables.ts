// What the environment says about Teams, as given, and what may be wrong with it.

/** As given in the environment (MICROSOFT_APP_ID and so on). */
export interface TeamsVariables {
  readonly appId?: string | undefined
  readonly appPassword?: string | undefined
  /** A path, or the PEM itself. */
  readonly appCertificate?: string | undefined
  readonly appCertificateKey?: string | undefined
  readonly tenantId?: string | undefined
  readonly appType?: string | undefined
  readonly local?: string | undefined
  /** Only this machine can reach the server. */
  readonly onLoopback?: boolean | undefined
  /** Set by hosts on Azure for managed identities. */
  readonly identityEndpoint?: string | undefined
  readonly identityHeader?: string | undefined
  readonly openIdMetadataUrl?: string | undefined
  readonly tokenIssuer?: string | undefined
  readonly loginUrl?: string | undefined
  readonly oauthScope?: string | undefined
  readonly graphUrl?: string | undefined
  /** Email addresses and ids of Entra groups, with commas between. */
  readonly slt?: string | undefined
}

export interface SettingsProblem {
  readonly what: string
  readonly fix: string
}
