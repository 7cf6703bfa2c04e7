// Schema `directories`, as far as the servers showed it.
import { arr, bool, int, obj, oneOfText, str } from './define.ts'

export const directories = obj(
  {
    confirm_match: bool(true),
    flags: arr(str()),
    max_dtmf: int({ default: 0 }),
    min_dtmf: int({ default: 3 }),
    name: str(1),
    sort_by: oneOfText(['first_name', 'last_name'], { default: 'last_name' }),
    users: arr(undefined, { default: [] }),
  },
  { required: ['name'] },
)
