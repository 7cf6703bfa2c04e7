/** The groups of samples; `sample-group.tsx` has one for each. */
export const GROUPS = [
  'brands',
  'buttons',
  'signs',
  'notices',
  'popups',
  'toasts',
  'tabs',
  'progress',
  'fields',
  'choices',
  'forms',
  'tables',
] as const

/** The screens; `sample-screens.tsx` has one for each. */
export const SCREENS = [
  'sign-in',
  'accounts',
  'accounts-long',
  'accounts-orphans',
  'account',
  'account-empty',
  'account-no-match',
  'account-unnamed',
  'device',
  'device-settings',
  'device-locked',
  'edit-account',
  'new-account',
  'new-device',
  'unavailable',
  'not-found',
] as const
