// The German catalogue.
import accounts from './de/accounts.json'
import impersonation from './de/impersonation.json'
import audit from './de/audit.json'
import brand from './de/brand.json'
import connection from './de/connection.json'
import customer from './de/customer.json'
import devices from './de/devices.json'
import customDomains from './de/customDomains.json'
import form from './de/form.json'
import shell from './de/shell.json'
import mail from './de/mail.json'
import members from './de/members.json'
import outage from './de/outage.json'
import selfService from './de/selfService.json'
import problem from './de/problem.json'
import rules from './de/rules.json'
import messages from './de/messages.json'
import schema from './de/schema.json'
import settings from './de/settings.json'
import signIn from './de/signIn.json'
import table from './de/table.json'
import orphans from './de/orphans.json'
import trial from './de/trial.json'
import ui from './de/ui.json'
import unopenable from './de/unopenable.json'
import users from './de/users.json'

export const de = {
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
