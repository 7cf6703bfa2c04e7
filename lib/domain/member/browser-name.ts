// Names the browser and system of a request from its User-Agent: a guess, to help members recognise their
// sessions.
import 'server-only'

// The first match counts: many browsers claim to be those further down.
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
]
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
]

/** Browser and system in a User-Agent; null where it names none that we know. */
export function deviceIn(agent: string): { browser: string | null; system: string | null } {
  const named = (list: readonly (readonly [string, RegExp])[]) =>
    list.find(([, form]) => form.test(agent))?.[0] ?? null
  return { browser: named(BROWSERS), system: named(SYSTEMS) }
}
