// The binary messages of /video/{source}: 32 bytes, big-endian, then the payload. The Java side is
// picture.FrameHeader; a test holds both to the same bytes.

export const HEADER_BYTES = 32;
const VERSION = 1;

export const FrameType = Object.freeze({ CONFIG: 1, ACCESS_UNIT: 2, KLV: 3, STATUS: 4 });
const KEY = 1;
const DAMAGED = 2;
const DISCONTINUITY = 4;

/**
 * Reads one message.
 *
 * @param {ArrayBuffer} buffer
 * @throws {RangeError} when it is short or of another version
 */
export function readFrame(buffer) {
  if (buffer.byteLength < HEADER_BYTES) {
    throw new RangeError(`a frame of ${buffer.byteLength} bytes`);
  }
  const view = new DataView(buffer);
  if (view.getUint8(0) !== VERSION) {
    throw new RangeError(`frame version ${view.getUint8(0)}`);
  }
  const flags = view.getUint8(2);
  return {
    type: view.getUint8(1),
    key: (flags & KEY) !== 0,
    damaged: (flags & DAMAGED) !== 0,
    discontinuity: (flags & DISCONTINUITY) !== 0,
    codec: view.getUint8(3),
    stream: view.getUint16(4),
    epoch: view.getUint16(6),
    sequence: view.getUint32(8),
    // microseconds since 1970 stay exact in a double until the year 2255
    ptsUs: Number(view.getBigInt64(12)),
    captureMs: Number(view.getBigInt64(20)) / 1000,
    payload: new Uint8Array(buffer, HEADER_BYTES),
  };
}

/** The JSON payload of CONFIG and STATUS; null when it is not JSON. */
export function readJson(payload) {
  try {
    return JSON.parse(new TextDecoder().decode(payload));
  } catch {
    return null;
  }
}
