// Schema `profile` of Kazoo 4.3: keys, types, bounds and defaults.
import { arr, obj, str } from './define.ts'

export const profile = obj({
  addresses: arr(
    obj({
      address: str(),
      types: arr({ enum: ['dom', 'postal', 'intl', 'parcel', 'home', 'work', 'pref'] }),
    }),
  ),
  assistant: str(),
  birthday: str(),
  nicknames: arr(str()),
  note: str(),
  role: str(),
  'sort-string': str(),
  title: str(),
})
