// What the environment says about Teams, as it stands there, and what may be wrong with it.

/** As they stand in the environment (MICROSOFT_APP_ID and so on). */
export interface TeamsVariables {
  readonly appId?: string | undefined
  readonly appPassword?: string | undefined
  /** A path, or the PEM itself. */
  readonly appCertificate?: string | undefined
  readonly appCertificateKey?: string | undefined
  readonly tenantId?: string | undefined
  readonly appType?: string | undefined
  readonly local?: string | undefined
  /** Nobody but this machine can reach the server. */
  readonly onLoopback?: boolean | undefined
  /** What hosts on Azure set for managed identities. */
  readonly identityEndpoint?: string | undefined
  readonly identityHeader?: string | undefined
  readonly openIdMetadataUrl?: string | undefined
  readonly tokenIssuer?: string | undefined
  readonly loginUrl?: string | undefined
  readonly oauthScope?: string | undefined
}

export interface SettingsProblem {
  readonly what: string
  readonly fix: string
}
