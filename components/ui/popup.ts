/**
 * The classes of popups and dialogs. The transparent border becomes visible in forced colours, where the
 * shadow does not; Base UI sets `--transform-origin` and `--available-*`.
 */
export const POPUP =
  'origin-(--transform-origin) rounded-lg border border-transparent bg-raised text-sm text-ink shadow-float transition-[opacity,scale] data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0'

/** The classes of the backdrop behind a dialog. */
export const BACKDROP =
  'fixed inset-0 z-30 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0'
