let pressed = false
if (typeof window !== 'undefined') {
  addEventListener('pointerdown', () => (pressed = true), true)
  for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => (pressed = false), true)
}

/**
 * Resolves when no pointer is pressed and the click that follows is handled. A message that appears when a
 * field loses the focus would otherwise move the button away from the pointer that is pressing it.
 */
export async function waitForPointerUp(): Promise<void> {
  if (!pressed) return
  await new Promise<void>((done) => {
    // After the click that follows the release.
    const over = () => setTimeout(done)
    for (const end of ['pointerup', 'pointercancel'])
      addEventListener(end, over, { once: true, capture: true })
  })
}
