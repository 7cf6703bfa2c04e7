// The Spanish catalogue.
import accounts from './es/accounts.json'
import impersonation from './es/impersonation.json'
import audit from './es/audit.json'
import brand from './es/brand.json'
import connection from './es/connection.json'
import customer from './es/customer.json'
import devices from './es/devices.json'
import customDomains from './es/customDomains.json'
import form from './es/form.json'
import shell from './es/shell.json'
import mail from './es/mail.json'
import members from './es/members.json'
import outage from './es/outage.json'
import selfService from './es/selfService.json'
import problem from './es/problem.json'
import rules from './es/rules.json'
import messages from './es/messages.json'
import schema from './es/schema.json'
import settings from './es/settings.json'
import signIn from './es/signIn.json'
import table from './es/table.json'
import orphans from './es/orphans.json'
import trial from './es/trial.json'
import ui from './es/ui.json'
import unopenable from './es/unopenable.json'
import users from './es/users.json'

export const es = {
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
