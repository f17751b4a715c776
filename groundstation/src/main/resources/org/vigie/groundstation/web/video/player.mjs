// <vigie-video source="V1">: asks for the right to watch, then shows the live picture with its age.
// A picture that stands still is greyed and named by a timer of the page's own: even a worker that
// hangs cannot make an old picture look live.

import { h, setAttribute, setHidden, setText } from '../core/dom.mjs';
import { getJson, socketUrl } from '../core/api.mjs';
import { duration, quantity, wholeDuration } from '../core/format.mjs';
import { t } from '../core/texts.mjs';
import { refusal } from './refusal.mjs';

/** Older than this, a picture is greyed and named. */
const FROZEN_MS = 1000;
/** Older than this, its age is marked. */
const LATE_MS = 500;
const TICK_MS = 100;
/** Attempts that did not come through before the right is asked for again. */
const REFUSED_ATTEMPTS = 2;
/** Some minutes at 25 a second; older measurements go. */
const SAMPLES_MAX = 20_000;

export const isBench = () =>
  /(^|[#&])bench\b/.test(location.hash) || document.documentElement.hasAttribute('data-bench');

class VigieVideo extends HTMLElement {
  static observedAttributes = ['source'];

  #worker = null;
  #timer = null;
  #figures = null;
  #failedAttempts = 0;
  #run = 0;
  #state = 'idle';
  #refusal = null;
  #samples = [];
  #greyedAtMs = null;
  #canvas = null;
  #parts = null;

  connectedCallback() {
    this.#build();
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
    this.#start();
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
    this.#stop();
  }

  attributeChangedCallback(name, before, after) {
    if (this.isConnected && before !== null && before !== after) {
      this.#start();
    }
  }

  /** Asks again, after a refusal or a cut. */
  retry() {
    this.#start();
  }

  get state() {
    return this.#state;
  }

  #build() {
    const badge = h('span', { class: 'picture-age', 'data-test': 'video-age' });
    const size = h('span', { class: 'picture-note', 'data-test': 'video-size' });
    const recording = h('span', { class: 'picture-note', 'data-test': 'video-recording' });
    const slow = h('span', { class: 'picture-slow', 'data-test': 'video-slow' });
    // read out once, not with each second that it counts
    const alarm = h('p', { class: 'unseen', role: 'alert', 'data-test': 'video-alarm' });
    const frozen = h('p', {
      class: 'picture-frozen',
      'aria-hidden': 'true',
      hidden: true,
      'data-test': 'video-frozen',
    });
    const message = h('div', { class: 'picture-message', 'data-test': 'video-message' });
    const stage = h('div', { class: 'picture-stage', 'data-test': 'video-stage' }, frozen, message);
    this.#parts = { badge, size, recording, slow, frozen, alarm, message, stage };
    this.replaceChildren(
      stage,
      alarm,
      h('p', { class: 'picture-line' }, badge, size, recording, slow),
    );
  }

  async #start() {
    this.#stop();
    const run = ++this.#run;
    const source = this.getAttribute('source');
    this.#refusal = null;
    this.#figures = null;
    this.#failedAttempts = 0;
    if (!('VideoDecoder' in self) || !('OffscreenCanvas' in self)) {
      this.#say('no-decoder');
      return;
    }
    this.#say('asking');
    if (await this.#allowed(source, run)) {
      this.#open(source);
    }
  }

  async #allowed(source, run) {
    try {
      await getJson(`/api/videos/${encodeURIComponent(source)}`);
      return run === this.#run;
    } catch (problem) {
      if (run === this.#run) {
        this.#notAllowed(problem, run);
      }
      return false;
    }
  }

  /** The connection does not come through: if the right has ended, that is why. */
  async #askAgain() {
    const run = this.#run;
    try {
      await getJson(`/api/videos/${encodeURIComponent(this.getAttribute('source'))}`);
    } catch (problem) {
      if (run === this.#run && [403, 404, 409].includes(problem.status)) {
        this.#stop();
        this.#notAllowed(problem, this.#run);
      }
    }
  }

  #notAllowed(problem, run) {
    if (problem.status === 403) {
      this.#refusal = problem.body;
      this.#say('refused');
    } else if (problem.status === 409 || problem.status === 404) {
      this.#say('nothing-flies');
    } else {
      this.#say('unreachable');
      setTimeout(() => run === this.#run && this.isConnected && this.#start(), 2000);
    }
    this.dispatchEvent(new CustomEvent('vigie-video-state', { bubbles: true }));
  }

  #open(source) {
    this.#say('waiting');
    this.#canvas?.remove();
    this.#canvas = h('canvas', {
      class: 'picture-canvas',
      role: 'img',
      'aria-label': t('page.video.label', source),
      'data-test': 'video-canvas',
    });
    this.#parts.stage.prepend(this.#canvas);
    const canvas = this.#canvas.transferControlToOffscreen();
    const worker = new Worker('/ui/video/worker.mjs', { type: 'module' });
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#heard(worker, data);
    worker.onerror = () => worker === this.#worker && this.#say('broken');
    worker.postMessage(
      {
        type: 'start',
        canvas,
        url: socketUrl(`/video/${encodeURIComponent(source)}`),
        bench: isBench(),
      },
      [canvas],
    );
  }

  #stop() {
    const worker = this.#worker;
    this.#run += 1;
    this.#worker = null;
    if (worker) {
      worker.postMessage({ type: 'stop' });
      // a worker that hangs is ended all the same
      setTimeout(() => worker.terminate(), 1000);
    }
    this.#canvas?.remove();
    this.#canvas = null;
  }

  #heard(worker, data) {
    if (worker !== this.#worker) {
      return;
    }
    switch (data.type) {
      case 'figures':
        this.#figures = data;
        if (data.connected) {
          this.#failedAttempts = 0;
        }
        break;
      case 'sample':
        this.#samples.push({ drawMs: data.drawMs, paintedMs: data.paintedMs });
        // read by `vigie bench video` from the browser's log
        console.info(
          `vigie-bench ${JSON.stringify({ drawMs: data.drawMs, paintedMs: data.paintedMs })}`,
        );
        if (this.#samples.length > SAMPLES_MAX) {
          this.#samples.splice(0, SAMPLES_MAX / 10);
        }
        break;
      case 'away':
        this.#failedAttempts += data.opened ? 0 : 1;
        if (this.#failedAttempts % REFUSED_ATTEMPTS === 0 && !data.opened) {
          this.#askAgain();
        }
        break;
      case 'cut':
        this.#stop();
        this.#refusal = { detail: data.reason };
        this.#say('cut');
        break;
      case 'unsupported':
        this.#say('unsupported');
        break;
      default:
    }
    this.#tick();
  }

  /** From the page's own clock, whatever the worker does. */
  #tick() {
    const figures = this.#figures;
    const now = Date.now();
    const shown = figures !== null && figures.lastCaptureMs !== null && this.#worker !== null;
    const ageMs = shown ? Math.max(0, now - figures.offsetMs - figures.lastCaptureMs) : null;
    const stillMs = shown ? now - figures.lastPaintedMs : null;
    if (shown && (this.#state === 'waiting' || this.#state === 'asking')) {
      this.#say('playing');
    }
    const frozen = shown && ageMs > FROZEN_MS;
    this.#greyedAtMs = frozen ? (this.#greyedAtMs ?? ageMs) : null;
    this.#publish(ageMs, frozen);
    const { badge, size, recording, slow, stage, alarm, frozen: banner } = this.#parts;
    stage.classList.toggle('is-frozen', frozen);
    badge.classList.toggle('is-late', shown && ageMs > LATE_MS);
    setText(badge, shown ? t('page.video.age', duration(ageMs / 1000)) : '');
    setText(size, shown ? this.#sizeText(figures) : '');
    setText(recording, shown && figures.status?.recording ? t('page.video.recording') : '');
    setText(slow, shown && figures.status?.slow ? t('page.video.slow') : '');
    setHidden(banner, !frozen);
    setText(alarm, frozen ? t('page.video.frozen.alarm') : '');
    if (frozen) {
      setText(banner, this.#frozenText(figures, ageMs, stillMs));
    }
    setAttribute(this, 'data-state', frozen ? 'frozen' : this.#state);
  }

  #sizeText(figures) {
    const rate = figures.status?.framesPerSecond;
    const size = `${figures.width} × ${figures.height}`;
    return rate ? `${size} · ${quantity(rate, t('page.unit.fps'))}` : size;
  }

  #frozenText(figures, ageMs, stillMs) {
    if (stillMs < FROZEN_MS) {
      return t('page.video.late', duration(ageMs / 1000));
    }
    const since = t('page.video.frozen', wholeDuration(ageMs / 1000));
    return figures.connected ? since : `${since} · ${t('page.video.no-connection')}`;
  }

  #publish(ageMs, frozen) {
    const figures = this.#figures ?? {};
    window.vigieVideo = {
      source: this.getAttribute('source'),
      state: frozen ? 'frozen' : this.#state,
      connected: figures.connected ?? false,
      painted: figures.painted ?? 0,
      decoded: figures.decoded ?? 0,
      dropped: figures.dropped ?? 0,
      skips: figures.skips ?? 0,
      errors: figures.errors ?? 0,
      reconnects: figures.reconnects ?? 0,
      lastPtsUs: figures.lastPtsUs ?? null,
      lagMs: figures.lagMs ?? null,
      offsetMs: figures.offsetMs ?? 0,
      ageMs,
      greyedAtMs: this.#greyedAtMs,
      width: figures.width ?? 0,
      height: figures.height ?? 0,
      samples: this.#samples,
    };
  }

  #say(state) {
    const changed = state !== this.#state;
    this.#state = state;
    const { message } = this.#parts;
    setAttribute(this, 'data-state', state);
    setHidden(message, state === 'playing');
    message.setAttribute('role', state === 'refused' ? 'alert' : 'status');
    message.replaceChildren(...this.#words(state));
    if (changed) {
      this.dispatchEvent(new CustomEvent('vigie-video-state', { bubbles: true }));
    }
  }

  #words(state) {
    if (state === 'playing') {
      return [];
    }
    const title = h('p', { class: 'picture-title', text: t(`page.video.${state}`) });
    if (state === 'refused') {
      return refusal(this.#refusal ?? {});
    }
    if (state === 'cut' || state === 'nothing-flies') {
      const again = h('button', {
        type: 'button',
        class: 'quiet',
        text: t('page.video.again'),
        'data-test': 'video-again',
        onclick: () => this.retry(),
      });
      const reason = this.#refusal?.detail;
      return [title, reason ? h('p', { text: reason }) : null, again].filter((one) => one);
    }
    return [title];
  }
}

customElements.define('vigie-video', VigieVideo);
