// Which access units to decode and which pictures to paint. No socket, no decoder, no clock: times
// are passed in, in ms. WAIT_KEY -> CATCH_UP -> LIVE, and back to WAIT_KEY when it cannot keep up.

export const Mode = Object.freeze({ WAIT_KEY: 'WAIT_KEY', CATCH_UP: 'CATCH_UP', LIVE: 'LIVE' });

/** More waiting for the decoder than this: it will not catch up, go on at the next key. */
export const QUEUE_MAX = 6;
/** Longer than this in the decoder: the same. */
export const DECODE_LAG_MAX_MS = 300;
/** Catching up ends below this: a join's burst is decoded unseen, not played fast. */
export const CATCH_UP_LAG_MS = 150;
/** While catching up with nothing waiting, a picture this old on the screen is replaced. */
export const CATCH_UP_PAINT_MS = 250;
/** A decoder that has taken this many units and given none back is stuck... */
export const SILENT_INPUTS = 8;
/** ...if that lasted; a cold decoder is slow with its first picture. */
export const SILENT_MS = 1000;
/** Units under way; the oldest are forgotten. A GOP of ten seconds at 25 a second fits. */
const UNDER_WAY_MAX = 300;

export class Playback {
  mode = Mode.WAIT_KEY;
  /** Newest unit that is dealt with, painted or not: what acknowledgements name. */
  handledPtsUs = null;
  dropped = 0;
  skips = 0;

  #underWay = new Map();
  #inputs = 0;
  #firstInputMs = 0;
  #paintedMs = -Infinity;

  /** The source changed: its times begin anew. */
  reset() {
    this.restart();
    this.handledPtsUs = null;
  }

  /** A new decoder: it can only start at a key. */
  restart() {
    this.mode = Mode.WAIT_KEY;
    this.#underWay.clear();
    this.#inputs = 0;
  }

  /** Whether a unit that came goes into the decoder. */
  take(unit, nowMs, queue) {
    if (this.mode === Mode.WAIT_KEY && unit.key && !unit.damaged) {
      this.mode = Mode.CATCH_UP;
    } else if (this.mode === Mode.LIVE && !unit.key && this.#behind(nowMs, queue)) {
      this.mode = Mode.WAIT_KEY;
      this.skips += 1;
    }
    if (this.mode === Mode.WAIT_KEY || unit.damaged) {
      this.dropped += 1;
      this.handledPtsUs = unit.ptsUs;
      return false;
    }
    this.#underWay.set(unit.ptsUs, { captureMs: unit.captureMs, takenMs: nowMs });
    if (this.#underWay.size > UNDER_WAY_MAX) {
      this.#underWay.delete(this.#underWay.keys().next().value);
    }
    if (this.#inputs === 0) {
      this.#firstInputMs = nowMs;
    }
    this.#inputs += 1;
    return true;
  }

  /**
   * A picture came out of the decoder.
   *
   * @param sinceMs gives the age of a time of the station
   * @returns {{paint: boolean, captureMs: number|null, lagMs: number}}
   */
  decoded(ptsUs, nowMs, queue, sinceMs) {
    const unit = this.#underWay.get(ptsUs);
    for (const pts of this.#underWay.keys()) {
      if (pts > ptsUs) break;
      this.#underWay.delete(pts);
    }
    this.#inputs = 0;
    this.handledPtsUs = Math.max(this.handledPtsUs ?? ptsUs, ptsUs);
    const lagMs = unit ? sinceMs(unit.captureMs) : 0;
    if (this.mode === Mode.CATCH_UP && lagMs < CATCH_UP_LAG_MS) {
      this.mode = Mode.LIVE;
    }
    const newest = queue === 0 && this.#underWay.size === 0;
    const paint =
      this.mode !== Mode.CATCH_UP || (newest && nowMs - this.#paintedMs > CATCH_UP_PAINT_MS);
    if (paint) {
      this.#paintedMs = nowMs;
    }
    return { paint, captureMs: unit ? unit.captureMs : null, lagMs };
  }

  /** Whether the decoder swallows units and gives nothing back. */
  silent(nowMs, queue) {
    return (
      this.#inputs >= SILENT_INPUTS && queue === 0 && nowMs - this.#firstInputMs > SILENT_MS
    );
  }

  #behind(nowMs, queue) {
    if (queue > QUEUE_MAX) {
      return true;
    }
    const oldest = this.#underWay.values().next().value;
    return oldest !== undefined && nowMs - oldest.takenMs > DECODE_LAG_MAX_MS;
  }
}
