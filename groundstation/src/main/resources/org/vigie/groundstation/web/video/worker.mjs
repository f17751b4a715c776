// The player's worker: receives, decodes and paints live pictures, acknowledges them, and tells the
// page how old the one on the screen is. Nothing here waits for the page.

import { FrameType, readFrame, readJson } from './frame.mjs';
import { StationClock } from './clock.mjs';
import { Playback } from './playback.mjs';
import { PictureDecoder } from './decoder.mjs';
import { VideoSocket } from './socket.mjs';
import { codecOf, isCodecString } from './h264.mjs';

/** The station drops a viewer after five seconds of silence. */
const ACK_MS = 100;
const ACK_IDLE_MS = 1000;
const REPORT_MS = 100;
/** Messages of a fault that are told to the page; the rest only count. */
const TEXT_MAX = 200;

class Player {
  #canvas;
  #context;
  #socket;
  #decoder;
  #bench = null;
  #clock = new StationClock();
  #playback = new Playback();
  #codec = null;
  #epoch = null;
  #acked = { ptsUs: null, atMs: 0 };
  #lagMs = 0;
  #timers = [];
  #figures = {
    connected: false,
    painted: 0,
    decoded: 0,
    units: 0,
    damaged: 0,
    lastPtsUs: null,
    lastCaptureMs: null,
    lastPaintedMs: null,
    width: 0,
    height: 0,
    status: null,
    fault: '',
  };

  constructor({ canvas, url, bench }) {
    this.#canvas = canvas;
    // reading pixels back each frame wants the canvas in main memory
    this.#context = canvas.getContext('2d', {
      alpha: false,
      willReadFrequently: Boolean(bench),
    });
    if (bench) {
      import('./bench.mjs').then((module) => {
        this.#bench = module;
      });
    }
    this.#decoder = new PictureDecoder({
      picture: (frame) => this.#picture(frame),
      failed: (error) => this.#failed(error),
      unsupported: (codec) => postMessage({ type: 'unsupported', codec }),
    });
    this.#socket = new VideoSocket(url, {
      open: () => this.#opened(),
      message: (buffer) => this.#message(buffer),
      away: (how) => this.#away(how),
    });
    this.#timers.push(setInterval(() => this.#tick(), ACK_MS));
    this.#timers.push(setInterval(() => this.#report(), REPORT_MS));
    this.#socket.open();
  }

  stop() {
    this.#timers.forEach(clearInterval);
    this.#socket.stop();
    this.#decoder.close();
    postMessage({ type: 'stopped' });
  }

  #opened() {
    this.#figures.connected = true;
    this.#figures.fault = '';
    this.#epoch = null;
    this.#playback.reset();
    this.#acked = { ptsUs: null, atMs: 0 };
    this.#socket.send({ type: 'caps', codecs: ['h264'] });
    this.#report();
  }

  #away(how) {
    this.#figures.connected = false;
    this.#figures.fault = how.reason.slice(0, TEXT_MAX);
    this.#report();
    postMessage({ type: how.cut ? 'cut' : 'away', ...how });
  }

  #message(buffer) {
    let frame;
    try {
      frame = readFrame(buffer);
    } catch (error) {
      this.#figures.fault = String(error.message).slice(0, TEXT_MAX);
      return;
    }
    // CONFIG repeats what came with the first picture, perhaps long ago
    if (frame.captureMs > 0 && frame.type !== FrameType.CONFIG) {
      this.#clock.sample(frame.captureMs, Date.now());
    }
    switch (frame.type) {
      case FrameType.CONFIG:
        this.#config(frame);
        break;
      case FrameType.ACCESS_UNIT:
        this.#unit(frame);
        break;
      case FrameType.STATUS:
        this.#figures.status = readJson(frame.payload);
        break;
      default: // KLV and what comes later is not for this player
    }
  }

  #config(frame) {
    const config = readJson(frame.payload);
    this.#epoch = frame.epoch;
    this.#codec = config && isCodecString(config.codec) ? config.codec : null;
    this.#playback.reset();
    this.#decoder.close();
    if (this.#codec) {
      this.#decoder.configure(this.#codec);
    }
  }

  #unit(unit) {
    this.#figures.units += 1;
    if (unit.damaged) {
      this.#figures.damaged += 1;
    }
    if (unit.epoch !== this.#epoch) {
      this.#epoch = unit.epoch;
      this.#codec = null;
      this.#playback.reset();
      this.#decoder.close();
    }
    if (!this.#decoder.ready && unit.key) {
      this.#codec = this.#codec ?? codecOf(unit.payload);
      if (this.#codec) {
        this.#decoder.configure(this.#codec);
      }
    }
    if (this.#decoder.ready && this.#playback.take(unit, Date.now(), this.#decoder.queue)) {
      this.#decoder.decode(unit);
    }
  }

  #picture(frame) {
    const now = Date.now();
    const { paint, captureMs, lagMs } = this.#playback.decoded(
      frame.timestamp,
      now,
      this.#decoder.queue,
      (stationMs) => this.#clock.sinceMs(stationMs, now),
    );
    this.#figures.decoded += 1;
    this.#lagMs = lagMs;
    if (paint) {
      this.#paint(frame);
      this.#figures.painted += 1;
      this.#figures.lastPtsUs = frame.timestamp;
      this.#figures.lastCaptureMs = captureMs;
      this.#figures.lastPaintedMs = now;
    }
    frame.close();
    if (paint) {
      this.#ack(now);
      this.#measure();
    }
  }

  #paint(frame) {
    const width = frame.displayWidth;
    const height = frame.displayHeight;
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
      this.#figures.width = width;
      this.#figures.height = height;
    }
    this.#context.drawImage(frame, 0, 0, width, height);
  }

  #measure() {
    if (this.#bench) {
      const { width, height } = this.#canvas;
      this.#bench.measure(this.#context, width, height, (sample) =>
        postMessage({ type: 'sample', ...sample }),
      );
    }
  }

  #failed(error) {
    this.#figures.fault = String(error.message).slice(0, TEXT_MAX);
    this.#playback.restart();
    this.#report();
  }

  #tick() {
    const now = Date.now();
    if (this.#playback.silent(now, this.#decoder.queue)) {
      if (this.#decoder.software) {
        postMessage({ type: 'unsupported', codec: this.#codec });
        this.#playback.restart();
      } else {
        this.#playback.restart();
        this.#decoder.preferSoftware();
      }
    }
    const handled = this.#playback.handledPtsUs;
    if (handled !== this.#acked.ptsUs || now - this.#acked.atMs > ACK_IDLE_MS) {
      this.#ack(now);
    }
  }

  #ack(now) {
    const ptsUs = this.#playback.handledPtsUs;
    if (ptsUs !== null) {
      this.#acked = { ptsUs, atMs: now };
      this.#socket.send({
        type: 'ack',
        ptsUs,
        queue: this.#decoder.queue,
        lagMs: Math.round(this.#lagMs),
      });
    }
  }

  #report() {
    postMessage({
      type: 'figures',
      ...this.#figures,
      offsetMs: this.#clock.offsetMs,
      lagMs: this.#lagMs,
      queue: this.#decoder.queue,
      mode: this.#playback.mode,
      dropped: this.#playback.dropped,
      skips: this.#playback.skips,
      errors: this.#decoder.errors,
      software: this.#decoder.software,
      reconnects: this.#socket.reconnects,
    });
  }
}

let player = null;

self.onmessage = ({ data }) => {
  if (data.type === 'start') {
    player = new Player(data);
  } else if (data.type === 'stop' && player) {
    player.stop();
    self.close();
  }
};
