/** Marks a form with unsaved input, for its save key and for the style sheet. */
export const UNSAVED = 'data-unsaved'
