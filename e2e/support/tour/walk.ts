// Steps of a walk through the portal: where the page is, and how it records and sends.
import type { Page } from '@playwright/test'
import type { Recorder } from '../recorder.ts'
import { expectSaved } from '../steps.ts'
import type { TestEnvironment } from '../test-environment.ts'

export type Walk = {
  page: Page
  world: TestEnvironment
  script: boolean
  /** Records the contents of the page. */
  capture: () => Promise<void>
  /** Opens a page and records it. */
  go: (path: string) => Promise<void>
  /** Sends a form: the server answers, or the browser refuses and marks a field. */
  submit: (name: string | RegExp) => Promise<void>
  /** Types into the fields of these names. */
  fill: (values: Record<string, string>) => Promise<void>
  /** The address of the first link of this selector. */
  href: (selector: string) => Promise<string>
  /** Waits for the message that a form was saved. */
  saved: () => Promise<void>
}

export function startWalk(page: Page, world: TestEnvironment, recorder: Recorder, script: boolean): Walk {
  const capture = () => recorder.capture(page)
  return {
    page,
    world,
    script,
    capture,
    go: async (path) => {
      await page.goto(path)
      await capture()
    },
    submit: async (name) => {
      const answered = page.waitForResponse((response) => response.request().method() === 'POST')
      await page.getByRole('button', { name }).last().click()
      await Promise.race([
        answered.catch(() => undefined),
        page
          .locator('[aria-invalid=true]')
          .first()
          .waitFor()
          .catch(() => answered),
      ])
      await page.waitForLoadState()
    },
    fill: async (values) => {
      for (const [name, value] of Object.entries(values)) await page.locator(`[name=${name}]`).fill(value)
    },
    href: async (selector) => (await page.locator(selector).first().getAttribute('href')) ?? '',
    saved: () => expectSaved(page),
  }
}
