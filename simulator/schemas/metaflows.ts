// Schema `metaflows` of Kazoo 4.3: keys, types, bounds and defaults.
import { int, obj, oneOfText, ref, str } from './define.ts'

export const metaflows = obj({
  binding_digit: str(1, 1, {
    default: '*',
    enum: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#'],
  }),
  digit_timeout: int({ minimum: 0 }),
  listen_on: oneOfText(['both', 'self', 'peer']),
  numbers: obj(
    {},
    {
      additionalProperties: false,
      patternProperties: {
        '^[0-9]+$': ref('metaflow'),
      },
    },
  ),
  patterns: obj(
    {},
    {
      additionalProperties: false,
      patternProperties: {
        '.+': ref('metaflow'),
      },
    },
  ),
})
