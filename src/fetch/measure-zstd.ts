/** RFC 9659: no zstd over HTTP may need a larger window than this. */
const MAX_WINDOW_BYTES = 8 * 1024 * 1024;

/** RFC 8878, section 3.1.1.2.4: no block holds more, however large the window. */
const MAX_BLOCK_BYTES = 128 * 1024;

/** A server that flushes every half kilobyte of 10 MiB; each block may cost the decoder tables of its own. */
const MAX_BLOCKS = 20_000;

const FRAME_MAGIC = 0xfd2fb528;
const SKIPPABLE_MAGIC = 0x184d2a50;
const SKIPPABLE_MASK = 0xfffffff0;

/** What the frames of a zstd stream say of themselves. */
export type ZstdMeasure =
  /** `maxBytes` is the most that may come out, read off the block headers alone. */
  | { readonly kind: 'whole'; readonly maxBytes: number }
  /** The stream breaks off, or is no zstd. */
  | { readonly kind: 'broken' }
  /** A window or a number of blocks that no honest server needs. */
  | { readonly kind: 'excessive' };

/**
 * Walks the frames and blocks of a zstd stream (RFC 8878, section 3.1) without decoding anything.
 *
 * @param bytes - the whole stream; frames may follow one another
 */
export function measureZstd(bytes: Uint8Array): ZstdMeasure {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let maxBytes = 0;
  let blocksLeft = MAX_BLOCKS;
  try {
    while (at < bytes.byteLength) {
      const magic = view.getUint32(at, true);
      if ((magic & SKIPPABLE_MASK) >>> 0 === SKIPPABLE_MAGIC) {
        at += 8 + view.getUint32(at + 4, true);
        continue;
      }
      if (magic !== FRAME_MAGIC) return { kind: 'broken' };
      const header = readFrameHeader(view, at + 4);
      if (header.windowBytes > MAX_WINDOW_BYTES) return { kind: 'excessive' };
      const blocks = measureBlocks(
        view,
        header.end,
        Math.min(header.windowBytes, MAX_BLOCK_BYTES),
        blocksLeft,
      );
      if (blocks === null) return { kind: 'excessive' };
      blocksLeft -= blocks.count;
      maxBytes += blocks.maxBytes;
      at = blocks.end + header.checksumBytes;
    }
  } catch (error) {
    // The view ends before the stream does.
    if (error instanceof RangeError) return { kind: 'broken' };
    throw error;
  }
  return at === bytes.byteLength ? { kind: 'whole', maxBytes } : { kind: 'broken' };
}

interface FrameHeader {
  readonly windowBytes: number;
  readonly checksumBytes: number;
  /** Where the first block begins. */
  readonly end: number;
}

/** RFC 8878, section 3.1.1.1. */
function readFrameHeader(view: DataView, at: number): FrameHeader {
  const descriptor = view.getUint8(at);
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const sizeFlag = descriptor >> 6;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeBytes = sizeFlag === 0 ? Number(isSingleSegment) : 1 << sizeFlag;
  const sizeAt = at + 1 + Number(!isSingleSegment) + dictionaryBytes;
  // Such a frame has its content for a window, and the limit of the output bounds that.
  const windowBytes = isSingleSegment
    ? Math.min(readContentSize(view, sizeAt, sizeBytes), MAX_WINDOW_BYTES)
    : readWindow(view.getUint8(at + 1));
  return { windowBytes, checksumBytes: (descriptor & 4) === 0 ? 0 : 4, end: sizeAt + sizeBytes };
}

function readContentSize(view: DataView, at: number, bytes: number): number {
  switch (bytes) {
    case 1:
      return view.getUint8(at);
    case 2:
      return view.getUint16(at, true) + 256;
    case 4:
      return view.getUint32(at, true);
    default:
      return Number(view.getBigUint64(at, true));
  }
}

/** RFC 8878, section 3.1.1.1.2: an exponent of five bits and a mantissa of three. */
function readWindow(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

/** Null when there are more blocks than `limit`. */
function measureBlocks(
  view: DataView,
  start: number,
  maxBlockBytes: number,
  limit: number,
): { readonly end: number; readonly maxBytes: number; readonly count: number } | null {
  let at = start;
  let maxBytes = 0;
  for (let count = 1; count <= limit; count += 1) {
    const header = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    const size = header >> 3;
    // Types: 0 raw, 1 one byte repeated, 2 compressed; 3 is reserved and left to the decoder.
    const type = (header >> 1) & 3;
    maxBytes += type < 2 ? size : maxBlockBytes;
    at += 3 + (type === 1 ? 1 : size);
    if ((header & 1) === 1) return { end: at, maxBytes, count };
  }
  return null;
}
