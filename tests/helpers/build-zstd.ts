/** A block of a zstd frame: bytes as they are, or one byte repeated. */
export type ZstdBlock = Uint8Array | { readonly byte: number; readonly times: number };

/**
 * Makes a zstd frame without compressing anything (RFC 8878, section 3.1.1): Node 20 has no encoder.
 *
 * @param windowDescriptor - exponent and mantissa of the window; 0x58 is 2 MiB
 */
export function buildZstd(blocks: readonly ZstdBlock[], windowDescriptor = 0x58): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, windowDescriptor)];
  blocks.forEach((block, index) => {
    const isLast = Number(index === blocks.length - 1);
    const isRaw = block instanceof Uint8Array;
    const size = isRaw ? block.byteLength : block.times;
    const header = isLast | (isRaw ? 0 : 2) | (size << 3);
    parts.push(Uint8Array.of(header & 0xff, (header >> 8) & 0xff, header >> 16));
    parts.push(isRaw ? block : Uint8Array.of(block.byte));
  });
  return Buffer.concat(parts);
}

/** A frame that holds a text as it is. */
export function zstdOf(text: string): Uint8Array {
  return buildZstd([Buffer.from(text)]);
}
