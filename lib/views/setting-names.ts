// The names of the fields of a form that is made from a Kazoo schema.

const PREFIX = { value: 'set', secret: 'secret', removal: 'remove' } as const

/** The name of a field: letters and digits of the path as they are, all else as `Z` and four hex digits. */
export function settingName(use: keyof typeof PREFIX, path: readonly string[]): string {
  const plain = path
    .join('.')
    .replaceAll(/[^a-zA-Y0-9]/g, (sign) => `Z${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return PREFIX[use] + plain
}

/** Whether a field with this name is a secret. */
export function isSecretName(name: string): boolean {
  return name.startsWith(PREFIX.secret)
}
