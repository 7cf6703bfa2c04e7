export const ROOT: string
export class SetupError extends Error {}
export function setUp(options: { browser: boolean }): string[]
export function packagesInstalled(root?: string): boolean
