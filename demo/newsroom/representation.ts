import { createHash } from 'node:crypto';

/** What a URL stands for at the moment: RFC 9110, section 3.2. */
export interface Representation {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly lastModified: Date;
  /** The hash of the bytes, without quotation marks. */
  readonly hash: string;
}

export function createRepresentation(bytes: Buffer, contentType: string, lastModified: Date): Representation {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  return { bytes, contentType, lastModified, hash };
}

/** How the site answers a path. */
export type Answer =
  | { readonly kind: 'content'; readonly representation: Representation }
  | { readonly kind: 'redirect'; readonly status: 301 | 302 | 307; readonly location: string }
  | { readonly kind: 'status'; readonly status: number };
