import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeBody } from '../../../src/fetch/decode-body.js';
import { buildZstd, zstdOf } from '../../helpers/build-zstd.js';

const TEXT = '<rss version="2.0"><channel><title>Нews</title></channel></rss>';
const LIMIT = 1_000_000;

async function decode(bytes: Uint8Array, contentEncoding?: string, maxBytes = LIMIT): Promise<string> {
  const body = { url: new URL('https://news.example/feed'), bytes, contentEncoding };
  return new TextDecoder().decode(await decodeBody(body, maxBytes));
}

describe('undoes', () => {
  test.each([
    ['nothing', undefined, Buffer.from(TEXT)],
    ['gzip', 'gzip', gzipSync(TEXT)],
    ['x-gzip', 'X-GZIP', gzipSync(TEXT)],
    ['deflate', 'deflate', deflateSync(TEXT)],
    ['deflate without its header', 'deflate', deflateRawSync(TEXT)],
    ['br', 'br', brotliCompressSync(TEXT)],
    ['zstd', 'zstd', zstdOf(TEXT)],
    ['zstd around gzip', 'gzip, zstd', buildZstd([gzipSync(TEXT)])],
    ['two layers, last first', 'deflate, br', brotliCompressSync(deflateSync(TEXT))],
    ['gzip twice', 'gzip, gzip', gzipSync(gzipSync(TEXT))],
    ['a gzip file without a label', undefined, gzipSync(TEXT)],
    ['a gzip file in br', 'br', brotliCompressSync(gzipSync(TEXT))],
    ['gzip with junk after it', 'gzip', Buffer.concat([gzipSync(TEXT), Buffer.alloc(20)])],
    ['identity', 'identity', Buffer.from(TEXT)],
    ['a charset in the wrong place', 'utf-8', Buffer.from(TEXT)],
  ])('%s', async (_, encoding, bytes) => {
    expect(await decode(bytes, encoding)).toBe(TEXT);
  });

  test.each(['gzip', 'deflate', 'br', 'zstd'])('passes plain text labelled %s', async (encoding) => {
    expect(await decode(Buffer.from(TEXT), encoding)).toBe(TEXT);
  });

  test('passes an empty body whatever its label', async () => {
    expect(await decode(new Uint8Array(), 'gzip')).toBe('');
  });
});

describe('refuses', () => {
  const bomb = Buffer.alloc(50_000_000);
  test.each([
    ['gzip', gzipSync(bomb)],
    ['deflate', deflateSync(bomb)],
    ['br', brotliCompressSync(bomb)],
    ['zstd', buildZstd(Array.from({ length: 400 }, () => ({ byte: 0, times: 128 * 1024 })))],
    ['gzip, gzip', gzipSync(gzipSync(bomb))],
  ])('a %s bomb', async (encoding, bytes) => {
    await expect(decode(bytes, encoding)).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'body_too_large',
    });
  });

  test('nothing that fills the limit to the byte', async () => {
    expect(await decode(gzipSync('x'.repeat(1_000)), 'gzip', 1_000)).toHaveLength(1_000);
    await expect(decode(gzipSync('x'.repeat(1_001)), 'gzip', 1_000)).rejects.toMatchObject({
      code: 'body_too_large',
    });
  });

  test.each([
    ['gzip', gzipSync(TEXT)],
    ['deflate', deflateSync(TEXT)],
    ['br', brotliCompressSync(TEXT)],
    ['zstd', zstdOf(TEXT)],
  ])('a %s stream that breaks off', async (encoding, bytes) => {
    const cut = bytes.subarray(0, bytes.length - 10);
    await expect(decode(cut, encoding)).rejects.toMatchObject({ name: 'TransientError', code: 'truncated' });
  });

  test.each(['dcz', 'compress', 'gzip, gzip, gzip, gzip', ','.repeat(10_000)])(
    'the encoding %.30s, which nobody asked for',
    async (encoding) => {
      await expect(decode(Buffer.from('binary'), encoding)).rejects.toMatchObject({ code: 'bad_input' });
    },
  );
});
