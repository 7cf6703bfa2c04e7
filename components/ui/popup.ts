/**
 * The look of what opens above a page. The border is there for forced colours, which take the shadow away; `--transform-origin` and
 * `--available-*` are given by Base UI.
 */
export const POPUP =
  'origin-(--transform-origin) rounded-lg border border-transparent bg-raised text-sm text-ink shadow-float transition-[opacity,scale] data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0'

/** Dims the page behind a question. */
export const BACKDROP =
  'fixed inset-0 z-30 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0'
