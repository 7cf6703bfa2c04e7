// Calls of every verb in the permission table, with resources that do not exist.
import { PASSWORD } from './team.ts'
import { randomUUID } from 'node:crypto'
import { seal } from '../lib/sealed.ts'
import type { Viewer } from '../lib/session/viewer.ts'
import type { Verb } from '../lib/views/viewer.ts'
import { startImpersonation } from '../lib/domain/impersonation/start.ts'
import { endImpersonationOf } from '../lib/domain/impersonation/end.ts'
import { chooseImpersonationPolicy, listImpersonations } from '../lib/domain/impersonation/find.ts'
import { findImpersonationTarget } from '../lib/domain/impersonation/find-target.ts'
import { exportEvents } from '../lib/domain/audit/export.ts'
import { findEvent, historyOf, listEvents } from '../lib/domain/audit/list.ts'
import {
  findAuditSettings,
  setRetention,
  stopForwarding,
  testForwarding,
} from '../lib/domain/audit/settings.ts'
import { planRevert, revert } from '../lib/domain/audit/revert.ts'
import { undoChanges } from '../lib/domain/audit/undo.ts'
import { findAccountWithBranch, findRoot, listBranch } from '../lib/domain/account/branch.ts'
import { createAccount } from '../lib/domain/account/create.ts'
import { editAccount } from '../lib/domain/account/edit.ts'
import {
  findAccount,
  findAccountToAddUser,
  findAccountToCreateIn,
  findAccountWithOwners,
} from '../lib/domain/account/find.ts'
import { discardDraft, removeImage } from '../lib/domain/brand/edit.ts'
import { publishBrand, restoreBrand } from '../lib/domain/brand/publish.ts'
import { findBrand, listBrandVersions } from '../lib/domain/brand/editor-state.ts'
import { exportTenantData } from '../lib/domain/connection/export.ts'
import { findConnection, findEditableConnection } from '../lib/domain/connection/find.ts'
import { goLive } from '../lib/domain/connection/go-live.ts'
import { askForRemoval, cancelRemoval, disconnect } from '../lib/domain/connection/disconnect.ts'
import { findKazooStatus } from '../lib/domain/connection/kazoo-status.ts'
import { rebootDevice, removeDevice, revealSipPassword } from '../lib/domain/device/command.ts'
import { findAccountChoices } from '../lib/domain/custom-domain/account.ts'
import { checkDomain } from '../lib/domain/custom-domain/check.ts'
import { addDomain, choosePrimary, removeDomain, tieDomain } from '../lib/domain/custom-domain/edit.ts'
import { findDomainPage, listDomains } from '../lib/domain/custom-domain/find.ts'
import { createDevice } from '../lib/domain/device/create.ts'
import { editDevice } from '../lib/domain/device/edit.ts'
import { findDevice, findDeviceHeader } from '../lib/domain/device/find.ts'
import { listEveryDevice } from '../lib/domain/device/list.ts'
import { NEW_DEVICE } from './new-device.ts'
import { editOwnBox } from '../lib/domain/self-service/voicemail.ts'
import { findSelfService } from '../lib/domain/self-service/find.ts'
import { editForward } from '../lib/domain/self-service/forward.ts'
import { changeOwnPassword } from '../lib/domain/self-service/password.ts'
import { findFactors, renewRecoveryCodes } from '../lib/domain/member/factors.ts'
import { changePassword, findProfile } from '../lib/domain/member/profile.ts'
import { endSession, listSessions } from '../lib/domain/member/sessions.ts'
import { editSettings } from '../lib/domain/schema/edit.ts'
import { findSettings } from '../lib/domain/schema/find.ts'
import { findSignOn, removeSignOn, requireSignOn } from '../lib/domain/sign-on/provider.ts'
import { testSignOn } from '../lib/domain/sign-on/start.ts'
import { dismissFirstSteps } from '../lib/domain/trial/first-steps.ts'
import { changePrivilege, setPassword } from '../lib/domain/user/credentials.ts'
import { createUser } from '../lib/domain/user/create.ts'
import { editUser } from '../lib/domain/user/edit.ts'
import { findUser, findUserForm, findUserHeader, findUserToRemove } from '../lib/domain/user/find.ts'
import { findAccountWithUsers, listEveryUser } from '../lib/domain/user/list.ts'
import { removeUser } from '../lib/domain/user/remove.ts'
import { editBox, findBox } from '../lib/domain/user/voicemail.ts'
import { changeRole, removeMember, resumeMember, suspendMember } from '../lib/domain/team/decide.ts'
import { findInvitableRoles, listTeam } from '../lib/domain/team/find.ts'
import { inviteAgain } from '../lib/domain/team/invite.ts'

