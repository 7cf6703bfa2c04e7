// What `npm run portal -- help` prints.

/** Every command with its options, one screen. */
export function help(): string {
  return `npm run portal -- COMMAND

  tenant create   asks the Kazoo line by line whether it fits, then makes a tenant and its owner
      --name "Acme Telephony"          how the tenant is called here
      --origin https://kazoo.example.com:8443
      --realm acme.sip.example.com     the account, by realm,
      --account "Acme"                 or by name (neither with an API key)
      --credentials password|token|key what you will type: the password of a user (unless said),
                                       the credentials token of one, or the API key of the account
      --username admin                 the user whose password it is
      --method md5|sha                 how Kazoo hashes credentials; md5 unless said
      --owner-name "Olivia Owner"  --owner-email olivia@example.com
  tenants list    every tenant: name, origin, status, since when, how its credentials do
  tenants show|suspend|resume --name "Acme Telephony"  (or --email of somebody of its team)
                  all about one; lets nobody of it in, at once; lets them in again
  tenants extend-trial --name "Acme Telephony" --days 14
                  days on top of what is left of its trial
  domain list --name "Acme Telephony"
                  the tenant's own domains, and how each does
  domain add|remove --name "Acme Telephony" --host portal.acme.example
                  claims a domain, which DNS then has to prove; takes one away at once
  domain prove --name "Acme Telephony" --host portal.acme.example --primary yes|no
                  makes it live without asking DNS; with yes, links in mails lead there
  member password --email olivia@example.com
                  gives a member a new password, and ends their sessions
  audit verify    whether the trail of every tenant is whole, or of one (--name, --email): what is missing,
                  changed or moved, and where; then the exit code is 1. It prints the head: written down
                  elsewhere and given again as --head 120:Xw3k..., it tells also an older copy put back
  keys rotate     seals every secret in the database anew under the highest number of DATA_KEYS
  migrate         brings the database up to date, as every start of the portal does

Secrets are never options: others on the machine can read those. They are asked for without echo,
or taken from KAZOO_SECRET and PORTAL_PASSWORD in the environment, or, where there is no terminal,
from the lines of standard input in this order. An empty password for an owner or member
means: make one, and print it once.

Exit codes: 0 done, 1 refused, 2 not understood, 3 Postgres or Kazoo is in trouble.`
}
