/** As much of ASN.1's distinguished encoding (ITU-T X.690) as a small certificate needs. */

export const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), length(content.length), content])
}

function length(value: number): Buffer {
  if (value < 0x80) return Buffer.from([value])
  const bytes: number[] = []
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return Buffer.from([0x80 | bytes.length, ...bytes])
}

export const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
export const set = (...parts: Buffer[]) => der(0x31, ...parts)
export const octets = (content: Buffer) => der(0x04, content)
export const bits = (content: Buffer) => der(0x03, Buffer.from([0]), content)
export const utf8 = (text: string) => der(0x0c, Buffer.from(text, 'utf8'))

/** A positive integer, big-endian; a leading zero keeps it positive. */
export const integer = (bytes: Buffer) =>
  der(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes)

/** `1.2.840.10045.4.3.2` as its bytes. */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second]
  for (const arc of rest) {
    const groups = [arc & 0x7f]
    for (let left = arc >>> 7; left > 0; left >>>= 7) groups.unshift((left & 0x7f) | 0x80)
    bytes.push(...groups)
  }
  return der(0x06, Buffer.from(bytes))
}

/** `YYMMDDHHMMSSZ`, good until 2049. */
export const utcTime = (date: Date) =>
  der(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`, 'ascii'))
