// Schema `devices.combo_key` of Kazoo 4.3: keys, types, bounds and defaults.
import { int, obj, oneOfText, str } from './define.ts'

export const devicesComboKey = {
  oneOf: [
    {
      properties: {
        type: oneOfText(['parking']),
        value: {
          oneOf: [
            int({ maximum: 10, minimum: 1 }),
            oneOfText(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']),
            obj(
              {
                label: str(),
                value: int({ maximum: 10, minimum: 1 }),
              },
              { required: ['label', 'value'] },
            ),
          ],
        },
      },
      required: ['type'],
    },
    {
      properties: {
        type: oneOfText(['line', 'presence', 'personal_parking', 'speed_dial']),
        value: {
          oneOf: [
            str(),
            obj(
              {
                label: str(),
                value: str(),
              },
              { required: ['label', 'value'] },
            ),
          ],
        },
      },
      required: ['type'],
    },
  ],
  type: ['object', 'null'],
}
