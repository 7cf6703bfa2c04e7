// A folder for a test, which is gone when the tests of its file are done.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new, empty folder under the system's folder for temporary files. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portal-test-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
