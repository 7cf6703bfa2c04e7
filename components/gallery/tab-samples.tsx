import { Breadcrumbs } from '../shell/breadcrumbs.tsx'
import { LinkTabs } from '../ui/link-tabs.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { Tabs } from '../ui/tabs.tsx'
import type { Samples } from './samples.ts'
import { breadcrumbs } from './sample-data.ts'

export const tabs: Samples = {
  'Where this is': () => <Breadcrumbs accounts={breadcrumbs} />,
  'Pages of one thing': () => (
    <LinkTabs
      label="Account"
      tabs={[
        { href: '/', title: 'Overview', current: false },
        { href: '/?part=devices', title: 'Devices', current: true, count: 2031 },
        { href: '/sign-in', title: 'Users', current: false, count: 0 },
      ]}
    />
  ),
  'Sheets of one page': () => (
    <Tabs
      label="Device"
      tabs={[
        { value: 'general', title: 'General', panel: <p>Name, type and owner.</p> },
        { value: 'sip', title: 'SIP', panel: <p>How it registers.</p> },
        { value: 'caller-id', title: 'Caller ID', panel: <p>Who it says it is.</p> },
      ]}
    />
  ),
  'Pages of a list': () => (
    <>
      <Pagination page={2} pages={41} first={51} last={100} count={2031} hrefOf={(page) => `?page=${page}`} />
      <Pagination page={1} pages={1} first={1} last={7} count={7} hrefOf={(page) => `?page=${page}`} />
    </>
  ),
}
