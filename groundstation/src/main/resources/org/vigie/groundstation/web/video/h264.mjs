// The little of H.264 that the player needs: what codec string a key frame asks for.

const SPS = 7;
/** Parameter sets come first; no need to look through a whole picture. */
const LOOK_BYTES = 1024;

/**
 * The codec string (RFC 6381) of the sequence parameter set in an Annex B unit, or null.
 *
 * @param {Uint8Array} unit
 */
export function codecOf(unit) {
  const end = Math.min(unit.length, LOOK_BYTES) - 6;
  for (let i = 0; i < end; i++) {
    if (unit[i] === 0 && unit[i + 1] === 0 && unit[i + 2] === 1 && (unit[i + 3] & 0x1f) === SPS) {
      const hex = [...unit.subarray(i + 4, i + 7)].map((b) => b.toString(16).padStart(2, '0'));
      return `avc1.${hex.join('')}`;
    }
  }
  return null;
}

/** Whether a word of the station's is a codec string as browsers want it. */
export function isCodecString(word) {
  return typeof word === 'string' && /^(avc1|avc3|hev1|hvc1|vp09|av01)\.[A-Za-z0-9.]+$/.test(word);
}
