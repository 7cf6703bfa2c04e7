// The pages of an impersonation are pages of the portal, but not those about the tenant itself.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../services/paths.ts'

const HERE = join(ROOT, 'app/as/[grant]')
const files = readdirSync(HERE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))

test('every page of an impersonation is only the portal’s own page of the same path', () => {
  expect(files.length).toBeGreaterThan(5)
  for (const name of files) {
    const [, from = ''] = /^export \{ default(?:, generateMetadata)? \} from '(.*)'\n$/.exec(
      readFileSync(join(HERE, name), 'utf8'),
    ) ?? ['', `${name} does something of its own`]
    expect(from.replace(/^(\.\.\/)+/, '')).toBe(`(portal)/${name}`)
  }
})

test('an impersonation has no page for credentials, the team, brands, the audit log or another impersonation', () => {
  const tops = new Set(files.map((name) => name.split('/')[0]))
  for (const top of ['connection', 'team', 'profile', 'brand', 'audit', 'impersonations', 'prove'])
    expect(tops).not.toContain(top)
  expect(files.filter((name) => name.includes('/impersonate/'))).toEqual([])
})
