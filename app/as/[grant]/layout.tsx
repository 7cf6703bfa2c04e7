export { default } from '../../(portal)/layout.tsx'
