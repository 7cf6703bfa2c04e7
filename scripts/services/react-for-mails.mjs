// Tests run with the condition `react-server`, so that fences apply. React Email renders with the other
// React, as it does in the production build, where it is outside the bundle. So its imports, and those of its
// React, are resolved without that condition.
import { registerHooks } from 'node:module'

const REACT = /^(?:react|react-dom)(?:\/|$)/
const DRAWS = /\/node_modules\/(?:@react-email|react|react-dom)\//

registerHooks({
  resolve(specifier, context, next) {
    const from = context.parentURL ?? ''
    if (!REACT.test(specifier) || !DRAWS.test(from) || from.includes('react-server'))
      return next(specifier, context)
    return next(specifier, {
      ...context,
      conditions: context.conditions.filter((condition) => condition !== 'react-server'),
    })
  },
})
