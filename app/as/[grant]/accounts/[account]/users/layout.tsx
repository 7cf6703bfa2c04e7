export { default } from '../../../../../(portal)/accounts/[account]/users/layout.tsx'
