// The English catalogue: the one the others are measured against, and the source of every key.
import accounts from './en/accounts.json'
import acting from './en/acting.json'
import audit from './en/audit.json'
import brand from './en/brand.json'
import connection from './en/connection.json'
import customer from './en/customer.json'
import devices from './en/devices.json'
import domains from './en/domains.json'
import form from './en/form.json'
import frame from './en/frame.json'
import mail from './en/mail.json'
import members from './en/members.json'
import outage from './en/outage.json'
import own from './en/own.json'
import problem from './en/problem.json'
import rules from './en/rules.json'
import said from './en/said.json'
import schema from './en/schema.json'
import signIn from './en/signIn.json'
import table from './en/table.json'
import trial from './en/trial.json'
import ui from './en/ui.json'
import users from './en/users.json'

export const en = {
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