const NOWHERE = 'acc_AAAAAAAAAAAAAAAAAAAAAA'
const NOTHING = 'dev_AAAAAAAAAAAAAAAAAAAAAA'
const NOBODY = 'usr_AAAAAAAAAAAAAAAAAAAAAA'
const NO_BOX = 'vmb_AAAAAAAAAAAAAAAAAAAAAA'
const unknownId = randomUUID()
const ACCOUNT = {
  name: 'x',
  realm: '',
  timezone: '',
  firstName: 'x',
  lastName: 'x',
  email: '',
  username: 'x',
}
const USER = {
  firstName: 'x',
  lastName: 'x',
  email: '',
  username: 'x',
  privilege: 'user',
  timezone: '',
  extension: '',
  mustRenew: false,
} as const
const EVERYTHING = {
  who: '',
  verb: '',
  about: '',
  outcome: '',
  from: '',
  to: '',
  text: '',
  reference: '',
  before: null,
} as const
const NO_SETTINGS = { typed: {}, secrets: {}, initialValues: null } as const
const READ_ONLY = { reason: 'x', ticket: '', changes: false } as const
const FIRST_PAGE = { text: '', filters: {}, sort: 'name', descending: false, page: 1 } as const

/** A call of a domain function. */
export type DomainCall = (viewer: Viewer) => Promise<unknown>

