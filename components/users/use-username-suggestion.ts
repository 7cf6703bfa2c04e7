'use client'
import { suggestedUsername } from '../../lib/views/suggestions.ts'
import { useSuggestion } from '../ui/use-suggestion.ts'

/** Suggests the username of a new user while their address and name are typed. */
export function useUsernameSuggestion(): ReturnType<typeof useSuggestion> {
  return useSuggestion({
    from: ['email', 'firstName', 'lastName'],
    to: 'username',
    suggest: (email = '', ...names) => suggestedUsername(email, ...names),
  })
}
