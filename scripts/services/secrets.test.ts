import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newSecrets, secrets } from './secrets.ts'
import { testFolder } from '../../testing/folder.ts'

test('the keys of a checkout are generated once, and only our user can read them', () => {
  const folder = testFolder()
  const first = secrets(folder)
  expect(secrets(folder)).toEqual(first)
  expect(readdirSync(folder)).toEqual(['secrets.json'])
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  expect(Buffer.from(first.dataKey, 'base64')).toHaveLength(32)
})

test('no two checkouts share a key', () => {
  const all = [...Object.values(newSecrets()), ...Object.values(newSecrets())]
  expect(new Set(all).size).toBe(all.length)
})

test('incomplete keys are not silently replaced', () => {
  const folder = testFolder()
  writeFileSync(join(folder, 'secrets.json'), '{"sessionKey":"x"}')
  expect(() => secrets(folder)).toThrow('is not whole')
})
