import { describe, expect, test } from 'vitest';
import { decompressZstd } from '../../../src/fetch/decompress-zstd.js';
import { buildZstd, zstdOf } from '../../helpers/build-zstd.js';

/** `{"a":1},` a hundred times, compressed by the reference encoder (level 19, with a checksum). */
const COMPRESSED = Buffer.from('KLUv/QRofQAAQHsiYSI6MX0sAQAVV5cLasHQDQ==', 'base64');

const LIMIT = { maxOutputLength: 1_000_000 };

async function textOf(bytes: Uint8Array): Promise<string> {
  return new TextDecoder().decode(await decompressZstd(bytes, LIMIT));
}

describe('decompressZstd', () => {
  test('reads raw, repeated and compressed blocks, frame after frame', async () => {
    expect(await textOf(buildZstd([Buffer.from('ab'), { byte: 0x63, times: 3 }]))).toBe('abccc');
    expect(await textOf(COMPRESSED)).toBe('{"a":1},'.repeat(100));
    expect(await textOf(Buffer.concat([zstdOf('one '), zstdOf('two')]))).toBe('one two');
  });

  test('passes over skippable frames', async () => {
    const skippable = Uint8Array.of(0x5a, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 9, 9);
    expect(await textOf(Buffer.concat([skippable, zstdOf('feed')]))).toBe('feed');
  });

  test('reads an empty content', async () => {
    expect(await textOf(zstdOf(''))).toBe('');
  });

  test('takes what fills the limit to the byte, and no byte more', async () => {
    const repeat = (times: number) => buildZstd([{ byte: 0x61, times }]);
    const limit = { maxOutputLength: 1_000 };
    expect(await decompressZstd(repeat(1_000), limit)).toHaveLength(1_000);
    await expect(decompressZstd(repeat(1_001), limit)).rejects.toMatchObject({
      code: 'ERR_BUFFER_TOO_LARGE',
    });
  });

  test('refuses a bomb by what its blocks announce', async () => {
    const bomb = buildZstd(Array.from({ length: 10_000 }, () => ({ byte: 0x20, times: 128 * 1024 })));
    expect(bomb.byteLength).toBeLessThan(50_000);
    await expect(decompressZstd(bomb, LIMIT)).rejects.toMatchObject({ code: 'ERR_BUFFER_TOO_LARGE' });
  });

  test('refuses a window over 8 MiB and blocks without number', async () => {
    await expect(decompressZstd(buildZstd([Buffer.from('a')], 0x69), LIMIT)).rejects.toMatchObject({
      code: 'ERR_BUFFER_TOO_LARGE',
    });
    expect(new TextDecoder().decode(await decompressZstd(buildZstd([Buffer.from('a')], 0x68), LIMIT))).toBe(
      'a',
    );
    const crumbs = buildZstd(Array.from({ length: 30_000 }, () => new Uint8Array()));
    await expect(decompressZstd(crumbs, LIMIT)).rejects.toMatchObject({ code: 'ERR_BUFFER_TOO_LARGE' });
  });

  test('tells a damaged stream wherever it breaks off', async () => {
    for (let length = 1; length < COMPRESSED.length; length += 1) {
      await expect(decompressZstd(COMPRESSED.subarray(0, length), LIMIT)).rejects.toMatchObject({
        code: 'ERR_ZSTD_BROKEN',
      });
    }
    const flipped = Uint8Array.from(COMPRESSED, (byte, at) =>
      at === COMPRESSED.length - 1 ? byte ^ 1 : byte,
    );
    await expect(decompressZstd(flipped, LIMIT)).rejects.toMatchObject({ code: 'ERR_ZSTD_BROKEN' });
    await expect(decompressZstd(Buffer.from('no zstd at all'), LIMIT)).rejects.toMatchObject({
      code: 'ERR_ZSTD_BROKEN',
    });
  });
});
