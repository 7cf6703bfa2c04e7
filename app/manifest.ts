import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { currentManifest } from '../lib/web/brand-theme.ts'

/** What a phone keeps of this host. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  await connection()
  return currentManifest()
}
