import { expect, test } from 'vitest'
import { modelName } from './model-name.ts'

test.each([
  ['Cisco-CP-8841-3PCC/11.3.4_0004f2ab7efd', 'Cisco 8841'],
  ['Cisco/SPA504G-7.6.2f', 'Cisco SPA504G'],
  ['Yealink SIP-T46U 108.86.0.20', 'Yealink T46U'],
  ['Yealink SIP-T21P_E2 52.84.0.125', 'Yealink T21P E2'],
  ['Yealink W60B 77.83.0.85', 'Yealink W60B'],
  ['PolycomVVX-VVX_411-UA/5.9.6.2327', 'Polycom VVX 411'],
  ['PolycomSoundPointIP-SPIP_335-UA/4.0.15.1009', 'Polycom SoundPoint IP 335'],
  ['PolycomSoundStationIP-SSIP_6000-UA/4.0.14.1580', 'Polycom SoundStation IP 6000'],
  ['snomD785/10.1.148.1', 'Snom D785'],
  ['snomM700/03.24.0013 (000413abcdef)', 'Snom M700'],
  ['Grandstream HT802 1.0.29.8', 'Grandstream HT802'],
  ['Htek UC926 V2.0.4.8.6 001fc1abcdef', 'Htek UC926'],
  ['Fanvil X4U 2.12.18 0c383eabcdef', 'Fanvil X4U'],
  ['N510 IP PRO/42.258.00.000.000;7c2f80abcdef', 'N510 IP PRO'],
  ['Panasonic-KX-HDV230/06.101 (080023abcdef)', 'Panasonic KX-HDV230'],
  ['OBIHAI/OBi202-3.2.2.5921', 'Obihai OBi202'],
  ['Bria Mobile iOS 6.12.1', 'Bria Mobile iOS'],
  ['Jitsi2.10.5550Windows 10', 'Jitsi'],
  ['MicroSIP/3.21.3', 'MicroSIP'],
  ['My own gateway', 'My own gateway'],
  ['1.2.3', '1.2.3'],
  ['', ''],
])('%s is shown as %s', (agent, name) => {
  expect(modelName(agent)).toBe(name)
})
