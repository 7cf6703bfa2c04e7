// Parses a form made from a schema for the domain: only the domain knows its fields, so here they are
// distinguished by their names alone.
import 'server-only'
import { z } from 'zod'
import type { Sealed } from '../sealed.ts'
import { echoed, text } from '../views/form-text.ts'
import { isSecretName } from '../views/setting-names.ts'
import { newSecret, allInitialValues } from '../web/fields.ts'

/**
 * `of` is the proxy id of what is edited; `initialValues` are those of the form. All other fields come from
 * the schema.
 */
export const settingsEdit = z
  .object({ of: text, initialValues: echoed })
  .catchall(echoed)
  .transform(({ of, initialValues, ...fields }) => {
    const typed: Record<string, string> = {}
    const secrets: Record<string, Sealed<'password'>> = {}
    for (const [name, value] of Object.entries(fields)) {
      const secret = isSecretName(name) ? newSecret(value) : null
      if (secret !== null) secrets[name] = secret
      else if (!isSecretName(name)) typed[name] = value
    }
    return { of, typed, secrets, initialValues: allInitialValues(initialValues) }
  })
