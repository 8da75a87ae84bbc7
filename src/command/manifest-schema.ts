// Checks a manifest against Microsoft’s own schema, read from the disk. The only file that uses their package.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { AppManifestUtils, type AppManifest } from '@microsoft/app-manifest'
import { z } from 'zod'

const held = join(dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest')), 'json-schemas')
const address = /^https:\/\/developer\.microsoft\.com\/json-schemas\/(teams\/v[\d.]+\/MicrosoftTeams\.schema\.json)$/
const Manifest = z.custom<AppManifest>((value) => typeof value === 'object' && value !== null)
const Named = z.looseObject({ $schema: z.string() })

/**
 * What is wrong with it, one line each. Nothing goes over the network: a schema that the package does not contain is
 * also a problem.
 */
export async function problemsOf(manifest: unknown): Promise<readonly string[]> {
  const named = Named.safeParse(manifest)
  const file = named.success ? address.exec(named.data.$schema)?.[1] : undefined
  // Their package would ask Microsoft for a schema that it does not contain.
  if (file === undefined || !existsSync(join(held, file))) return ['$schema names no schema that can be checked here.']
  return AppManifestUtils.validateAgainstSchema(Manifest.parse(manifest))
}
