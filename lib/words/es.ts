// The Spanish catalogue.
import accounts from './es/accounts.json'
import acting from './es/acting.json'
import audit from './es/audit.json'
import brand from './es/brand.json'
import connection from './es/connection.json'
import customer from './es/customer.json'
import devices from './es/devices.json'
import domains from './es/domains.json'
import form from './es/form.json'
import frame from './es/frame.json'
import mail from './es/mail.json'
import members from './es/members.json'
import outage from './es/outage.json'
import own from './es/own.json'
import problem from './es/problem.json'
import rules from './es/rules.json'
import said from './es/said.json'
import schema from './es/schema.json'
import signIn from './es/signIn.json'
import table from './es/table.json'
import trial from './es/trial.json'
import ui from './es/ui.json'
import users from './es/users.json'

export const es = {
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
