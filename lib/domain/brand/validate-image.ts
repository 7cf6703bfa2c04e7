// Validates an uploaded image by its bytes, before it is decoded (docs/security.md row 19).
import 'server-only'
import { Rejected } from '../../errors.ts'
import type { ImageFault } from '../../views/brand.ts'

/** The maximum size of an image, in bytes. */
export const LARGEST_IMAGE = 5 * 1024 * 1024

type Kind = 'png' | 'jpeg' | 'webp'

const PNG = Buffer.from('89504e470d0a1a0a', 'hex')

/** The refusal of an image, at the field `image`. */
export function refusedImage(fault: ImageFault): Rejected {
  return new Rejected({ image: `messages.brand.image.${fault}` })
}

/**
 * The format of `bytes`, which must be one still image and nothing else.
 * @throws Rejected at `image`, with a message for each fault
 */
export function validateImage(bytes: Buffer): Kind {
  if (bytes.length === 0) throw refusedImage('missing')
  if (bytes.length > LARGEST_IMAGE) throw refusedImage('large')
  const kind = kindOf(bytes)
  if (kind === null) throw refusedImage(looksLikeSvg(bytes) ? 'svg' : 'other')
  const end = { png: endOfPng, jpeg: endOfJpeg, webp: endOfWebp }[kind](bytes)
  if (end === 'animated' || end === 'truncated') throw refusedImage(end)
  // A phone's photo may embed further images after its end (a preview, a gain map): they are dropped.
  // Anything else is two files in one.
  const rest = bytes.subarray(end)
  if (rest.length > 0 && !(kind === 'jpeg' && isJpeg(rest))) throw refusedImage('polyglot')
  return kind
}

function kindOf(bytes: Buffer): Kind | null {
  if (bytes.subarray(0, 8).equals(PNG)) return 'png'
  if (isJpeg(bytes)) return 'jpeg'
  return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
    ? 'webp'
    : null
}

function isJpeg(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
}

function looksLikeSvg(bytes: Buffer): boolean {
  // `\s` matches a byte order mark; naming it again would make a text of such marks match in 2^n ways.
  return /^\s*<(?:\?xml|!--|!doctype svg)[^]*<svg|^\s*<svg/i.test(bytes.toString('utf8', 0, 4_096))
}

type End = number | 'animated' | 'truncated'

/** Chunk by chunk to IEND (PNG, section 5.3); `acTL` makes it an animation. */
function endOfPng(bytes: Buffer): End {
  let at = 8
  while (at + 12 <= bytes.length) {
    const next = at + 12 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (next > bytes.length) return 'truncated'
    if (type === 'acTL') return 'animated'
    if (type === 'IEND') return next
    at = next
  }
  return 'truncated'
}

/**
 * Segment by segment to EOI (ITU T.81, B.1): scan data lasts until a marker that is neither a stuffed byte
 * nor a restart.
 */
function endOfJpeg(bytes: Buffer): End {
  let at = 2
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff || marker === 0x00 || (marker >= 0xd0 && marker <= 0xd7)) at += 1
    else if (marker === 0xff || marker === 0x01) at += 1
    else if (marker === 0xd9) return at + 2
    else if (at + 4 > bytes.length) return 'truncated'
    else at += 2 + bytes.readUInt16BE(at + 2)
  }
  return 'truncated'
}

/**
 * RIFF states its own length (WebP container, "Extended File Format"); an ANIM chunk makes it an animation.
 */
function endOfWebp(bytes: Buffer): End {
  if (bytes.length < 12) return 'truncated'
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length) return 'truncated'
  for (let at = 12; at + 8 <= end;) {
    const type = bytes.toString('latin1', at, at + 4)
    if (type === 'ANIM' || type === 'ANMF') return 'animated'
    const size = bytes.readUInt32LE(at + 4)
    at += 8 + size + (size % 2)
  }
  return end
}
