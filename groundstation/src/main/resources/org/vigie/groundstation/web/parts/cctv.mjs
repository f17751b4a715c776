// <vigie-cctv camera="cctv-01">: a fixed camera's picture, once a second while someone looks, with
// its age; greyed when it is old. Each request is a look that the station journals: none is made
// while the page is hidden.

import { h, setAttribute, setHidden, setText } from '../core/dom.mjs';
import { problemOf } from '../core/api.mjs';
import { duration, wholeDuration } from '../core/format.mjs';
import { currentLanguage, t } from '../core/texts.mjs';
import { refusal } from '../video/refusal.mjs';

const PERIOD_MS = 1000;
const TIMEOUT_MS = 5000;
const FROZEN_MS = 3000;
const TICK_MS = 200;

class VigieCctv extends HTMLElement {
  static observedAttributes = ['camera'];

  #image = null;
  #parts = null;
  #timer = null;
  #next = null;
  #abort = null;
  #run = 0;
  #taken = null;
  #problem = null;

  connectedCallback() {
    const image = h('img', { class: 'picture-image', alt: '', hidden: true, 'data-test': 'cctv-image' });
    const frozen = h('p', { class: 'picture-frozen', hidden: true, 'data-test': 'cctv-frozen' });
    const message = h('div', { class: 'picture-message', role: 'status', 'data-test': 'cctv-message' });
    const stage = h('div', { class: 'picture-stage' }, image, frozen, message);
    const age = h('span', { class: 'picture-age', 'data-test': 'cctv-age' });
    const note = h('span', { class: 'picture-note', 'data-test': 'cctv-note' });
    this.#parts = { image, frozen, message, stage, age, note };
    this.replaceChildren(stage, h('p', { class: 'picture-line' }, age, note));
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
    this.#start();
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
    this.#stop();
  }

  attributeChangedCallback(_name, before, after) {
    if (this.isConnected && this.#parts && before !== after) {
      this.#start();
    }
  }

  /** Where the camera is, in words. */
  set note(text) {
    if (this.#parts) {
      setText(this.#parts.note, text);
    }
  }

  #start() {
    this.#stop();
    this.#taken = null;
    this.#problem = null;
    setHidden(this.#parts.image, true);
    this.#say([h('p', { class: 'picture-title', text: t('page.cctv.waiting') })]);
    this.#look(++this.#run);
  }

  #stop() {
    this.#run += 1;
    clearTimeout(this.#next);
    this.#abort?.abort();
    if (this.#image) {
      URL.revokeObjectURL(this.#image);
      this.#image = null;
    }
  }

  async #look(run) {
    const began = performance.now();
    let stop = false;
    if (!document.hidden) {
      stop = await this.#fetch(run);
    }
    if (run === this.#run && !stop) {
      const waitMs = Math.max(100, PERIOD_MS - (performance.now() - began));
      this.#next = setTimeout(() => this.#look(run), waitMs);
    }
  }

  /** @returns whether asking again makes no sense */
  async #fetch(run) {
    this.#abort = new AbortController();
    const late = setTimeout(() => this.#abort.abort(), TIMEOUT_MS);
    const camera = encodeURIComponent(this.getAttribute('camera'));
    try {
      const answer = await fetch(`/api/cameras/${camera}/snapshot.jpg`, {
        signal: this.#abort.signal,
        cache: 'no-store',
        headers: { 'Accept-Language': currentLanguage() },
      });
      if (!answer.ok) {
        const problem = await problemOf(answer);
        return run === this.#run && this.#failed(problem);
      }
      const ageMs = Number(answer.headers.get('X-Age-Ms') ?? 0);
      const picture = await answer.blob();
      if (run === this.#run) {
        await this.#show(picture, ageMs);
      }
    } catch {
      if (run === this.#run) {
        this.#failed({ status: 0, body: {} });
      }
    } finally {
      clearTimeout(late);
    }
    return false;
  }

  async #show(picture, ageMs) {
    const before = this.#image;
    const { image } = this.#parts;
    this.#image = URL.createObjectURL(picture);
    image.src = this.#image;
    image.alt = t('page.cctv.label', this.getAttribute('name') ?? '');
    try {
      await image.decode();
    } catch {
      // half a picture: the next one comes in a second
      return;
    }
    this.#taken = performance.now() - ageMs;
    this.#problem = null;
    setHidden(image, false);
    setHidden(this.#parts.message, true);
    if (before) {
      URL.revokeObjectURL(before);
    }
    this.#tick();
  }

  #failed(problem) {
    this.#problem = problem;
    if (problem.status === 403) {
      this.#taken = null;
      setHidden(this.#parts.image, true);
      this.#say(refusal(problem.body));
      return true;
    }
    if (this.#taken === null) {
      const key = problem.status === 503 ? 'page.cctv.lost' : 'page.cctv.no-answer';
      this.#say([h('p', { class: 'picture-title', text: t(key) })]);
    }
    return false;
  }

  #say(children) {
    this.#parts.message.replaceChildren(...children);
    setHidden(this.#parts.message, false);
  }

  #tick() {
    const { stage, age, frozen } = this.#parts;
    const ageMs = this.#taken === null ? null : performance.now() - this.#taken;
    const old = ageMs !== null && ageMs > FROZEN_MS;
    stage.classList.toggle('is-frozen', old);
    setText(age, ageMs === null ? '' : t('page.video.age', duration(ageMs / 1000)));
    setHidden(frozen, !old);
    setAttribute(this, 'data-state', ageMs === null ? 'none' : old ? 'frozen' : 'live');
    if (old) {
      const since = t('page.video.frozen', wholeDuration(ageMs / 1000));
      setText(frozen, this.#problem?.status === 503 ? `${since} · ${t('page.cctv.lost')}` : since);
    }
  }
}

customElements.define('vigie-cctv', VigieCctv);
