// What `npm run portal -- help` prints.

/** Every command with its options, on one screen. */
export function help(): string {
  return `npm run portal -- COMMAND

  tenant create   checks the connection to Kazoo, then creates a tenant and its owner
      --name "Acme Telephony"          name of the tenant
      --origin https://kazoo.example.com:8443
      --realm acme.sip.example.com     the account, by realm,
      --account "Acme"                 or by name (neither with an API key)
      --credentials password|token|key what you will enter: a user's password (the default),
                                       a user's credentials token, or the account's API key
      --username admin                 the user whose password it is
      --method md5|sha                 how Kazoo hashes credentials (default: md5)
      --owner-name "Olivia Owner"  --owner-email olivia@example.com
  tenants list    lists all tenants: name, origin, status, age, state of the credentials
  tenants show|suspend|resume --name "Acme Telephony"  (or --email of a team member)
                  shows the tenant; locks everyone out immediately; lets them in again
  tenants extend-trial --name "Acme Telephony" --days 14
                  adds days to the trial
  domain list --name "Acme Telephony"
                  lists the tenant's custom domains and their status
  domain add|remove --name "Acme Telephony" --host portal.acme.example
                  claims a domain, to be verified by DNS; removes one immediately
  domain prove --name "Acme Telephony" --host portal.acme.example --primary yes|no
                  activates it without checking DNS; with yes, links in e-mails point there
  member password --email olivia@example.com
                  sets a team member's password and ends their sessions
  audit verify    checks that no audit log has missing, changed or moved rows, or only that of one tenant
                  (--name, --email). If one has, the exit code is 1. The command prints the head of each log:
                  pass it later as --head 120:Xw3k... to find out whether an older copy was restored
  keys rotate     re-encrypts all secrets in the database with the highest key of DATA_KEYS
  migrate         updates the database schema, as every start of the portal does

Never pass secrets as options: other users of the machine can read them. The command asks for them without
echo, or reads them from KAZOO_SECRET and PORTAL_PASSWORD in the environment. Without a terminal, it reads
them from standard input, one per line, in this order. Leave the password of an owner or team member blank
to generate one, which is printed once.

Exit codes: 0 done, 1 refused, 2 wrong usage, 3 Postgres or Kazoo failed.`
}
