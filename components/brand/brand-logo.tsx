import type { ReactNode } from 'react'
import type { BrandTheme } from '../../lib/views/brand.ts'
import { ProductMark } from '../shell/product.tsx'
import { classNames } from '../ui/class-names.ts'

type Props = { brand: Pick<BrandTheme, 'name' | 'images'>; large?: boolean }

/** The header image and name of a brand. A wide image usually contains the name and is shown alone. */
export function BrandLogo({ brand: { name, images }, large = false }: Props): ReactNode {
  const { header } = images
  const lettering = header !== null && header.width > header.height * 2
  return (
    <>
      {header === null ? (
        <ProductMark className={large ? 'size-7' : 'size-6'} />
      ) : (
        <img
          src={header.src}
          width={header.width}
          height={header.height}
          alt={lettering ? name : ''}
          className={classNames('w-auto shrink-0', large ? 'h-9 max-w-60' : 'h-7 max-w-40', 'object-contain')}
        />
      )}
      {!lettering && <span className="truncate font-semibold">{name}</span>}
    </>
  )
}
