import { Inbox } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import type { Samples } from './samples.ts'

export const notices: Samples = {
  Notices: () => (
    <div className="space-y-2">
      <Notice tone="info">Changes reach the phones within a minute.</Notice>
      <Notice tone="success">Saved.</Notice>
      <Notice tone="warning" title="The trial ends in three days">
        Go live to keep working.
      </Notice>
      <Notice tone="error" title="Kazoo isn’t responding." reference="ref_7Q2M-41KD" />
    </div>
  ),
  'Nothing there': () => (
    <EmptyState icon={Inbox} title="Nothing here yet">
      What will be here, and how it gets here.
      <Button>Bring the first one</Button>
    </EmptyState>
  ),
  'Could not be shown': () => (
    <ErrorState title="The devices couldn’t be loaded" reference="ref_5T0C-88AZ">
      Kazoo isn’t responding. Try again in a minute.
      <Button>Try again</Button>
    </ErrorState>
  ),
  'On its way': () => <SkeletonRows rows={3} label="Loading devices" />,
}
