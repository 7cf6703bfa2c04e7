export function findProgram(name: string): string | null
export function findBrowser(): string | null
