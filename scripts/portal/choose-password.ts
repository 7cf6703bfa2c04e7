// The password of a member: given by the operator, if it follows the rule, or generated.
import { randomBytes } from 'node:crypto'
import {
  hashPassword,
  requireGoodPassword,
  type PasswordHash,
  type PasswordOwner,
} from '../../lib/domain/auth/password.ts'
import { seal, type Sealed } from '../../lib/sealed.ts'

/** The hash to store, and what to tell the operator once the password is stored: it is printed only there. */
export type Chosen = { hash: PasswordHash; notice: string | null }

/** @throws Rejected when the password does not follow the rule of lib/domain/auth/password.ts */
export async function choosePassword(
  given: Sealed<'password'> | null,
  owner: PasswordOwner,
): Promise<Chosen> {
  if (given === null) {
    // 120 bits, in groups that can be read out.
    const password = randomBytes(15)
      .toString('hex')
      .replaceAll(/.{6}(?=.)/g, '$&-')
    return {
      hash: await hashPassword(seal<'accepted password'>(password)),
      notice: `Password (shown only once): ${password}`,
    }
  }
  return { hash: await hashPassword(requireGoodPassword(given, owner)), notice: null }
}
