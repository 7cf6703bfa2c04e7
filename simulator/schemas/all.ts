// Every schema by its id, as each version of Kazoo has it.
import type { KazooVersion } from '../crossbar/flavour.ts'
import type { Schema } from './define.ts'
import { accessLists } from './access-lists.ts'
import { accountConfigCrossbarAuth } from './account-config-crossbar-auth.ts'
import { accounts } from './accounts.ts'
import { apiAuth } from './api-auth.ts'
import { authModuleConfig } from './auth-module-config.ts'
import { callRecording } from './call-recording.ts'
import { callRecordingParameters } from './call-recording-parameters.ts'
import { callRecordingSource } from './call-recording-source.ts'
import { callWaiting } from './call-waiting.ts'
import { callerId } from './caller-id.ts'
import { callflows } from './callflows.ts'
import { callflowsAction } from './callflows-action.ts'
import { customSipHeaders } from './custom-sip-headers.ts'
import { devices } from './devices.ts'
import { devicesComboKey } from './devices-combo-key.ts'
import { devicesNotify } from './devices-notify.ts'
import { dialplans } from './dialplans.ts'
import { directories } from './directories.ts'
import { domainHosts } from './domain-hosts.ts'
import { domains } from './domains.ts'
import { endpointMedia } from './endpoint-media.ts'
import { formatters } from './formatters.ts'
import { formattersFormatOptions } from './formatters-format-options.ts'
import { groups } from './groups.ts'
import { limits } from './limits.ts'
import { media } from './media.ts'
import { menus } from './menus.ts'
import { metaflow } from './metaflow.ts'
import { metaflows } from './metaflows.ts'
import { notifyCallback } from './notify-callback.ts'
import { phoneNumbers } from './phone-numbers.ts'
import { profile } from './profile.ts'
import { sharedAuth } from './shared-auth.ts'
import { ssoProvider } from './sso-provider.ts'
import { tokenRestrictions } from './token-restrictions.ts'
import { userAuth } from './user-auth.ts'
import { userAuthRecovery } from './user-auth-recovery.ts'
import { userAuthRecoveryReset } from './user-auth-recovery-reset.ts'
import { users } from './users.ts'
import { vmboxes } from './vmboxes.ts'
import { webhooks } from './webhooks.ts'
import { whitelabel } from './whitelabel.ts'
import { named } from './named.ts'
import { changesOf50 } from './changes-of-5-0.ts'
import { amended, type Changes } from './amend.ts'

const schemasOf43: Readonly<Record<string, Schema>> = {
  access_lists: accessLists,
  'account_config.crossbar.auth': accountConfigCrossbarAuth,
  accounts,
  api_auth: apiAuth,
  auth_module_config: authModuleConfig,
  call_recording: callRecording,
  'call_recording.parameters': callRecordingParameters,
  'call_recording.source': callRecordingSource,
  call_waiting: callWaiting,
  caller_id: callerId,
  callflows,
  'callflows.action': callflowsAction,
  custom_sip_headers: customSipHeaders,
  devices,
  'devices.combo_key': devicesComboKey,
  devices_notify: devicesNotify,
  dialplans,
  directories,
  domain_hosts: domainHosts,
  domains,
  'endpoint.media': endpointMedia,
  formatters,
  'formatters.format_options': formattersFormatOptions,
  groups,
  limits,
  media,
  menus,
  metaflow,
  metaflows,
  named,
  'notify.callback': notifyCallback,
  phone_numbers: phoneNumbers,
  profile,
  shared_auth: sharedAuth,
  sso_provider: ssoProvider,
  token_restrictions: tokenRestrictions,
  user_auth: userAuth,
  user_auth_recovery: userAuthRecovery,
  user_auth_recovery_reset: userAuthRecoveryReset,
  users,
  vmboxes,
  webhooks,
  whitelabel,
}

const byVersion: Record<KazooVersion, Readonly<Record<string, Schema>>> = {
  '4.3': schemasOf43,
  '5.0': amended(schemasOf43, changesOf50),
}

/** The schemas of a version by id. */
export const schemas: Readonly<Record<KazooVersion, Readonly<Record<string, Schema>>>> = byVersion

/** Replaces them for this process. */
export function changeSchemas(version: KazooVersion, changes: Changes): void {
  byVersion[version] = amended(byVersion[version], changes)
}
