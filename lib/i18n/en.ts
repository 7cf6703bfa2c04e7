// The English catalogue: the one that the others are compared with, and the source of every key.
import accounts from './en/accounts.json'
import impersonation from './en/impersonation.json'
import audit from './en/audit.json'
import brand from './en/brand.json'
import connection from './en/connection.json'
import customer from './en/customer.json'
import devices from './en/devices.json'
import customDomains from './en/customDomains.json'
import form from './en/form.json'
import shell from './en/shell.json'
import mail from './en/mail.json'
import members from './en/members.json'
import outage from './en/outage.json'
import selfService from './en/selfService.json'
import problem from './en/problem.json'
import rules from './en/rules.json'
import messages from './en/messages.json'
import schema from './en/schema.json'
import settings from './en/settings.json'
import signIn from './en/signIn.json'
import table from './en/table.json'
import orphans from './en/orphans.json'
import trial from './en/trial.json'
import ui from './en/ui.json'
import unopenable from './en/unopenable.json'
import users from './en/users.json'

export const en = {
  accounts,
  impersonation,
  audit,
  brand,
  connection,
  customer,
  devices,
  customDomains,
  form,
  shell,
  mail,
  members,
  outage,
  selfService,
  problem,
  rules,
  messages,
  schema,
  settings,
  signIn,
  table,
  orphans,
  trial,
  ui,
  unopenable,
  users,
}
