// For tests alone: what each verb of the permission table is asked for, about things that are not there.
import { PASSWORD } from './test-team.ts'
import { randomUUID } from 'node:crypto'
import { seal } from '../sealed.ts'
import type { Viewer } from '../session/viewer.ts'
import type { Verb } from '../views/viewer.ts'
import { startImpersonation } from './impersonation/start.ts'
import { endImpersonationOf } from './impersonation/end.ts'
import { chooseImpersonationPolicy, listImpersonations } from './impersonation/find.ts'
import { findImpersonationTarget } from './impersonation/find-target.ts'
import { exportEvents } from './audit/export.ts'
import { findEvent, historyOf, listEvents } from './audit/list.ts'
import { findAuditSettings, setRetention, stopForwarding, testForwarding } from './audit/settings.ts'
import { planRevert, revert } from './audit/revert.ts'
import { findRoot, listBranch } from './account/branch.ts'
import { createAccount } from './account/create.ts'
import { editAccount } from './account/edit.ts'
import { findAccount, findAccountToCreateIn, findAccountWithOwners } from './account/find.ts'
import { discardDraft, removeImage } from './brand/edit.ts'
import { publishBrand, restoreBrand } from './brand/publish.ts'
import { findBrand, listBrandVersions } from './brand/editor-state.ts'
import { exportHeld } from './connection/export.ts'
import { findConnection, findEditableConnection } from './connection/find.ts'
import { goLive } from './connection/go-live.ts'
import { askForRemoval, cancelRemoval, disconnect } from './connection/disconnect.ts'
import { findKazooStatus } from './connection/kazoo-status.ts'
import { rebootDevice, removeDevice, revealSipPassword } from './device/command.ts'
import { findAccountChoices } from './custom-domain/account.ts'
import { checkDomain } from './custom-domain/check.ts'
import { addDomain, choosePrimary, removeDomain, tieDomain } from './custom-domain/edit.ts'
import { findDomainPage, listDomains } from './custom-domain/find.ts'
import { createDevice } from './device/create.ts'
import { editDevice } from './device/edit.ts'
import { findDevice } from './device/find.ts'
import { listEveryDevice } from './device/list.ts'
import { NEW_DEVICE } from './device/test-device.ts'
import { editOwnBox } from './self-service/voicemail.ts'
import { findSelfService } from './self-service/find.ts'
import { editForward } from './self-service/forward.ts'
import { changeOwnPassword } from './self-service/password.ts'
import { findFactors, renewRecoveryCodes } from './member/factors.ts'
import { changePassword, findProfile } from './member/profile.ts'
import { endSession, listSessions } from './member/sessions.ts'
import { editSettings } from './schema/edit.ts'
import { findSettings } from './schema/find.ts'
import { findSignOn, removeSignOn, requireSignOn } from './sign-on/provider.ts'
import { testSignOn } from './sign-on/start.ts'
import { changePrivilege, setPassword } from './user/credentials.ts'
import { createUser } from './user/create.ts'
import { editUser } from './user/edit.ts'
import { findUser, findUserToRemove } from './user/find.ts'
import { findAccountWithUsers, listEveryUser } from './user/list.ts'
import { removeUser } from './user/remove.ts'
import { editBox, findBox } from './user/voicemail.ts'
import { changeRole, removeMember, resumeMember, suspendMember } from './team/decide.ts'
import { findInvitableRoles, listTeam } from './team/find.ts'
import { inviteAgain } from './team/invite.ts'

const NOWHERE = 'acc_AAAAAAAAAAAAAAAAAAAAAA'
const NOTHING = 'dev_AAAAAAAAAAAAAAAAAAAAAA'
const NOBODY = 'usr_AAAAAAAAAAAAAAAAAAAAAA'
const NO_BOX = 'vmb_AAAAAAAAAAAAAAAAAAAAAA'
const nobody = randomUUID()
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
const LOOKING = { reason: 'x', ticket: '', changes: false } as const
const FIRST_PAGE = { text: '', sort: 'name', descending: false, page: 1 } as const

