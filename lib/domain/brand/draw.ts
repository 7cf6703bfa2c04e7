// Draws the images of a brand from an upload: decoded within limits, turned upright, cropped, and encoded
// again without metadata.
import 'server-only'
import sharp, { type Sharp } from 'sharp'
import { imageOf, type ImageDraft } from '../../store/brand-images.ts'
import type { HeaderRef, ImageRef } from '../../store/brands.ts'
import type { IconPart } from '../../views/brand.ts'
import { ICON_SIZES } from '../../views/brand.ts'
import type { Crop } from '../../views/brand-form.ts'
import { validateImage, refusedImage } from './validate-image.ts'

const MOST_PIXELS = 25_000_000
const LONGEST_SIDE = 10_000
const DECODING_SECONDS = 10
/** The size on screen at double density: the sign-in image covers half a screen, the header is 28 high. */
const SIGN_IN = { width: 1_600, height: 1_600 }
const HEADER = { width: 560, height: 84 }
const MAIL = { width: 400, height: 72 }
/** Apple fills transparent pixels with black. */
const APPLE = 180
const NOTHING = { r: 0, g: 0, b: 0, alpha: 0 }

// Of all formats that libvips reads, only three are allowed; no cache of uploaded images, and one core for
// each.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.cache(false)
sharp.concurrency(1)

/** The images to store, and the brand's reference to them. */
export type Drawn<Ref> = { ref: Ref; images: ImageDraft[] }

/**
 * The image beside the sign-in form.
 * @throws Rejected at `image`
 */
export async function drawSignIn(bytes: Buffer, crop: Crop | null): Promise<Drawn<ImageRef>> {
  return drawing(async () => {
    const upright = await cut(bytes, crop)
    const webp = await asWebp(
      sharp(upright).resize({ ...SIGN_IN, fit: 'inside', withoutEnlargement: true }),
      80,
    )
    return { ref: webp.ref, images: [webp.image] }
  })
}

/**
 * The image in the header of pages, with the icons and the mail logo drawn from it.
 * @throws Rejected at `image`
 */
export async function drawHeader(
  bytes: Buffer,
  crop: Crop | null,
  part: IconPart,
): Promise<Drawn<HeaderRef>> {
  return drawing(async () => {
    const upright = await cut(bytes, crop)
    const header = await asWebp(
      sharp(upright).resize({ ...HEADER, fit: 'inside', withoutEnlargement: true }),
      90,
    )
    const mail = await asPng(sharp(upright).resize({ ...MAIL, fit: 'inside', withoutEnlargement: true }))
    const square = await squareOf(upright, part)
    const [tab, apple, small, large] = await Promise.all(ICON_SIZES.map((size) => icon(square, size)))
    if (!tab || !apple || !small || !large) throw new Error('an icon is missing')
    const icons = { 32: tab.hash, 180: apple.hash, 192: small.hash, 512: large.hash }
    return {
      ref: { ...header.ref, icons, mail: mail.ref },
      images: [header.image, mail.image, tab, apple, small, large],
    }
  })
}

/** One image at a time in this process: decoding a large one takes 100 MB. */
let last: Promise<unknown> = Promise.resolve()

async function drawing<T>(draw: () => Promise<T>): Promise<T> {
  const result = last.then(draw)
  last = result.catch(() => undefined)
  return result
}

/** The image, upright and cropped, in memory, without loss. */
async function cut(bytes: Buffer, crop: Crop | null): Promise<Buffer> {
  validateImage(bytes)
  const { width, height } = await measured(bytes)
  if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS)
    throw refusedImage('pixels')
  try {
    const upright = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
      .timeout({ seconds: DECODING_SECONDS })
      .autoOrient()
    // A camera's width may be the height of the upright image, so the crop is a second step.
    const { data, info } = await upright.png({ compressionLevel: 1 }).toBuffer({ resolveWithObject: true })
    if (crop === null) return data
    return await sharp(data).extract(withinImage(crop, info)).png({ compressionLevel: 1 }).toBuffer()
  } catch {
    throw refusedImage('broken')
  }
}

/** The size in the file's header; nothing is decoded. */
async function measured(bytes: Buffer): Promise<{ width: number; height: number }> {
  try {
    return await sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata()
  } catch {
    throw refusedImage('broken')
  }
}

function withinImage({ left, top, width, height }: Crop, whole: { width: number; height: number }) {
  const x = Math.min(Math.round(left * whole.width), whole.width - 1)
  const y = Math.min(Math.round(top * whole.height), whole.height - 1)
  return {
    left: x,
    top: y,
    width: Math.max(1, Math.min(Math.round(width * whole.width), whole.width - x)),
    height: Math.max(1, Math.min(Math.round(height * whole.height), whole.height - y)),
  }
}

/** The part for the icon, as a square. */
async function squareOf(upright: Buffer, part: IconPart): Promise<Buffer> {
  const { width, height } = await sharp(upright).metadata()
  const side = Math.min(width, height)
  if (part === 'whole') {
    const fit = { width: 512, height: 512, fit: 'contain', background: NOTHING } as const
    return sharp(upright).resize(fit).png().toBuffer()
  }
  const left = part === 'start' ? 0 : Math.floor((width - side) / 2)
  const top = part === 'start' ? 0 : Math.floor((height - side) / 2)
  return sharp(upright).extract({ left, top, width: side, height: side }).png().toBuffer()
}

async function icon(square: Buffer, size: number): Promise<ImageDraft> {
  const drawn = sharp(square).resize(size, size)
  return imageOf(
    'image/png',
    await (size === APPLE ? drawn.flatten({ background: '#ffffff' }) : drawn).png().toBuffer(),
  )
}

async function asWebp(drawn: Sharp, quality: number) {
  return refOf(
    'image/webp',
    await drawn
      .webp({ quality, alphaQuality: 90, smartSubsample: true })
      .toBuffer({ resolveWithObject: true }),
  )
}

async function asPng(drawn: Sharp) {
  return refOf('image/png', await drawn.png({ compressionLevel: 9 }).toBuffer({ resolveWithObject: true }))
}

function refOf(
  type: ImageDraft['type'],
  { data, info }: { data: Buffer; info: { width: number; height: number } },
) {
  const image = imageOf(type, data)
  return { image, ref: { hash: image.hash, width: info.width, height: info.height } satisfies ImageRef }
}
