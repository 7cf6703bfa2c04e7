// Validates and redraws images: each bad file is refused with its own message; a good one keeps its pixels
// and nothing else.
import sharp from 'sharp'
import { crc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { Rejected } from '../../errors.ts'
import { drawHeader, drawSignIn } from './draw.ts'
import { validateImage } from './validate-image.ts'

const plain = (width = 80, height = 40) =>
  sharp({ create: { width, height, channels: 4, background: '#0b5fa5' } })
const png = () => plain().png().toBuffer()
const jpeg = () => plain().jpeg().toBuffer()
const webp = () => plain().webp().toBuffer()

/** A PNG whose header claims this size, with data for one line. */
async function oversizedPng(width: number, height: number): Promise<Buffer> {
  const bytes = Buffer.from(await png())
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
  return bytes
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

async function withChunk(made: Buffer): Promise<Buffer> {
  const bytes = await png()
  return Buffer.concat([bytes.subarray(0, 33), made, bytes.subarray(33)])
}

/** Two frames, as WebP. */
async function animatedWebp(): Promise<Buffer> {
  const frames = (await plain(20, 40).raw().toBuffer()).fill(255, 0, 20 * 20 * 4)
  return sharp(frames, { raw: { width: 20, height: 40, channels: 4, pageHeight: 20 } })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer()
}

async function refusal(bytes: Buffer): Promise<unknown> {
  try {
    await drawSignIn(bytes, null)
    return null
  } catch (error) {
    if (!(error instanceof Rejected)) throw error
    return error.fields['image']
  }
}

const SVG = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

describe('security row 19: a file that is no still image of an acceptable size is refused, each with its own message', () => {
  test.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['nothing', 'missing', () => Buffer.alloc(0)],
    ['an SVG', 'svg', () => Buffer.from(SVG)],
    ['an SVG after a comment', 'svg', () => Buffer.from(`<!-- a picture -->\n${SVG}`)],
    ['an SVG after a byte order mark', 'svg', () => Buffer.from(`\uFEFF\n${SVG}`)],
    // Refused at once: a pattern with two ways to match each mark would need minutes for these.
    ['36 byte order marks', 'other', () => Buffer.from('\uFEFF'.repeat(36))],
    ['HTML that is called a PNG', 'other', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a GIF', 'other', () => plain().gif().toBuffer()],
    ['a PDF', 'other', () => Buffer.from('%PDF-1.7\n')],
    ['40 MB', 'large', () => Buffer.alloc(40 * 1024 * 1024, 1)],
    ['30,000 by 30,000 pixels', 'pixels', () => oversizedPng(30_000, 30_000)],
    ['a line of 20,000 pixels', 'pixels', () => oversizedPng(20_000, 1)],
    [
      'a PNG with a page behind it',
      'polyglot',
      async () => Buffer.concat([await png(), Buffer.from('<script>alert(1)</script>')]),
    ],
    [
      'a JPEG with an archive behind it',
      'polyglot',
      async () => Buffer.concat([await jpeg(), Buffer.from('PK\u0003\u0004')]),
    ],
    [
      'a WebP with a page behind it',
      'polyglot',
      async () => Buffer.concat([await webp(), Buffer.from('<html>')]),
    ],
    ['half a PNG', 'truncated', async () => (await png()).subarray(0, -20)],
    ['half a JPEG', 'truncated', async () => (await jpeg()).subarray(0, -20)],
    ['half a WebP', 'truncated', async () => (await webp()).subarray(0, -20)],
    ['a PNG with a hole in it', 'broken', async () => (await png()).fill(0, 60, 90)],
    ['a PNG that moves', 'animated', () => withChunk(chunk('acTL', Buffer.alloc(8)))],
    ['a WebP that moves', 'animated', animatedWebp],
  ])('%s: %s', async (_what, key, make) => {
    expect(await refusal(await make())).toBe(`messages.brand.image.${key}`)
  })
})

test('security row 19: only PNG, JPEG and WebP are decoded in this process', async () => {
  for (const [what, bytes] of [
    ['an SVG', Buffer.from(SVG)],
    ['a GIF', await plain().gif().toBuffer()],
    ['a TIFF', await plain().tiff().toBuffer()],
    ['an AVIF', await plain().avif().toBuffer()],
  ] as const)
    await expect(sharp(bytes).metadata(), what).rejects.toThrow('unsupported image format')
  for (const bytes of [await png(), await jpeg(), await webp()])
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 80, height: 40 })
})

test('a stored image has no place or author of the photo, and is upright', async () => {
  const taken = await plain(80, 40)
    .jpeg()
    .withExif({
      IFD0: { Artist: 'Somebody', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 33/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  expect((await sharp(taken).metadata()).exif).toBeDefined()
  const { ref, images } = await drawSignIn(taken, null)
  const kept = await sharp(images[0]?.bytes).metadata()
  expect(kept).toMatchObject({ format: 'webp', width: 40, height: 80 })
  expect([kept.exif, kept.xmp, kept.iptc, kept.icc, kept.orientation]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(ref).toMatchObject({ width: 40, height: 80 })
})

test('a script in a comment of an image is not stored', async () => {
  const comment = '<script>alert(1)</script>'
  const { images } = await drawSignIn(
    await withChunk(chunk('tEXt', Buffer.from(`Comment\0${comment}`))),
    null,
  )
  expect(images.map(({ bytes }) => bytes.includes(comment))).toEqual([false])
})

test('a phone’s photo with an embedded preview is accepted', async () => {
  expect(validateImage(Buffer.concat([await jpeg(), await jpeg()]))).toBe('jpeg')
})

test('only the chosen crop is stored', async () => {
  const half = await sharp({ create: { width: 100, height: 100, channels: 3, background: '#ff0000' } })
    .composite([
      {
        input: await sharp({ create: { width: 50, height: 100, channels: 3, background: '#0000ff' } })
          .png()
          .toBuffer(),
        left: 50,
        top: 0,
      },
    ])
    .png()
    .toBuffer()
  const { ref, images } = await drawSignIn(half, { left: 0.5, top: 0, width: 0.5, height: 0.5 })
  expect(ref).toMatchObject({ width: 50, height: 50 })
  const { data } = await sharp(images[0]?.bytes).raw().toBuffer({ resolveWithObject: true })
  expect(data[2]).toBeGreaterThan(200)
  expect(data[0]).toBeLessThan(60)
})

test('a header image gets icons of four sizes and a mail logo, none larger than it is shown', async () => {
  const { ref, images } = await drawHeader(await plain(3_000, 600).png().toBuffer(), null, 'start')
  expect(ref).toMatchObject({ width: 420, height: 84, mail: { width: 360, height: 72 } })
  const sizes = await Promise.all(
    Object.values(ref.icons).map(async (hash) => {
      const { width, height, format } = await sharp(
        images.find((image) => image.hash === hash)?.bytes,
      ).metadata()
      return [width, height, format]
    }),
  )
  expect(sizes).toEqual([32, 180, 192, 512].map((size) => [size, size, 'png']))
})
