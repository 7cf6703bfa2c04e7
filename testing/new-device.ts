// The form of a new device with only its type chosen.

/** A desk phone without a name, unless a test overrides it. */
export const NEW_DEVICE = {
  type: 'sip_device',
  macAddress: '',
  owner: '',
  sipUsername: '',
  sipPassword: null,
  forwardNumber: '',
}
