// One VideoDecoder and its replacements: configured anew after each error, in software when the
// machine's own decoder holds pictures back.

/** Together with what a player asks of a live picture. */
const LATENCY = { optimizeForLatency: true };
/** Errors of a hardware decoder before software is tried. */
const HARDWARE_ERRORS_MAX = 3;

export class PictureDecoder {
  #on;
  #decoder = null;
  #codec = null;
  #software = false;
  #generation = 0;
  errors = 0;

  /** @param on {picture(VideoFrame), failed(Error), unsupported(codec)} */
  constructor(on) {
    this.#on = on;
  }

  get queue() {
    return this.#decoder ? this.#decoder.decodeQueueSize : 0;
  }

  get ready() {
    return this.#decoder !== null && this.#decoder.state === 'configured';
  }

  get software() {
    return this.#software;
  }

  /** Makes a new decoder for a codec; the next unit has to be a key. */
  configure(codec) {
    this.close();
    this.#codec = codec;
    const generation = ++this.#generation;
    const config = { codec, ...LATENCY };
    if (this.#software) {
      config.hardwareAcceleration = 'prefer-software';
    }
    const decoder = new VideoDecoder({
      output: (frame) => {
        if (generation === this.#generation) {
          this.#on.picture(frame);
        } else {
          frame.close();
        }
      },
      error: (error) => this.#failed(generation, error),
    });
    this.#decoder = decoder;
    try {
      decoder.configure(config);
    } catch (error) {
      this.#on.unsupported(codec);
      return;
    }
    VideoDecoder.isConfigSupported(config).then(
      ({ supported }) => {
        if (!supported && generation === this.#generation) {
          this.#on.unsupported(codec);
        }
      },
      () => {},
    );
  }

  decode(unit) {
    try {
      this.#decoder.decode(
        new EncodedVideoChunk({
          type: unit.key ? 'key' : 'delta',
          timestamp: unit.ptsUs,
          data: unit.payload,
        }),
      );
    } catch (error) {
      this.#failed(this.#generation, error);
    }
  }

  /** Gives up on the machine's own decoder. */
  preferSoftware() {
    this.#software = true;
    if (this.#codec) {
      this.configure(this.#codec);
    }
  }

  close() {
    this.#generation += 1;
    if (this.#decoder && this.#decoder.state !== 'closed') {
      this.#decoder.close();
    }
    this.#decoder = null;
  }

  #failed(generation, error) {
    if (generation !== this.#generation) {
      return;
    }
    this.errors += 1;
    if (this.errors >= HARDWARE_ERRORS_MAX) {
      this.#software = true;
    }
    this.configure(this.#codec);
    this.#on.failed(error);
  }
}
