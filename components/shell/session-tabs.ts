// What the tabs of one browser tell each other of their session: when it ends, or that somebody should look.

/** `idleAt`: milliseconds since 1970 at which it ends if nothing is done; null: look again. */
type Word = { idleAt: number | null }

const CHANNEL = 'session'
const SIGNING_OUT_MS = 2_000

function say(word: Word): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel['postMessage'](word)
  channel.close()
}

/** The others need not warn before then. */
export function tellOtherTabs(idleAt: number): void {
  say({ idleAt })
}

/** The session may be over: the others look, once the server has had its time. */
export function askOtherTabs(): void {
  say({ idleAt: null })
}

/** Hears the other tabs: `put` with a later end, `look` when it may be over. Answers how to stop. */
export function hearOtherTabs(put: (idleAt: number) => void, display: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== 'object' || data === null || !('idleAt' in data)) return
    if (typeof data.idleAt === 'number') put(data.idleAt)
    else setTimeout(display, SIGNING_OUT_MS)
  })
  return () => channel.close()
}
