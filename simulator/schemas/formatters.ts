// Schema `formatters` of Kazoo 4.3: keys, types, bounds and defaults.
import { arr, obj, ref } from './define.ts'

export const formatters = obj(
  {},
  {
    patternProperties: {
      '^[[:alnum:]_]+$': { oneOf: [arr(ref('formatters.format_options')), ref('formatters.format_options')] },
    },
  },
)
