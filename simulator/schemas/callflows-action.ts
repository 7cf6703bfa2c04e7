// Schema `callflows.action` of Kazoo 4.3: keys, types, bounds and defaults.
import { obj, ref, str } from './define.ts'

export const callflowsAction = obj(
  {
    children: obj(
      {},
      {
        patternProperties: {
          '.+': ref('callflows.action'),
        },
      },
    ),
    data: obj({}, { default: {}, 'kazoo-validation': true }),
    module: str(1, 64, { 'kazoo-validation': true }),
  },
  { required: ['data', 'module'] },
)
