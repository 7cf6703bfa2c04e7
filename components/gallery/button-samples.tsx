import { Copy, Pencil, Plus, Trash2 } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import type { Samples } from './samples.ts'

const WEIGHTS = ['primary', 'plain', 'quiet', 'danger'] as const
const SIZES = ['normal', 'small'] as const

export const buttons: Samples = {
  Buttons: () => (
    <div className="space-y-3">
      {SIZES.flatMap((size) =>
        WEIGHTS.map((weight) => (
          <div key={`${size} ${weight}`} className="flex flex-wrap gap-2">
            <Button weight={weight} size={size}>
              <Plus aria-hidden="true" />
              {weight}
            </Button>
            <Button weight={weight} size={size} pending>
              Pending
            </Button>
            <Button weight={weight} size={size} disabled>
              Disabled
            </Button>
          </div>
        )),
      )}
    </div>
  ),
  'Links that look like buttons': () => (
    <div className="flex flex-wrap gap-2">
      {WEIGHTS.map((weight) => (
        <LinkButton key={weight} href="/" weight={weight}>
          {weight}
        </LinkButton>
      ))}
      <LinkButton href="/" size="small">
        small
      </LinkButton>
    </div>
  ),
  'Buttons of an icon': () => (
    <div className="flex flex-wrap items-center gap-2">
      <IconButton label="Edit">
        <Pencil aria-hidden="true" />
      </IconButton>
      <IconButton label="Delete" disabled>
        <Trash2 aria-hidden="true" />
      </IconButton>
      <IconButton label="Duplicate" size="small">
        <Copy aria-hidden="true" />
      </IconButton>
      <CopyButton text="ref_7Q2M-41KD" label="Copy reference" />
    </div>
  ),
}
