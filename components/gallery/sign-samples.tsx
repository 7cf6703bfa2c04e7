import { DEVICE_STATES } from '../../lib/views/device-state.ts'
import { DeviceStateLabel } from '../devices/device-state-label.tsx'
import { ThemeSwitch } from '../shell/theme-switch.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { Facts } from '../ui/facts.tsx'
import { Shortcut } from '../ui/shortcut.tsx'
import { LocalTime } from '../ui/local-time.tsx'
import { StatusDot } from '../ui/status-dot.tsx'
import type { Samples } from './samples.ts'

const NAMES = ['Maren Okonjo', 'Harbour Telecom', 'Åsa Berg', 'Ali Rahimi', '李小龙', 'x']

export const signs: Samples = {
  Badges: () => (
    <div className="flex flex-wrap gap-2">
      {(['neutral', 'accent', 'good', 'warn', 'bad'] as const).map((tone) => (
        <Badge key={tone} tone={tone}>
          {tone}
        </Badge>
      ))}
    </div>
  ),
  'States of a thing': () => (
    <div className="flex flex-wrap gap-4 text-sm">
      <StatusDot on>Turned on</StatusDot>
      <StatusDot on={false}>Turned off</StatusDot>
      <StatusDot on={null}>Not asked</StatusDot>
    </div>
  ),
  'States of a device': () => (
    <div className="flex flex-wrap gap-4 text-sm">
      {DEVICE_STATES.map((state) => (
        <DeviceStateLabel key={state} state={state} />
      ))}
    </div>
  ),
  'Users and companies': () => (
    <div className="flex flex-wrap gap-4 text-sm">
      {NAMES.map((name, index) => (
        <span key={name} className="inline-flex items-center gap-2">
          <Avatar name={name} size={index === 0 ? 'large' : 'small'} />
          {name}
        </span>
      ))}
    </div>
  ),
  Keys: () => (
    <div className="flex flex-wrap gap-4">
      <Shortcut keys="Mod+K" />
      <Shortcut keys="Shift+Alt+P" />
      <Shortcut keys="/" />
    </div>
  ),
  Theme: () => <ThemeSwitch />,
  Facts: () => (
    <Facts
      facts={[
        { name: 'Realm', value: 'lindqvist.sip.harbourtel.example' },
        { name: 'Created', value: <LocalTime at="2024-03-11T08:30:00Z" /> },
      ]}
    />
  ),
}
