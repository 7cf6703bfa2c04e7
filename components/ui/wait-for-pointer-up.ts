let pressed = false
if (typeof window !== 'undefined') {
  addEventListener('pointerdown', () => (pressed = true), true)
  for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => (pressed = false), true)
}

/**
 * When no pointer is down, and the click of the last one is over. Whoever leaves a field by pressing a button must still find it under the pointer
 * when they let go: a sentence that appears in between would push it away.
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
