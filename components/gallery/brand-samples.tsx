import type { ReactNode } from 'react'
import { brandColours, type BrandColours } from '../../lib/views/brand-colours.ts'
import { ProductMark } from '../shell/product.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import type { Samples } from './samples.ts'

const BRANDS: Record<string, BrandColours> = {
  Harbour: { primary: '#0b3d91', accent: '#1565c0' },
  Canary: { primary: '#ffe600', accent: '#ffd21f' },
  Orchid: { primary: '#7b1e5c', accent: '#f2b8e0' },
}

/** Three brands, one of them with colours that need adjusting. */
export const brands: Samples = Object.fromEntries(
  Object.entries(BRANDS).map(([name, colours]) => [name, () => <Brand {...colours} />]),
)

function Brand(colours: BrandColours): ReactNode {
  const { properties, adjusted } = brandColours(colours)
  return (
    <div style={properties} className="space-y-3 text-sm">
      <div className="flex flex-wrap items-center gap-3">
        <ProductMark />
        <Button weight="primary">Save changes</Button>
        <a href="#top" className="text-accent-ink underline underline-offset-2">
          A link
        </a>
        <Badge tone="accent">Custom</Badge>
        <input type="checkbox" defaultChecked aria-label="On" className="switch" />
      </div>
      <ul className="monospace text-xs text-ink-soft">
        {adjusted.map(({ theme, from, to }) => (
          <li key={theme}>
            accent {from} would not be seen in {theme}: {to}
          </li>
        ))}
      </ul>
    </div>
  )
}
