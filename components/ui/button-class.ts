import { classNames } from './class-names.ts'

/** `danger` destroys something at once; `dangerOutline` leads to where that is confirmed. */
export type Weight = 'primary' | 'plain' | 'quiet' | 'danger' | 'dangerOutline'
export type Size = 'normal' | 'small'

const base =
  'relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none transition-colors aria-disabled:opacity-60 disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0'

const styles: Record<Weight, string> = {
  primary: 'border-accent-edge bg-accent text-on-accent shadow-panel hover:bg-accent-deep',
  plain:
    'border-line bg-raised text-ink shadow-panel hover:border-line-strong hover:bg-hover data-popup-open:border-line-strong data-popup-open:bg-hover',
  quiet:
    'border-transparent text-ink-soft hover:bg-hover hover:text-ink data-popup-open:bg-hover data-popup-open:text-ink',
  danger: 'border-transparent bg-bad-fill text-on-bad shadow-panel hover:bg-bad-deep',
  dangerOutline: 'border-bad/50 bg-raised text-bad shadow-panel hover:border-bad hover:bg-bad-soft',
}

const sizes: Record<Size, string> = {
  normal: 'min-h-control px-3 text-sm',
  small: 'min-h-6.5 px-2 text-xs pointer-coarse:min-h-control',
}

/** The classes of a button, for links and other elements that should look like one. */
export function buttonClass(weight: Weight = 'plain', className?: string, size: Size = 'normal'): string {
  return classNames(base, sizes[size], styles[weight], className)
}
