// The middle: the nearest fixed camera before launch, the drone's picture after it. Watching is a
// journalled act: it begins by itself only for people of the service that flies, for others when
// they ask, and the station decides each time.

import '../video/player.mjs';
import './cctv.mjs';
import { h, redraw, setAttribute, setHidden, setText } from '../core/dom.mjs';
import { hasPictures, isAirborne, isOpen } from '../core/flights.mjs';
import { nearest } from '../core/geo.mjs';
import { quantity } from '../core/format.mjs';
import { t } from '../core/texts.mjs';

/** A camera farther away shows another street. */
const CAMERA_WITHIN_M = 500;

export class Pictures {
  element;
  #who;
  #cameras = null;
  #incident = null;
  #flight = null;
  #tab = 'cctv';
  /** Flights that a person chose a tab for: nothing switches under their hands. */
  #chosen = new Set();
  /** Flights whose pictures were asked for, by the page or by a person. */
  #asked = new Set();
  #tabs = {};
  #panels = {};

  constructor(who) {
    this.#who = who;
    for (const key of ['cctv', 'drone']) {
      this.#tabs[key] = h('button', {
        type: 'button',
        role: 'tab',
        id: `tab-${key}`,
        class: 'tab',
        'aria-controls': `panel-${key}`,
        text: t(`page.pictures.${key}`),
        'data-test': `tab-${key}`,
        onclick: () => this.#choose(key),
      });
      this.#panels[key] = h('div', {
        role: 'tabpanel',
        id: `panel-${key}`,
        class: 'picture-panel',
        'aria-labelledby': `tab-${key}`,
      });
    }
    const list = h(
      'div',
      {
        class: 'tabs',
        role: 'tablist',
        'aria-label': t('page.pictures'),
        onkeydown: (event) => {
          if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
            this.toggle();
            this.#tabs[this.#tab].focus();
          }
        },
      },
      this.#tabs.cctv,
      this.#tabs.drone,
    );
    this.element = h(
      'section',
      { class: 'pictures', 'aria-label': t('page.pictures'), 'data-test': 'pictures' },
      list,
      this.#panels.cctv,
      this.#panels.drone,
    );
  }

  cameras(cameras) {
    this.#cameras = cameras;
    this.#draw();
  }

  update(incident, flight) {
    this.#incident = incident;
    const before = this.#flight;
    this.#flight = flight;
    if (before?.flightId !== flight?.flightId) {
      this.#tab = 'cctv';
    }
    const watchable = flight !== null && hasPictures(flight);
    if (!watchable && this.#tab === 'drone' && !this.#asked.has(flight?.flightId)) {
      this.#tab = 'cctv';
    }
    if (watchable && isAirborne(flight) && this.#ownService() && !this.#chosen.has(flight.flightId)) {
      this.#asked.add(flight.flightId);
      this.#tab = 'drone';
    }
    this.#draw();
  }

  toggle() {
    this.#choose(this.#tab === 'cctv' ? 'drone' : 'cctv');
  }

  close() {
    this.#panels.cctv.replaceChildren();
    this.#panels.drone.replaceChildren();
  }

  /** Whether the law's first question is answered: the station asks the others. */
  #ownService() {
    return (
      this.#flight.serviceId === this.#who.service && this.#who.permissions.includes('WATCH_VIDEO')
    );
  }

  #choose(tab) {
    if (tab === 'drone' && this.#tabs.drone.disabled) {
      return;
    }
    this.#tab = tab;
    if (this.#flight) {
      this.#chosen.add(this.#flight.flightId);
      if (tab === 'drone' && this.#ownService()) {
        this.#asked.add(this.#flight.flightId);
      }
    }
    this.#draw();
  }

  #draw() {
    if (!this.#incident) {
      return;
    }
    const flight = this.#flight;
    this.#tabs.drone.disabled = flight === null;
    setText(
      this.#tabs.drone,
      flight ? t('page.pictures.drone-of', flight.vehicleId) : t('page.pictures.drone'),
    );
    for (const key of ['cctv', 'drone']) {
      const on = key === this.#tab;
      setAttribute(this.#tabs[key], 'aria-selected', String(on));
      setAttribute(this.#tabs[key], 'tabindex', on ? '0' : '-1');
      setHidden(this.#panels[key], !on);
    }
    this.element.classList.toggle('is-drone', this.#tab === 'drone');
    this.#drawCctv();
    this.#drawDrone();
  }

  #drawCctv() {
    const panel = this.#panels.cctv;
    if (this.#tab !== 'cctv') {
      panel.vigieKey = null;
      panel.replaceChildren();
      return;
    }
    if (!isOpen(this.#incident)) {
      redraw(panel, 'over', () => still(t('page.cctv.over')));
    } else if (this.#cameras === null) {
      redraw(panel, 'loading', () => still(t('page.cctv.loading')));
    } else {
      const found = nearest(this.#cameras, this.#incident, CAMERA_WITHIN_M);
      redraw(panel, found?.place.id ?? 'none', () => this.#cctv(found));
      if (found) {
        panel.firstChild.note = t(
          'page.cctv.where',
          found.place.name,
          quantity(found.metres, 'm'),
        );
      }
    }
  }

  #cctv(found) {
    if (found === null) {
      return still(
        t(this.#cameras.length === 0 ? 'page.cctv.none' : 'page.cctv.none-near', CAMERA_WITHIN_M),
      );
    }
    return h('vigie-cctv', { camera: found.place.id, name: found.place.name, 'data-test': 'cctv' });
  }

  #drawDrone() {
    const panel = this.#panels.drone;
    const flight = this.#flight;
    if (this.#tab !== 'drone' || !flight) {
      panel.vigieKey = null;
      panel.replaceChildren();
      return;
    }
    const asked = this.#asked.has(flight.flightId);
    const gone = !hasPictures(flight) && panel.querySelector('vigie-video') === null;
    const key = gone ? 'gone' : asked ? `${flight.flightId} ${flight.vehicleId}` : 'ask';
    redraw(panel, key, () => {
      if (gone) {
        return still(t('page.pictures.gone'));
      }
      return asked
        ? h('vigie-video', { source: flight.vehicleId, 'data-test': 'video' })
        : this.#ask(flight);
    });
  }

  /** For who is not of the service that flies: asking is an act of theirs. */
  #ask(flight) {
    const button = h('button', {
      type: 'button',
      text: t('page.pictures.ask'),
      'data-test': 'ask-video',
      onclick: () => {
        this.#asked.add(flight.flightId);
        this.#draw();
      },
    });
    return still(t('page.pictures.ask.why', flight.vehicleId), button);
  }
}

/** A picture's place without a picture. */
function still(text, ...more) {
  return h(
    'div',
    { class: 'still' },
    h(
      'div',
      { class: 'picture-stage' },
      h('div', { class: 'picture-message' }, h('p', { class: 'picture-title', text }), ...more),
    ),
    h('p', { class: 'picture-line' }),
  );
}
