import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { bits, der, integer, objectId, octets, sequence, set, utcTime, utf8 } from './der'

/**
 * A self-signed certificate, made anew for every run and trusted by nobody but the browser that is told to. Made here
 * because a machine with Node need not have `openssl`. Fields as RFC 5280 section 4.1, signature ecdsa-with-SHA256.
 */

const ECDSA_SHA256 = sequence(objectId('1.2.840.10045.4.3.2'))
const DAY = 24 * 60 * 60 * 1000

const pem = (label: string, content: Buffer) =>
  `-----BEGIN ${label}-----\n${content.toString('base64').replace(/.{1,64}/g, '$&\n')}-----END ${label}-----\n`

/** `hosts` become the subject's alternative names. Good from yesterday for thirty days. */
export function selfSigned(hosts: readonly string[]): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(set(sequence(objectId('2.5.4.3'), utf8('Openmark sample pages'))))
  const names = sequence(...hosts.map((host) => der(0x82, Buffer.from(host, 'ascii'))))
  const unsigned = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ECDSA_SHA256,
    name,
    sequence(utcTime(new Date(Date.now() - DAY)), utcTime(new Date(Date.now() + 30 * DAY))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(objectId('2.5.29.17'), octets(names)))),
  )
  const signature = sign('sha256', unsigned, privateKey)
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem('CERTIFICATE', sequence(unsigned, ECDSA_SHA256, bits(signature))),
  }
}
