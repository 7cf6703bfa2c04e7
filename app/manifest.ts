import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { currentManifest } from '../lib/web/brand-theme.ts'

/** The web app manifest of this host. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  await connection()
  return currentManifest()
}
