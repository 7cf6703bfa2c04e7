// What the form of a new device sends when only its kind was chosen.

/** A desk phone without a name, unless a story says otherwise. */
export const NEW_DEVICE = {
  type: 'sip_device',
  macAddress: '',
  owner: '',
  sipUsername: '',
  sipPassword: null,
  forwardNumber: '',
}
