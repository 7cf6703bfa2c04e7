import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** The product mark. */
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

/** The product's mark and name, for pages without a brand. */
export function Product(): ReactNode {
  const t = useTranslations('problem')
  return (
    <p className="flex items-center gap-2.5 text-base font-semibold">
      <ProductMark className="size-7" />
      {t('product')}
    </p>
  )
}
