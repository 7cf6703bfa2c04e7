// Lets plain Node run what the build bundles: JSON without an attribute, files with markup, and modules of
// Next by their bare names. For tests that need a process of their own to kill.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from '@swc/core'
import './react-for-mails.mjs'

const OURS = /\/lib\/.*\.(json|tsx)$/
const MARKUP = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true },
    target: 'es2024',
    transform: { react: { runtime: 'automatic' } },
  },
}

registerHooks({
  resolve(specifier, context, next) {
    return next(/^next\/\w+$/.test(specifier) ? `${specifier}.js` : specifier, context)
  },
  load(url, context, next) {
    const [, kind] = (url.startsWith('file:') && !url.includes('/node_modules/') && OURS.exec(url)) || []
    if (kind === undefined) return next(url, context)
    const text = readFileSync(fileURLToPath(url), 'utf8')
    const source = kind === 'json' ? `export default ${text}` : transformSync(text, MARKUP).code
    return { format: 'module', shortCircuit: true, source }
  },
})
