// What a screen reader is told, politely: changes of state, once each.

import { setText } from '../core/dom.mjs';

export class Announcer {
  #element;

  constructor(element) {
    this.#element = element;
  }

  say(text) {
    setText(this.#element, '');
    // a change that is seen as one, even when the same words come twice
    setTimeout(() => setText(this.#element, text), 50);
  }
}
