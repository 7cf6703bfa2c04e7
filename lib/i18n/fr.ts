// The French catalogue.
import accounts from './fr/accounts.json'
import impersonation from './fr/impersonation.json'
import audit from './fr/audit.json'
import brand from './fr/brand.json'
import connection from './fr/connection.json'
import customer from './fr/customer.json'
import devices from './fr/devices.json'
import customDomains from './fr/customDomains.json'
import form from './fr/form.json'
import shell from './fr/shell.json'
import mail from './fr/mail.json'
import members from './fr/members.json'
import outage from './fr/outage.json'
import selfService from './fr/selfService.json'
import problem from './fr/problem.json'
import rules from './fr/rules.json'
import messages from './fr/messages.json'
import schema from './fr/schema.json'
import settings from './fr/settings.json'
import signIn from './fr/signIn.json'
import table from './fr/table.json'
import orphans from './fr/orphans.json'
import trial from './fr/trial.json'
import ui from './fr/ui.json'
import unopenable from './fr/unopenable.json'
import users from './fr/users.json'

export const fr = {
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
