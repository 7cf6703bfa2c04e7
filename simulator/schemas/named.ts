// For documents whose own schema is not defined here: a name, and any other keys.
import { obj, str } from './define.ts'

export const named = obj({ name: str(1, 128) }, { required: ['name'] })
