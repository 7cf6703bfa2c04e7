// Temporary folders for the tests of one file, removed after its last test.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A new, empty folder under the system's folder for temporary files. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portal-test-'))
  folders.push(folder)
  return folder
}
