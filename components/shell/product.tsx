import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** The mark of the product: a line that runs through a wall and is tied off before it. */
export function ProductMark({ className = 'size-6' }: { className?: string }): ReactNode {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className}>
      <rect width="24" height="24" rx="6" className="fill-accent" />
      <path
        d="M5 15.5a5 5 0 0 1 5-5h4a5 5 0 0 0 5-5"
        fill="none"
        strokeWidth="2.25"
        strokeLinecap="round"
        className="stroke-on-accent"
      />
      <circle cx="5.5" cy="18.5" r="1.5" className="fill-on-accent" />
    </svg>
  )
}

/** Mark and name of the product, where nobody's brand is known. */
export function Product(): ReactNode {
  const t = useTranslations('problem')
  return (
    <p className="flex items-center gap-2.5 text-base font-semibold">
      <ProductMark className="size-7" />
      {t('product')}
    </p>
  )
}