/** The calls of each verb, with resources that do not exist: a permitted call changes nothing. */
export const DOMAIN_CALLS: Readonly<Record<Verb, readonly DomainCall[]>> = {
  'account.read': [
    findRoot,
    (viewer) => listBranch(viewer, NOWHERE, null),
    (viewer) => findAccountWithBranch(viewer, NOWHERE),
    (viewer) => findAccount(viewer, NOWHERE, 'account.read'),
  ],
  'account.create': [
    (viewer) => findAccountToCreateIn(viewer, NOWHERE),
    (viewer) => findAccountToCreateIn(viewer, null),
    (viewer) =>
      createAccount(viewer, NOWHERE, { ...ACCOUNT, password: seal(PASSWORD), created: '', unconfirmed: '' }),
  ],
  'account.edit': [
    (viewer) => findAccount(viewer, NOWHERE, 'account.edit'),
    (viewer) => editAccount(viewer, NOWHERE, { typed: {}, initialValues: {} }),
  ],
  'device.read': [
    (viewer) => findDevice(viewer, NOTHING),
    (viewer) => findDeviceHeader(viewer, NOTHING, 'device.read'),
    (viewer) => listEveryDevice(viewer, NOWHERE),
    (viewer) => findSettings(viewer, 'device', NOTHING),
  ],
  'device.create': [
    (viewer) => findAccountWithOwners(viewer, NOWHERE),
    (viewer) => createDevice(viewer, NOWHERE, { ...NEW_DEVICE, name: 'x' }),
  ],
  'device.edit': [
    (viewer) => editDevice(viewer, NOTHING, { typed: {}, initialValues: {}, sipPassword: null }),
    (viewer) => editSettings(viewer, 'device', NOTHING, NO_SETTINGS),
  ],
  'device.remove': [(viewer) => removeDevice(viewer, NOTHING)],
  'device.reboot': [(viewer) => rebootDevice(viewer, NOTHING)],
  'device.reveal': [(viewer) => revealSipPassword(viewer, NOTHING)],
  'user.read': [
    (viewer) => findUser(viewer, NOBODY),
    (viewer) => findUserForm(viewer, NOBODY),
    (viewer) => findUserHeader(viewer, NOBODY, 'user.read'),
    (viewer) => findAccountWithUsers(viewer, NOWHERE, FIRST_PAGE),
    (viewer) => listEveryUser(viewer, NOWHERE),
    (viewer) => findBox(viewer, NOBODY, NO_BOX),
    (viewer) => findSettings(viewer, 'user', NOBODY),
  ],
  'user.create': [
    (viewer) => findAccountToAddUser(viewer, NOWHERE),
    (viewer) => createUser(viewer, NOWHERE, { ...USER, password: seal(PASSWORD) }),
  ],
  'user.edit': [
    (viewer) => editUser(viewer, NOBODY, { typed: {}, initialValues: {}, hotdeskPin: null }),
    (viewer) => editBox(viewer, NO_BOX, { typed: {}, initialValues: {}, pin: null }),
    (viewer) => editSettings(viewer, 'user', NOBODY, NO_SETTINGS),
  ],
  'user.password': [
    (viewer) => setPassword(viewer, NOBODY, { username: 'x', password: null, mustRenew: false }),
  ],
  'user.remove': [
    (viewer) => findUserToRemove(viewer, NOBODY),
    (viewer) => removeUser(viewer, NOBODY, { devices: 'keep', boxes: 'keep', newOwner: '', typed: 'x' }),
  ],
  'user.role': [(viewer) => changePrivilege(viewer, NOBODY, 'admin')],
  'connection.read': [findConnection, findKazooStatus],
  'connection.edit': [findEditableConnection, (viewer) => goLive(viewer, seal('0'.repeat(64)))],
  'connection.export': [(viewer) => exportTenantData(viewer).next()],
  'connection.remove': [
    (viewer) => disconnect(viewer, 'another name'),
    (viewer) => askForRemoval(viewer, 'another name'),
    cancelRemoval,
  ],
  'connection.signOn': [findSignOn, (viewer) => requireSignOn(viewer, false), removeSignOn, testSignOn],
  'member.list': [listTeam],
  'member.invite': [
    (viewer) => Promise.resolve(viewer).then(findInvitableRoles),
    (viewer) => inviteAgain(viewer, unknownId),
  ],
  'member.edit': [(viewer) => changeRole(viewer, unknownId, 'viewer')],
  'member.suspend': [
    (viewer) => suspendMember(viewer, unknownId),
    (viewer) => resumeMember(viewer, unknownId),
  ],
  'member.remove': [(viewer) => removeMember(viewer, unknownId)],
  'domain.read': [listDomains, (viewer) => findDomainPage(viewer, 'nowhere.example.com')],
  'domain.add': [(viewer) => addDomain(viewer, 'localhost')],
  'domain.remove': [(viewer) => removeDomain(viewer, 'nowhere.example.com')],
  'domain.edit': [
    (viewer) => choosePrimary(viewer, 'nowhere.example.com'),
    (viewer) => tieDomain(viewer, 'nowhere.example.com', ''),
    (viewer) => findAccountChoices(viewer, ''),
    (viewer) => checkDomain(viewer, 'nowhere.example.com').next(),
  ],
  'brand.read': [findBrand, listBrandVersions],
  'brand.edit': [
    (viewer) => removeImage(viewer, 'header'),
    discardDraft,
    publishBrand,
    (viewer) => restoreBrand(viewer, 1),
  ],
  'audit.read': [
    (viewer) => findAccount(viewer, NOWHERE, 'audit.read'),
    (viewer) => listEvents(viewer, EVERYTHING, 'UTC'),
    (viewer) => findEvent(viewer, unknownId),
    (viewer) => historyOf(viewer, 'device', NOTHING),
  ],
  'audit.export': [(viewer) => exportEvents(viewer, EVERYTHING, 'UTC', 'csv').next()],
  'audit.settings': [
    findAuditSettings,
    (viewer) => setRetention(viewer, null),
    stopForwarding,
    testForwarding,
  ],
  'audit.revert': [
    (viewer) => planRevert(viewer, unknownId),
    (viewer) => revert(viewer, unknownId, ['name']),
    (viewer) => undoChanges(viewer, [unknownId]),
  ],
  'profile.edit': [findProfile, dismissFirstSteps],
  'profile.password': [(viewer) => changePassword(viewer, seal('not mine at all'), seal(PASSWORD))],
  'profile.factors': [findFactors, renewRecoveryCodes],
  'profile.sessions': [listSessions, (viewer) => endSession(viewer, 'nothing')],
  'selfService.read': [findSelfService],
  'selfService.forward': [(viewer) => editForward(viewer, { typed: {}, initialValues: {} })],
  'selfService.voicemail': [
    (viewer) => editOwnBox(viewer, NO_BOX, { typed: {}, initialValues: {}, pin: null }),
  ],
  'selfService.password': [(viewer) => changeOwnPassword(viewer, seal('not mine at all'), seal(PASSWORD))],
  'impersonation.start': [
    listImpersonations,
    (viewer) => findImpersonationTarget(viewer, NOBODY),
    (viewer) => startImpersonation(viewer, { ...READ_ONLY, target: NOBODY }),
    (viewer) => startImpersonation(viewer, { ...READ_ONLY, target: NOWHERE }),
  ],
  'impersonation.change': [
    (viewer) => startImpersonation(viewer, { ...READ_ONLY, target: NOBODY, changes: true }),
  ],
  'impersonation.end': [
    (viewer) => endImpersonationOf(viewer, unknownId),
    (viewer) => chooseImpersonationPolicy(viewer, { shown: true, mailed: false }),
  ],
}

/** Creates a user who is an admin: needs the right to create users and the right to set roles. */
export const CREATE_ADMIN: DomainCall = (viewer) =>
  createUser(viewer, NOWHERE, { ...USER, password: null, privilege: 'admin' })
