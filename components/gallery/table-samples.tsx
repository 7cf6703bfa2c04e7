import { DeviceTable } from '../devices/device-table.tsx'
import { save } from './sample-actions.ts'
import type { Samples } from './samples.ts'
import { account, devices, wholeList } from './sample-data.ts'

const usual = { compact: false, hidden: [] }
const compact = { compact: true, hidden: ['owner', 'type'] }

export const tables: Samples = {
  '2,000 rows, filtered in the browser': () => (
    <DeviceTable account={`${account.id} whole`} list={wholeList(2000)} display={usual} reboot={save} />
  ),
  'A page of the server’s, rows close together, two columns left out': () => (
    <DeviceTable account={account.id} list={{ ...devices(7), total: 7 }} display={compact} />
  ),
  'No rows': () => <DeviceTable account={account.id} list={devices(0)} display={usual} />,
  'No row matches': () => <DeviceTable account={account.id} list={devices(0, 'zebra')} display={usual} />,
}
