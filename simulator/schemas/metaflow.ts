// Schema `metaflow` of Kazoo 4.3: keys, types, bounds and defaults.
import { obj, ref, str } from './define.ts'

export const metaflow = obj(
  {
    children: obj(
      {},
      {
        patternProperties: {
          '.+': ref('metaflow'),
        },
      },
    ),
    data: obj({}, { default: {}, 'kazoo-validation': true }),
    module: str(1, 64, { 'kazoo-validation': true }),
  },
  { required: ['module'] },
)
