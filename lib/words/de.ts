// The German catalogue.
import accounts from './de/accounts.json'
import acting from './de/acting.json'
import audit from './de/audit.json'
import brand from './de/brand.json'
import connection from './de/connection.json'
import customer from './de/customer.json'
import devices from './de/devices.json'
import domains from './de/domains.json'
import form from './de/form.json'
import frame from './de/frame.json'
import mail from './de/mail.json'
import members from './de/members.json'
import outage from './de/outage.json'
import own from './de/own.json'
import problem from './de/problem.json'
import rules from './de/rules.json'
import said from './de/said.json'
import schema from './de/schema.json'
import signIn from './de/signIn.json'
import table from './de/table.json'
import trial from './de/trial.json'
import ui from './de/ui.json'
import users from './de/users.json'

export const de = {
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
