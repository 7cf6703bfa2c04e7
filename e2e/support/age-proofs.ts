// A program that ages the last proof of a member's sessions by a quarter of an hour. Its argument is their
// e-mail address.
import { closeRedis } from '../../lib/session/redis.ts'
import { sessionsOf } from '../../lib/session/member-sessions.ts'
import { editSession } from '../../lib/session/record.ts'
import { closeDatabase } from '../../lib/store/database.ts'
import { findMemberByEmail } from '../../lib/store/members.ts'

const member = await findMemberByEmail(process.argv[2] ?? '')
if (member === null) throw new Error('there is no member with this address')
const aged = { connected: true, freshAt: 0 }
for (const { digest } of await sessionsOf(member.id)) await editSession(digest, aged)
await closeRedis()
await closeDatabase()
