// For documents whose own schema is not written down here: a name, and whatever else.
import { obj, str } from './define.ts'

export const named = obj({ name: str(1, 128) }, { required: ['name'] })
