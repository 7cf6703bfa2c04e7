/**
 * Runs once in each process before it answers: the environment is whole, the door stands, the tables are
 * there.
 */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { boot } = await import('./lib/web/boot.ts')
  await boot()
}
