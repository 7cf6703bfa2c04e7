import type { Walk } from './walk.ts'

/** The brand: saved, refused, and an invalid colour. */
export async function changeBrand({ capture, go, submit, fill }: Walk): Promise<void> {
  for (const path of ['/brand?done=published', '/brand?refused=svg', '/brand/history', '/brand'])
    await go(path)
  await fill({ primary: 'no colour' })
  await submit('Save draft')
  await capture()
  await fill({ primary: '#0b3d91' })
  await submit('Save draft')
  await capture()
}

/** Domains: an invalid one, one that waits for its DNS, one without a claim. */
export async function addDomains({ page, script, capture, go, submit, fill }: Walk): Promise<void> {
  await go('/brand/domains/new')
  await fill({ host: 'localhost' })
  await submit('Add')
  await capture()
  await fill({ host: `tour-${script}.acme.example` })
  await submit('Add')
  await page.waitForURL(/\/brand\/domains\/tour-/)
  await capture()
  for (const path of ['/brand/domains', '/brand/domains/nowhere.example.com']) await go(path)
}
