// The connection to /video/{source}: comes back by itself unless the right to watch ended.

/** The right to watch ended: the reason says why, asking again is for a person. */
export const CUT = 4401;

const BACK_OFF_MIN_MS = 250;
const BACK_OFF_MAX_MS = 5000;
/** Viewers who were cut off together do not come back together. */
const JITTER = 0.3;

export class VideoSocket {
  #url;
  #on;
  #socket = null;
  #timer = null;
  #backOffMs = BACK_OFF_MIN_MS;
  #opened = false;
  #stopped = false;
  reconnects = 0;

  /** @param on {message(ArrayBuffer), open(), away({code, reason, opened, cut, retryMs})} */
  constructor(url, on) {
    this.#url = url;
    this.#on = on;
  }

  open() {
    this.#opened = false;
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      this.#opened = true;
      this.#on.open();
    };
    socket.onmessage = (event) => {
      if (event.data instanceof ArrayBuffer) {
        this.#backOffMs = BACK_OFF_MIN_MS;
        this.#on.message(event.data);
      }
    };
    socket.onclose = (event) => this.#closed(socket, event);
  }

  get isOpen() {
    return this.#socket !== null && this.#socket.readyState === WebSocket.OPEN;
  }

  send(message) {
    if (this.isOpen) {
      this.#socket.send(JSON.stringify(message));
    }
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    if (this.#socket) {
      this.#socket.close(1000, 'left');
    }
  }

  #closed(socket, event) {
    if (socket !== this.#socket || this.#stopped) {
      return;
    }
    const cut = event.code === CUT;
    const retryMs = this.#backOffMs * (1 + JITTER * Math.random());
    this.#stopped = cut;
    this.#on.away({ code: event.code, reason: event.reason, opened: this.#opened, cut, retryMs });
    if (!cut) {
      this.#backOffMs = Math.min(this.#backOffMs * 2, BACK_OFF_MAX_MS);
      this.#timer = setTimeout(() => {
        this.reconnects += 1;
        this.open();
      }, retryMs);
    }
  }
}
