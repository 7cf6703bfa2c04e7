export { default, generateMetadata } from '../../(portal)/layout.tsx'
