// Schema `devices_notify` of Kazoo 4.3: keys, types, bounds and defaults.
import { obj, str } from './define.ts'

export const devicesNotify = obj(
  {
    data: obj(
      {
        body: obj(
          {
            content_type: str(),
            data: str(),
          },
          { required: ['data', 'content_type'] },
        ),
        event: str(),
      },
      { required: ['event'] },
    ),
  },
  { required: ['data'] },
)
