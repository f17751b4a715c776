// The live picture: a snapshot each second, entries to those who may read the journal. Says when it
// is away and comes back by itself.

import { socketUrl } from './api.mjs';

const BACK_OFF_MIN_MS = 500;
const BACK_OFF_MAX_MS = 8000;
const JITTER = 0.3;
/** A snapshot is due each second; three missed and the picture is old. */
export const STALE_MS = 3500;

export class Live extends EventTarget {
  #socket = null;
  #timer = null;
  #watch = null;
  #backOffMs = BACK_OFF_MIN_MS;
  #stopped = false;
  #lastMs = null;
  #away = null;

  start() {
    this.#stopped = false;
    this.#lastMs = null;
    this.#connect();
    this.#watch = setInterval(() => this.#check(), 500);
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearInterval(this.#watch);
    this.#socket?.close(1000, 'left');
  }

  /** Since when nothing came, ms since 1970 by this machine; null while it comes. */
  get awaySinceMs() {
    return this.#away;
  }

  #connect() {
    const socket = new WebSocket(socketUrl('/api/live'));
    this.#socket = socket;
    let opened = false;
    socket.onopen = () => {
      opened = true;
    };
    socket.onmessage = ({ data }) => this.#message(data);
    socket.onclose = () => {
      if (socket !== this.#socket || this.#stopped) {
        return;
      }
      this.#isAway();
      this.dispatchEvent(new CustomEvent('closed', { detail: { opened } }));
      const waitMs = this.#backOffMs * (1 + JITTER * Math.random());
      this.#backOffMs = Math.min(this.#backOffMs * 2, BACK_OFF_MAX_MS);
      this.#timer = setTimeout(() => !this.#stopped && this.#connect(), waitMs);
    };
  }

  #message(data) {
    let message;
    try {
      message = JSON.parse(data);
    } catch {
      return;
    }
    this.#backOffMs = BACK_OFF_MIN_MS;
    if (message.type === 'snapshot') {
      this.#lastMs = Date.now();
      if (this.#away !== null) {
        this.#away = null;
        this.dispatchEvent(new CustomEvent('back'));
      }
      this.dispatchEvent(new CustomEvent('snapshot', { detail: message }));
    } else if (message.type === 'entry') {
      this.dispatchEvent(new CustomEvent('entry', { detail: message.entry }));
    }
  }

  /** A connection that is open and says nothing is away too: it is dropped and made anew. */
  #check() {
    if (this.#lastMs !== null && Date.now() - this.#lastMs > STALE_MS && this.#away === null) {
      this.#isAway();
      if (this.#socket?.readyState === WebSocket.OPEN) {
        this.#socket.close(4000, 'no snapshot');
      }
    }
  }

  #isAway() {
    if (this.#away === null) {
      this.#away = this.#lastMs ?? Date.now();
      this.dispatchEvent(new CustomEvent('away'));
    }
  }
}
