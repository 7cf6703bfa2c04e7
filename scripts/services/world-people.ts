// The users who can sign in to the simulator's worlds, read from simulator/worlds.
import { makeWorld } from '../../simulator/worlds/world.ts'
import type { World } from './simulator.ts'

export type Person = {
  accountName: string
  realm: string
  username: string
  password: string
  /** The API key of the account. */
  apiKey: string
  privilege: string
}

/** Every user of that world, in the order of the file. */
export function peopleOf(world: World, seed: string): readonly Person[] {
  return makeWorld(world, { seed, now: Date.now() }).people
}

/** The admin of the reseller that the portal is for; in a world without resellers, the first user. */
export function resellerAdmin(people: readonly Person[]): Person {
  const person = people.find(({ privilege }) => privilege === 'reseller admin') ?? people[0]
  if (person === undefined) throw new Error('nobody can sign in to this world')
  return person
}
