// The check of another address, for whoever is signed in.
import 'server-only'
import type { z } from 'zod'
import { checkHost } from '../domain/connection/check.ts'
import { SignedOut } from '../errors.ts'
import { currentViewer } from './viewer.ts'
import type { addressInput } from './connection-input.ts'

/** What is found at the address that was typed. @throws SignedOut, and as `checkHost` */
export async function* checkHostAsViewer({ origin, credentials }: z.output<typeof addressInput>) {
  const viewer = await currentViewer()
  if (viewer === null) throw new SignedOut()
  yield* checkHost(viewer, origin, credentials)
}
