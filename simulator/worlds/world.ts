// The worlds by name.
import type { World } from '../store.ts'
import { demoWorld } from './demo.ts'
import { emptyWorld } from './empty.ts'
import { largeWorld } from './large.ts'

export const worldNames = ['empty', 'demo', 'large'] as const
export type WorldName = (typeof worldNames)[number]

/** `now` in Unix milliseconds is the day of the world: trials end and registrations began around it. */
export type WorldOptions = { seed: string; now: number }

const makers: Readonly<Record<WorldName, (options: WorldOptions) => World>> = {
  empty: emptyWorld,
  demo: demoWorld,
  large: largeWorld,
}

/** Makes a world; the same options make the same world. */
export function makeWorld(name: WorldName, options: WorldOptions): World {
  return makers[name](options)
}
