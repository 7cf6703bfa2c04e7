import { unstable_isUnrecognizedActionError as isOfOldPage } from 'next/navigation'

/** What is said where the server could not be asked: why, and whether a new version stands where it was, which the page has to be loaded from. */
export function unanswered(
  fault: unknown,
  words: (sentence: 'unreached' | 'newVersion') => string,
): { message: string; newVersion?: 'found' } {
  return isOfOldPage(fault)
    ? { message: words('newVersion'), newVersion: 'found' }
    : { message: words('unreached') }
}
