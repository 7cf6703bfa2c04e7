import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { kinds } from './faults/kinds.ts'
import { makeWorld, worldNames } from './worlds/world.ts'

const readme = await readFile(new URL('README.md', import.meta.url), 'utf8')

test.each(worldNames)('every user of the world %s is in the README, with realm and password', (name) => {
  for (const { accountName, realm, username, password, privilege } of makeWorld(name, {
    seed: 'readme',
    now: 0,
  }).people)
    if (name === 'empty') for (const word of [realm, username, password]) expect(readme).toContain(word)
    else {
      const row = readme.split('\n').find((line) => line.includes(`\`${username}\``) && line.includes(realm))
      expect(row, `${privilege} ${username}`).toContain(`\`${password}\``)
      expect(row).toContain(accountName)
      expect(row).toContain(privilege)
    }
})

test.each(kinds)('the fault %s is in the README, with an example', (kind) => {
  expect(readme.split(`"kind": "${kind}"`).length - 1).toBeGreaterThanOrEqual(2)
})
