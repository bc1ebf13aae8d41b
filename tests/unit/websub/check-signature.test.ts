import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkSignature } from '../../../src/websub/check-signature.js';

const BODY = Buffer.from('<feed>Überfall\u0000</feed>');
const SECRET = 'a secret of 32 bytes or so';

function sign(method: string, body: Uint8Array = BODY, secret = SECRET): string {
  return createHmac(method, secret).update(body).digest('hex');
}

describe('checkSignature', () => {
  // RFC 4231, test case 2.
  it('agrees with the published test vector', () => {
    const header = 'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    expect(checkSignature(header, Buffer.from('what do ya want for nothing?'), 'Jefe')).toBe(true);
  });

  it.each(['sha1', 'sha256', 'sha384', 'sha512'])('takes %s, in letters of either case', (method) => {
    expect(checkSignature(`${method}=${sign(method)}`, BODY, SECRET)).toBe(true);
    expect(checkSignature(` ${method.toUpperCase()}=${sign(method).toUpperCase()} `, BODY, SECRET)).toBe(
      true,
    );
  });

  it.each([
    ['no header', null],
    ['an empty one', ''],
    ['no method', sign('sha256')],
    ['another method than it says', `sha1=${sign('sha256').slice(0, 40)}`],
    ['the digest of another method', `sha256=${sign('sha512').slice(0, 64)}`],
    ['a weak method', `md5=${sign('md5')}`],
    ['a method that is not recognised', `sha224=${sign('sha224')}`],
    ['half of it', `sha256=${sign('sha256').slice(0, 32)}`],
    ['more than it', `sha256=${sign('sha256')}00`],
    ['no digest', 'sha256='],
    ['letters that are no digits', `sha256=${'g'.repeat(64)}`],
    ['another secret', `sha256=${sign('sha256', BODY, 'another')}`],
    ['an empty secret', `sha256=${sign('sha256', BODY, '')}`],
    ['another body', `sha256=${sign('sha256', Buffer.from('<feed/>'))}`],
    ['two signatures', `sha256=${sign('sha256')}, sha1=${sign('sha1')}`],
  ])('refuses %s', (_, header) => {
    expect(checkSignature(header, BODY, SECRET)).toBe(false);
  });
});
