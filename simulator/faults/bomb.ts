// A success that is small on the wire and large in memory.
import { once } from 'node:events'
import { createGzip } from 'node:zlib'

const bombs = new Map<number, Promise<Buffer>>()

/** Gzipped JSON with so many megabytes of blanks in its data; made once for each size. */
export async function gzipBomb(megabytes: number): Promise<Buffer> {
  const bomb = bombs.get(megabytes) ?? make(megabytes)
  bombs.set(megabytes, bomb)
  return await bomb
}

async function make(megabytes: number): Promise<Buffer> {
  const gzip = createGzip({ level: 9 })
  const parts: Buffer[] = []
  gzip.on('data', (part: Buffer) => parts.push(part))
  const done = once(gzip, 'end')
  const blanks = Buffer.alloc(1_000_000, ' ')
  gzip.write('{"status":"success","data":{"name":"')
  for (let written = 0; written < megabytes; written++) if (!gzip.write(blanks)) await once(gzip, 'drain')
  gzip.end('"}}')
  await done
  return Buffer.concat(parts)
}
