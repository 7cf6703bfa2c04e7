/** The screens of the gallery; `screens.tsx` has one for each. */
export const SCREENS = [
  'sign-in',
  'accounts',
  'accounts-long',
  'account',
  'account-empty',
  'account-no-match',
  'device',
  'device-locked',
  'edit-account',
  'new-account',
  'new-device',
  'unavailable',
  'not-found',
] as const
