import type { MetadataRoute } from 'next'
import { connection } from 'next/server'

/** No host may be indexed by search engines. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection()
  return { rules: { userAgent: '*', disallow: '/' } }
}
