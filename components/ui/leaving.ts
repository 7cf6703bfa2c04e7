'use client'

type Ask = (go: () => void) => void
const asking: Ask[] = []

/** Goes where `go` goes, after a question where a form would lose something. For ways that are no links: a palette, a menu of commands. */
export function leave(go: () => void): void {
  const ask = asking.at(-1)
  if (ask === undefined) go()
  else ask(go)
}

/** Has `ask` asked before anybody leaves, until what it returns is called. */
export function askBeforeLeaving(ask: Ask): () => void {
  asking.push(ask)
  return () => {
    asking.splice(asking.indexOf(ask), 1)
  }
}
