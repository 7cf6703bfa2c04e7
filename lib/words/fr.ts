// The French catalogue.
import accounts from './fr/accounts.json'
import acting from './fr/acting.json'
import audit from './fr/audit.json'
import brand from './fr/brand.json'
import connection from './fr/connection.json'
import customer from './fr/customer.json'
import devices from './fr/devices.json'
import domains from './fr/domains.json'
import form from './fr/form.json'
import frame from './fr/frame.json'
import mail from './fr/mail.json'
import members from './fr/members.json'
import outage from './fr/outage.json'
import own from './fr/own.json'
import problem from './fr/problem.json'
import rules from './fr/rules.json'
import said from './fr/said.json'
import schema from './fr/schema.json'
import signIn from './fr/signIn.json'
import table from './fr/table.json'
import trial from './fr/trial.json'
import ui from './fr/ui.json'
import users from './fr/users.json'

export const fr = {
  accounts,
  acting,
  audit,
  brand,
  connection,
  customer,
  devices,
  domains,
  form,
  frame,
  mail,
  members,
  outage,
  own,
  problem,
  rules,
  said,
  schema,
  signIn,
  table,
  trial,
  ui,
  users,
}
