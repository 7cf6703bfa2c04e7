import createNextIntlPlugin from 'next-intl/plugin'
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js'

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  reactCompiler: true,
  // `npm test` checks the types of the whole house once; building need not do it again.
  typescript: { ignoreBuildErrors: true },
  typedRoutes: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // No optimizer: it would fetch what it is told to (docs/security.md row 19).
  images: { unoptimized: true },
  // Native and worker code stays outside the bundle.
  serverExternalPackages: [
    '@node-rs/argon2',
    'pg',
    'pino',
    'ioredis',
    'undici',
    'nodemailer',
    '@react-email/components',
    '@react-email/render',
  ],
}

// The catalogue is compiled while building: no browser gets a message parser.
const withWords = createNextIntlPlugin({
  requestConfig: './lib/web/i18n-request.ts',
  experimental: {
    messages: { path: './lib/i18n', format: 'json', locales: ['en', 'de', 'es', 'fr'], precompile: true },
  },
})

/**
 * Pages of the gallery (`page.gallery.tsx`) are pages in development and in the build that tests walk:
 * decision 145.
 */
export default (/** @type {string} */ phase) => {
  const gallery = phase === PHASE_DEVELOPMENT_SERVER || process.env.PORTAL_GALLERY === '1'
  return withWords({ ...config, pageExtensions: [...(gallery ? ['gallery.tsx'] : []), 'tsx', 'ts'] })
}
