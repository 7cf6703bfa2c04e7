// The view types of the list of first steps.

export const FIRST_STEPS = ['connect', 'invite', 'secondFactor', 'brand', 'domain', 'activate'] as const

/** One of the first steps; its texts are at `trial.firstSteps`. */
export type FirstStep = (typeof FIRST_STEPS)[number]

/** The steps that the viewer may take, and whether each is done. */
export type FirstSteps = readonly { step: FirstStep; done: boolean }[]
