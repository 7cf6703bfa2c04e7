// Compares the permission table of the code with the literal table of the test, cell by cell, without a
// process.
import { describe, expect, test } from 'vitest'
import { Forbidden } from '../errors.ts'
import { seal } from '../sealed.ts'
import type { SessionRecord } from '../session/record-doc.ts'
import type { Viewer } from '../session/viewer.ts'
import { VERBS, type Verb } from '../views/viewer.ts'
import { permit, verbsOf } from './permission.ts'
import { COLUMNS, PERMITTED, rowOf, rightsOf, type Column } from '../../testing/permissions.ts'

const UUID = '3b9ac1de-58cc-4372-a567-0e02b2c3d479'

function viewerAt(column: Column, change: Partial<SessionRecord> = {}): Viewer {
  const record = {
    lineage: UUID,
    principal: UUID,
    name: 'Ada',
    email: 'ada@example.com',
    tenant: UUID,
    tenantName: 'Acme',
    origin: 'https://kazoo.example.com',
    granted: seal<'kazoo account'>('0'.repeat(32)),
    self: null,
    renewedBy: 'tenant',
    mustChangePassword: false,
    host: 'portal.example.com',
    idKey: seal<'id key'>('x'),
    trialEndsAt: null,
    connected: true,
    startedAt: 0,
    freshAt: 0,
    endsAt: 0,
    ...rightsOf(column),
    ...change,
  } as const
  const session = {
    digest: { digest: 'x' },
    record,
    token: seal<'api token'>('x'),
    tokenAt: 0,
    found: new Map(),
  }
  const request = {
    reference: 'test',
    address: '192.0.2.1',
    agent: '',
    host: 'portal.example.com',
    path: '',
    setStatus: () => undefined,
  }
  return { session, request, base: '' }
}

/** The message with which `permit` refuses, or null. */
function refusal(viewer: Viewer, verb: Verb): unknown {
  try {
    permit(viewer, verb)
    return null
  } catch (error) {
    if (error instanceof Forbidden) return error.userMessage
    throw error
  }
}

function refusalAt(cell: number, verb: Verb): unknown {
  const column = COLUMNS.find(({ at }) => at === cell)
  return column && refusal(viewerAt(column), verb)
}

const permittedOf = (column: Column, change: Partial<SessionRecord>): readonly Verb[] =>
  VERBS.filter((verb) => refusal(viewerAt(column, change), verb) === null)

describe('security row 26: the permission table', () => {
  test.each(VERBS)('%s is permitted to exactly the columns of the literal table', (verb) => {
    expect(rowOf(COLUMNS.filter((column) => refusal(viewerAt(column), verb) === null))).toBe(PERMITTED[verb])
    // Pages show a button exactly for what is permitted.
    expect(rowOf(COLUMNS.filter((column) => verbsOf(rightsOf(column)).includes(verb)))).toBe(PERMITTED[verb])
  })

  // By column: 0 owner, 1 admin, 2 support, 3 viewer, 4 customer admin, 5 customer user; then impersonating.
  test.each([
    [0, 'selfService.read', 'messages.customersOnly'],
    [1, 'selfService.read', 'messages.customersOnly'],
    [2, 'selfService.read', 'messages.customersOnly'],
    [3, 'selfService.read', 'messages.customersOnly'],
    [1, 'connection.signOn', 'messages.role'],
    [2, 'audit.read', 'messages.role'],
    [3, 'device.edit', 'messages.role'],
    [3, 'impersonation.start', 'messages.role'],
    [4, 'account.edit', 'messages.teamOnly'],
    [4, 'audit.read', 'messages.teamOnly'],
    [5, 'audit.read', 'messages.teamOnly'],
    [5, 'account.read', 'messages.accountAdminOnly'],
    [5, 'device.edit', 'messages.accountAdminOnly'],
    [9, 'device.edit', 'messages.impersonation.readOnly'],
    [9, 'audit.read', 'messages.impersonation.role'],
    [14, 'account.read', 'messages.impersonation.role'],
    [21, 'device.reveal', 'messages.impersonation.credentials'],
    [21, 'user.password', 'messages.impersonation.credentials'],
    [26, 'selfService.password', 'messages.impersonation.credentials'],
    // Support may not do it without impersonation either.
    [23, 'user.remove', 'messages.role'],
  ] as const)('column %i is told the truth about %s: %s', (column, verb, message) => {
    expect(refusalAt(column, verb)).toBe(message)
  })

  test('no owner is told to ask an owner', () => {
    for (const verb of VERBS) expect(refusalAt(0, verb)).not.toBe('messages.role')
  })
})

describe('an owner of a closed portal keeps only connection and profile', () => {
  const [owner] = COLUMNS
  const LEFT = [
    'connection.read',
    'connection.edit',
    'connection.export',
    'connection.remove',
    'connection.signOn',
    'profile.edit',
    'profile.password',
    'profile.factors',
    'profile.sessions',
  ]
  test.each([
    ['the trial has ended', { trialEndsAt: 1 }, 'messages.trial.ended'],
    ['nothing is connected', { connected: false }, 'messages.trial.disconnected'],
  ] as const)('%s: the connection and their own profile are left', (_why, change, key) => {
    if (owner === undefined) throw new Error('there is no owner')
    expect(permittedOf(owner, change)).toEqual(LEFT)
    expect(refusal(viewerAt(owner, change), 'device.read')).toBe(key)
    // A role that is not permitted gets the message about the role.
    const viewer = COLUMNS[3]
    if (viewer !== undefined) expect(refusal(viewerAt(viewer, change), 'device.edit')).toBe('messages.role')
  })

  test('a customer who has to change their password may do that, and nothing else', () => {
    for (const column of COLUMNS.slice(4, 6)) {
      expect(permittedOf(column, { mustChangePassword: true })).toEqual(['selfService.password'])
      expect(refusal(viewerAt(column, { mustChangePassword: true }), 'selfService.read')).toBe(
        'messages.selfService.passwordFirst',
      )
    }
  })
})
