// Messages between the tabs of a browser about the session: its end, or a request to check it.

/** `idleAt`: when the session ends, in ms since 1970; null: check again. */
type Message = { idleAt: number | null }

const CHANNEL = 'session'
const SIGNING_OUT_MS = 2_000

function broadcast(message: Message): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel['postMessage'](message)
  channel.close()
}

/** Tells the other tabs that the session ends later. */
export function tellOtherTabs(idleAt: number): void {
  broadcast({ idleAt })
}

/** Asks the other tabs to check the session, once the server has ended it. */
export function askOtherTabs(): void {
  broadcast({ idleAt: null })
}

/**
 * Listens to the other tabs: `put` receives a later end, `check` is called when the session may be over.
 * Returns the function that stops it.
 */
export function hearOtherTabs(put: (idleAt: number) => void, check: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== 'object' || data === null || !('idleAt' in data)) return
    if (typeof data.idleAt === 'number') put(data.idleAt)
    else setTimeout(check, SIGNING_OUT_MS)
  })
  return () => channel.close()
}
