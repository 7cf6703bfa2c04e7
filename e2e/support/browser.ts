// The browser of all tests and screenshots: the system's own, without invisible features.
import type { LaunchOptions } from '@playwright/test'
import { findBrowser } from '../../scripts/programs.mjs'

// Playwright's own list, which ours would otherwise replace; and the toolbars that Chromium 15x draws as
// pages of their own for every window, visible or not: they took as much of the processor as the pages under
// test.
const SWITCHED_OFF = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
  'InitialWebUI',
  'PreloadTopChromeWebUI',
  'TabSearchPositionSetting',
  'TopChromeWebUIPreload',
  'WebUILocationBar',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
  'WebUIReloadButton',
  'WebUITabStrip',
  'WebUIToolbar',
  // A process for a page that may never be opened.
  'SpareRendererForSitePerProcess',
]

export const BROWSER = {
  executablePath: findBrowser() ?? 'chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-features=${SWITCHED_OFF.join(',')}`,
  ],
} satisfies LaunchOptions
