// Reads the name of a phone out of what it calls itself when it registers.

/** The version, and everything after it: ` 96.86.0.75`, `/11.3.4_0004f2ab7efd`, ` V2.0.4`. */
const FIRMWARE = /[\s/_-]*(?:v(?=\d))?\d+(?:\.\d+)+.*$/iu

/** How makers write their own names and models, and how people do. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^PolycomSoundPointIP-SPIP_(\w+)-UA$/, 'Polycom SoundPoint IP $1'],
  [/^PolycomSoundStationIP-SSIP_(\w+)-UA$/, 'Polycom SoundStation IP $1'],
  [/^Polycom\w*-(\w+)-UA$/, 'Polycom $1'],
  [/^Cisco-CP-(\w+?)(?:-3PCC)?$/, 'Cisco $1'],
  [/^Yealink SIP-/, 'Yealink '],
  [/^snom\s*/i, 'Snom '],
  [/^OBIHAI\//, 'Obihai '],
  [/^([A-Z][a-z]+)[/-](?=\S)/, '$1 '],
]

/** The model as people say it: `Cisco-CP-8841-3PCC/11.3.4` is a `Cisco 8841`. */
export function modelName(agent: string): string {
  const bare = agent.replace(FIRMWARE, '').trim()
  const [pattern, spelling] = SPELLINGS.find(([each]) => each.test(bare)) ?? [/$/, '']
  return bare.replace(pattern, spelling).replaceAll('_', ' ') || agent
}
