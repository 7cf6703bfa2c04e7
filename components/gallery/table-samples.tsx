import { DeviceTable } from '../devices/device-table.tsx'
import { save } from './sample-actions.ts'
import type { Samples } from './samples.ts'
import { account, devices, viewer, wholeList } from './sample-data.ts'

const usual = { compact: false, hidden: [] }
const compact = { compact: true, hidden: ['owner', 'type'] }

const may = viewer.may
const rowActions = { rename: save, enable: save, reboot: save, remove: save }

export const tables: Samples = {
  '2,000 rows, filtered in the browser': () => (
    <DeviceTable
      account={`${account.id} whole`}
      list={wholeList(2000)}
      display={usual}
      {...{ may, rowActions }}
    />
  ),
  'A page of the server’s, rows close together, two columns left out': () => (
    <DeviceTable
      account={account.id}
      list={{ ...devices(7), total: 7 }}
      display={compact}
      may={[]}
      rowActions={rowActions}
    />
  ),
  'No rows': () => (
    <DeviceTable account={account.id} list={devices(0)} display={usual} {...{ may, rowActions }} />
  ),
  'No row matches': () => (
    <DeviceTable account={account.id} list={devices(0, 'zebra')} display={usual} {...{ may, rowActions }} />
  ),
}
