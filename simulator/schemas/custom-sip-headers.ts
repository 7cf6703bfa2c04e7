// Schema `custom_sip_headers` of Kazoo 4.3: keys, types, bounds and defaults.
import { obj, str } from './define.ts'

export const customSipHeaders = obj(
  {},
  {
    additionalProperties: false,
    patternProperties: {
      '^[a-zA-z0-9_\\-]+$': str(),
    },
  },
)
