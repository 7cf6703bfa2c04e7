import type { MetadataRoute } from 'next'
import { connection } from 'next/server'

/** Nothing here is for a search engine, on no host. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection()
  return { rules: { userAgent: '*', disallow: '/' } }
}
