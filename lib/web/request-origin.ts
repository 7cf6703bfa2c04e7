// Under which origin of ours a page is shown: the gate has let only hosts pass that are ours.
import 'server-only'
import { headers } from 'next/headers'
import { env } from '../env.ts'

/** The origin of the request under way, such as https://portal.example.com. */
export async function requestOrigin(): Promise<string> {
  const { protocol, host } = new URL(env().portalOrigin)
  return `${protocol}//${(await headers()).get('host') ?? host}`
}
