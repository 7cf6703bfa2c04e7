import { describe, expect, test } from 'vitest'
import { auditNameFaults } from './audit-names.ts'

const found = (text: string, path = 'lib/domain/a.ts') =>
  auditNameFaults([{ path, text }]).map(({ says }) => says.replace(/, which has no label;.*/, ''))

describe('names in the audit log', () => {
  test.each([
    ['a verb', "recorded(viewer, 'device.paint', change, run)", 'records the verb “device.paint”'],
    [
      'one of two verbs',
      "recordedOf(actor, known ? 'member.join' : 'member.leave', change, run)",
      'records the verb “member.leave”',
    ],
    [
      'a verb of the operator',
      "note(id, { verb: 'tenant.paint', subject })",
      'records the verb “tenant.paint”',
    ],
    [
      'a field',
      'recorded(viewer, verb, { before: { colour }, after: null }, run)',
      'records the field “colour”',
    ],
    [
      'a value',
      "recorded(viewer, verb, { before: null, after: { key: 'guessed' } }, run)",
      'records “guessed” as key',
    ],
    [
      'one of two values',
      "const after = { key: pasted ? 'guessed' : 'fetched' }\nrecorded(viewer, verb, { after }, run)",
      'records “guessed” as key',
    ],
    [
      'a value passed through a function of the file',
      "recorded(viewer, verb, about(viewer, { ended: 'none' }), run)\nfunction about(viewer: V, after: A) {}",
      'records “none” as ended',
    ],
  ])('%s without a label is found', (_what, text, says) => {
    expect(found(text)).toEqual([says])
  })

  test.each([
    [
      'a value with a label',
      "recorded(viewer, 'member.edit', { before: { role: 'owner' }, after: { role } }, run)",
    ],
    [
      'a changed secret and an empty value',
      "recorded(viewer, verb, { before: { owner: '' }, after: { owner: 'changed' } }, run)",
    ],
    ['a computed value', 'recorded(viewer, verb, { before: shown(now), after: shown(changed) }, run)'],
    ['an object that is not recorded', "const after = { key: 'guessed' }"],
  ])('%s is not a fault', (_what, text) => {
    expect(found(text)).toEqual([])
  })

  test('only what runs in production counts', () => {
    const text = "recorded(viewer, 'device.paint', change, run)"
    expect(found(text, 'lib/domain/a.test.ts')).toEqual([])
    expect(found(text, 'testing/a.ts')).toEqual([])
    expect(found(text, 'e2e/a.ts')).toEqual([])
  })
})
