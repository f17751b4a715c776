// How far this machine's clock is from the station's. The quickest message says it best: what it
// took to come counts as nothing, so an age is understated by the best one-way delay.

/** How fast two clocks may drift apart; keeps an old minimum from ruling for ever. */
const DRIFT_PER_MS = 50e-6;

export class StationClock {
  #offsetMs = null;
  #atMs = 0;

  /** Takes a time of the station in, as read here at a local time; both in ms since 1970. */
  sample(stationMs, localMs) {
    const measured = localMs - stationMs;
    if (this.#offsetMs !== null) {
      const allowed = this.#offsetMs + Math.max(0, localMs - this.#atMs) * DRIFT_PER_MS;
      this.#offsetMs = Math.min(allowed, measured);
    } else {
      this.#offsetMs = measured;
    }
    this.#atMs = localMs;
  }

  /** Local minus station, ms; 0 before the first sample. */
  get offsetMs() {
    return this.#offsetMs ?? 0;
  }

  /** How long ago something of the station's clock was, ms, never negative. */
  sinceMs(stationMs, localMs) {
    return Math.max(0, localMs - this.offsetMs - stationMs);
  }
}
