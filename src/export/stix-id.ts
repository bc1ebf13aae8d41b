import { createHash } from 'node:crypto';

/**
 * Namespace of our UUIDv5s, itself the UUIDv5 of `wirewatch:stix-domain-objects` in the nil namespace.
 * STIX 2.1 section 2.9 keeps 00abedb4-aa42-466c-9c01-fed23315a9b7 for cyber-observables and lets producers
 * choose their own for domain objects. Never change it: every id of every export would.
 */
const WIREWATCH_NAMESPACE = 'e90f8841-2c23-530e-ae75-ffc41fd0fd91';

/** The types of the objects that we write, and of the bundle around them. */
export type StixType = 'bundle' | 'identity' | 'location' | 'report' | 'threat-actor';

/**
 * The id of an object: the same for the same type and key in every export of every installation.
 *
 * @param key - what tells the object from others of its type
 * @returns `type--uuid`
 */
export function stixId(type: StixType, key: string): string {
  return `${type}--${uuidV5(WIREWATCH_NAMESPACE, `${type}:${key}`)}`;
}

/**
 * A name-based UUID with SHA-1, RFC 9562 section 5.5.
 *
 * @param namespace - a UUID in its usual notation
 */
export function uuidV5(namespace: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6); // version 5
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8); // variant of RFC 9562
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
