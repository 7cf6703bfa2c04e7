import { expect, test } from 'vitest'
import { isConfirmed } from './confirm-text.ts'

test('a name confirms, however it was typed or pasted, and nothing else does', () => {
  const name = 'Büro  «Elbe» (1)'
  for (const typed of [
    name,
    ` ${name}\n`,
    'Büro «Elbe» (1)',
    'Bu\u0308ro «Elbe» (1)',
    'Büro\u00A0«Elbe» (1)',
  ])
    expect(isConfirmed(typed, name), typed).toBe(true)
  for (const typed of ['', 'büro «elbe» (1)', 'Büro «Elbe» (1', 'Büro«Elbe» (1)', 'Buro «Elbe» (1)'])
    expect(isConfirmed(typed, name), typed).toBe(false)
})
