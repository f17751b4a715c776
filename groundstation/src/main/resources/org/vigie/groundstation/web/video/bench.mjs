// For `vigie bench video` only: reads the time stamp that the synthetic camera burns into the top
// of each picture. 40 cells across, white is one: 32 bits of milliseconds, 8 of a check.

const CELLS = 40;
const DATA_BITS = 32;
const CHECK_SEED = 0x5a;
const WHITE_MIN = 128;
const TWO_32 = 2 ** 32;

/** Milliseconds modulo 2^32 from the row of RGBA pixels through the code, or null. */
export function decodeBar(row, width) {
  let data = 0;
  let check = 0;
  for (let i = 0; i < CELLS; i++) {
    const x = Math.floor(((i + 0.5) * width) / CELLS) * 4;
    const luma = 0.299 * row[x] + 0.587 * row[x + 1] + 0.114 * row[x + 2];
    const bit = luma >= WHITE_MIN ? 1 : 0;
    if (i < DATA_BITS) {
      data = data * 2 + bit;
    } else {
      check = check * 2 + bit;
    }
  }
  const bytes = [data / 0x1000000, data / 0x10000, data / 0x100, data].map((b) => b & 0xff);
  const expected = bytes.reduce((a, b) => a ^ b, CHECK_SEED);
  return check === expected ? data : null;
}

/** The time nearest to now whose low 32 bits are these. */
export function wholeMs(low32, nowMs) {
  const base = Math.floor(nowMs / TWO_32) * TWO_32 + low32;
  return [base - TWO_32, base, base + TWO_32].reduce((a, b) =>
    Math.abs(b - nowMs) < Math.abs(a - nowMs) ? b : a,
  );
}

/** Reads the code from a painted canvas; null when it cannot be read. */
export function readBar(context, width, height, nowMs) {
  const y = Math.floor(height / CELLS / 2);
  const low = decodeBar(context.getImageData(0, y, width, 1).data, width);
  return low === null ? null : wholeMs(low, nowMs);
}

/** Posts when the picture now on the canvas was drawn and when it is shown. */
export function measure(context, width, height, post) {
  const drawMs = readBar(context, width, height, Date.now());
  const shown = () => post({ drawMs, paintedMs: Date.now() });
  if (self.requestAnimationFrame) {
    self.requestAnimationFrame(shown);
  } else {
    shown();
  }
}
