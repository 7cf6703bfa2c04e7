// Phones as they are sold: Kazoo's words for a model, the maker's address blocks (IEEE OUI) and what the
// phone calls itself in SIP.

export type Phone = {
  brand: string
  family: string
  model: string
  /** First six hex digits of its MAC addresses. */
  ouis: readonly [string, ...string[]]
  /** User-Agent header; `{mac}` stands for the twelve digits of the device's own address. */
  userAgent: string
}

const yealink = ['805ec0', '001565', '805e0c', '249ad8'] as const
const polycom = ['0004f2', '64167f'] as const
const grandstream = ['000b82', 'c074ad', 'ec74d7'] as const
const snom = ['000413'] as const
const fanvil = ['0c383e'] as const
const cisco = ['000e08', '00562b'] as const

function phone(brand: string, family: string, model: string, ouis: Phone['ouis'], userAgent: string): Phone {
  return { brand, family, model, ouis, userAgent }
}

export const deskPhones: readonly [Phone, ...Phone[]] = [
  phone('yealink', 't4x', 't46s', yealink, 'Yealink SIP-T46S 66.86.0.15'),
  phone('yealink', 't4x', 't42s', yealink, 'Yealink SIP-T42S 66.86.0.15'),
  phone('yealink', 't4x', 't48s', yealink, 'Yealink SIP-T48S 66.85.0.5'),
  phone('yealink', 't5x', 't54w', yealink, 'Yealink SIP-T54W 96.86.0.70'),
  phone('yealink', 't5x', 't57w', yealink, 'Yealink SIP-T57W 96.86.0.75'),
  phone('yealink', 't3x', 't33g', yealink, 'Yealink SIP-T33G 124.86.0.40'),
  phone('yealink', 't2x', 't21p_e2', yealink, 'Yealink SIP-T21P_E2 52.84.0.125'),
  phone('yealink', 'w60', 'w60b', yealink, 'Yealink W60B 77.83.0.85'),
  phone('yealink', 'cp', 'cp920', yealink, 'Yealink CP920 78.86.0.15'),
  phone('polycom', 'vvx', 'vvx411', polycom, 'PolycomVVX-VVX_411-UA/5.9.6.2327'),
  phone('polycom', 'vvx', 'vvx250', polycom, 'PolycomVVX-VVX_250-UA/6.4.3.5156'),
  phone('polycom', 'vvx', 'vvx601', polycom, 'PolycomVVX-VVX_601-UA/5.9.5.0614'),
  phone('polycom', 'spip', '335', polycom, 'PolycomSoundPointIP-SPIP_335-UA/4.0.15.1009'),
  phone('polycom', 'soundstation', '6000', polycom, 'PolycomSoundStationIP-SSIP_6000-UA/4.0.14.1580'),
  phone('grandstream', 'gxp', 'gxp2170', grandstream, 'Grandstream GXP2170 1.0.11.64'),
  phone('grandstream', 'gxp', 'gxp1625', grandstream, 'Grandstream GXP1625 1.0.7.13'),
  phone('grandstream', 'grp', 'grp2614', grandstream, 'Grandstream GRP2614 1.0.9.58'),
  phone('snom', '7xx', 'd785', snom, 'snomD785/10.1.148.1'),
  phone('snom', '7xx', 'd717', snom, 'snomD717/10.1.137.16'),
  phone('snom', 'm', 'm700', snom, 'snomM700/03.24.0013 ({mac})'),
  phone('cisco', 'spa5xx', 'spa504g', cisco, 'Cisco/SPA504G-7.6.2f'),
  phone('cisco', '8xxx', '8841', cisco, 'Cisco-CP-8841-3PCC/11.3.4_{mac}'),
  phone('fanvil', 'x', 'x4u', fanvil, 'Fanvil X4U 2.12.18 {mac}'),
  phone('fanvil', 'x', 'x7a', fanvil, 'Fanvil X7A 2.2.0.229 {mac}'),
  phone('htek', 'uc', 'uc926', ['001fc1'], 'Htek UC926 V2.0.4.8.6 {mac}'),
  phone('gigaset', 'dect', 'n510', ['7c2f80', '589ec6'], 'N510 IP PRO/42.258.00.000.000;{mac}'),
  phone('aastra', '68xx', '6867i', ['00085d'], 'Aastra 6867i/5.1.0.2056'),
  phone('panasonic', 'kx-hdv', 'kx-hdv230', ['080023'], 'Panasonic-KX-HDV230/06.101 ({mac})'),
]

export const adapters: readonly [Phone, ...Phone[]] = [
  phone('grandstream', 'ht', 'ht802', grandstream, 'Grandstream HT802 1.0.29.8'),
  phone('cisco', 'spa1xx', 'spa112', cisco, 'Cisco/SPA112-1.4.1SR5'),
  phone('obihai', 'obi', 'obi202', ['9cadef'], 'OBIHAI/OBi202-3.2.2.5921'),
  phone('algo', '8xxx', '8180', ['0022ee'], 'Algo-8180/4.2.1'),
]

export const softphones: readonly [string, ...string[]] = [
  'Bria 6.5.1 (Windows 10)',
  'Bria Mobile iOS 6.12.1',
  'Z 5.6.1 v2.10.19.9',
  'Zoiper v2.10.20.4_1',
  'MicroSIP/3.21.3',
  'LinphoneAndroid/4.6.14 (Galaxy S21) LinphoneSDK/5.1.60',
  'Groundwire/24.6.8 (iPhone; iOS 17.5)',
  'Telephone 1.6',
  'Jitsi2.10.5550Windows 10',
]

/** Maker and model: `Yealink T46S`. */
export function modelName(model: Phone): string {
  const brand = model.brand.charAt(0).toUpperCase() + model.brand.slice(1)
  return `${brand} ${model.model.toUpperCase().replaceAll('_', ' ')}`
}