/** What somebody asks of the domain. */
export type Act = (viewer: Viewer) => Promise<unknown>

/** What each verb is asked for, about things that are not there: where it is allowed nothing is changed. */
export const ACTS: Readonly<Record<Verb, readonly Act[]>> = {
  'account.read': [
    findRoot,
    (viewer) => listBranch(viewer, NOWHERE, null),
    (viewer) => findAccount(viewer, NOWHERE, 'account.read'),
  ],
  'account.create': [
    (viewer) => findAccountToCreateIn(viewer, NOWHERE),
    (viewer) =>
      createAccount(viewer, NOWHERE, { ...ACCOUNT, password: seal(PASSWORD), created: '', unconfirmed: '' }),
  ],
  'account.edit': [
    (viewer) => findAccount(viewer, NOWHERE, 'account.edit'),
    (viewer) => editAccount(viewer, NOWHERE, { typed: {}, initialValues: {} }),
  ],
  'device.read': [
    (viewer) => findDevice(viewer, NOTHING),
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
    (viewer) => findAccountWithUsers(viewer, NOWHERE, FIRST_PAGE),
    (viewer) => listEveryUser(viewer, NOWHERE),
    (viewer) => findBox(viewer, NOBODY, NO_BOX),
    (viewer) => findSettings(viewer, 'user', NOBODY),
  ],
  'user.create': [(viewer) => createUser(viewer, NOWHERE, { ...USER, password: seal(PASSWORD) })],
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
  'connection.export': [(viewer) => exportHeld(viewer).next()],
  'connection.remove': [
    (viewer) => disconnect(viewer, 'another name'),
    (viewer) => askForRemoval(viewer, 'another name'),
    cancelRemoval,
  ],
  'connection.signOn': [findSignOn, (viewer) => requireSignOn(viewer, false), removeSignOn, testSignOn],
  'member.list': [listTeam],
  'member.invite': [
    (viewer) => Promise.resolve(viewer).then(findInvitableRoles),
    (viewer) => inviteAgain(viewer, nobody),
  ],
  'member.edit': [(viewer) => changeRole(viewer, nobody, 'viewer')],
  'member.suspend': [(viewer) => suspendMember(viewer, nobody), (viewer) => resumeMember(viewer, nobody)],
  'member.remove': [(viewer) => removeMember(viewer, nobody)],
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
    (viewer) => listEvents(viewer, EVERYTHING, 'UTC'),
    (viewer) => findEvent(viewer, nobody),
    (viewer) => historyOf(viewer, 'device', NOTHING),
  ],
  'audit.export': [(viewer) => exportEvents(viewer, EVERYTHING, 'UTC', 'csv').next()],
  'audit.settings': [
    findAuditSettings,
    (viewer) => setRetention(viewer, null),
    stopForwarding,
    testForwarding,
  ],
  'audit.revert': [(viewer) => planRevert(viewer, nobody), (viewer) => revert(viewer, nobody, ['name'])],
  'profile.edit': [findProfile],
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
    (viewer) => startImpersonation(viewer, { ...LOOKING, target: NOBODY }),
    (viewer) => startImpersonation(viewer, { ...LOOKING, target: NOWHERE }),
  ],
  'impersonation.change': [
    (viewer) => startImpersonation(viewer, { ...LOOKING, target: NOBODY, changes: true }),
  ],
  'impersonation.end': [
    (viewer) => endImpersonationOf(viewer, nobody),
    (viewer) => chooseImpersonationPolicy(viewer, { shown: true, mailed: false }),
  ],
}

/** Somebody new who is an admin: it takes the right to create users, and the one to give roles. */
export const CREATE_ADMIN: Act = (viewer) =>
  createUser(viewer, NOWHERE, { ...USER, password: null, privilege: 'admin' })
