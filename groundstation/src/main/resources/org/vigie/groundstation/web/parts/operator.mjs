// The operator's view: queue, the selected incident with its pictures and map, the flight, the
// decision. Fed by snapshots; nothing here is decided, only shown and asked for.

import { h, redraw, setHidden, setText } from '../core/dom.mjs';
import { getJson } from '../core/api.mjs';
import { coordinates, bothTimes, duration, quantity, secondsBetween } from '../core/format.mjs';
import { isWaiting } from '../core/flights.mjs';
import { name, t } from '../core/texts.mjs';
import { SituationMap } from '../map/situation-map.mjs';
import { IncidentActions } from './actions.mjs';
import { DecisionPanel, verdictBadge } from './decision.mjs';
import { FlightPanel } from './flight.mjs';
import { shortcut } from './help.mjs';
import { Pictures } from './pictures.mjs';
import { IncidentQueue } from './queue.mjs';

/** Cameras that one may see change with people's rights: rarely. */
const CAMERAS_RETRY_MS = 5000;

export class OperatorView {
  element;
  #who;
  #announcer;
  #queue;
  #actions;
  #pictures;
  #map;
  #flightPanel;
  #decision;
  #parts = {};
  #snapshot = null;
  #selected = null;
  #plan = { hash: null, document: null };
  #told = new Map();
  #closed = false;
  #keys = (event) => this.#key(event);

  constructor(who, announcer) {
    this.#who = who;
    this.#announcer = announcer;
    this.#queue = new IncidentQueue((id) => this.#select(id));
    this.#actions = new IncidentActions(who, announcer);
    this.#pictures = new Pictures(who);
    this.#map = new SituationMap((id) => this.#select(id));
    this.#flightPanel = new FlightPanel(who);
    this.#decision = new DecisionPanel();
    this.element = this.#build();
    document.addEventListener('keydown', this.#keys);
    this.#loadCameras();
  }

  #build() {
    this.#parts = {
      title: h('h2', { id: 'incident-title', 'data-test': 'incident-title' }),
      state: h('p', { class: 'incident-state', 'data-test': 'incident-state' }),
      facts: h('p', { class: 'incident-facts' }),
      summary: h('p', { class: 'incident-summary', 'data-test': 'incident-summary' }),
      verdict: h('span', { class: 'incident-verdict' }),
    };
    const { title, state, facts, summary, verdict } = this.#parts;
    const head = h(
      'header',
      { class: 'incident-head' },
      h('div', { class: 'incident-what' }, h('div', { class: 'incident-line' }, title, state, verdict), facts, summary),
      this.#actions.element,
    );
    this.#parts.none = h('p', { class: 'empty-main', text: t('page.incident.choose'), 'data-test': 'incident-none' });
    this.#parts.one = h(
      'section',
      { class: 'incident', 'aria-labelledby': 'incident-title', hidden: true, 'data-test': 'incident' },
      head,
      this.#actions.form,
      h('div', { class: 'sight' }, this.#pictures.element, this.#map.element),
      h('div', { class: 'below' }, this.#flightPanel.element, this.#decision.element),
    );
    const main = h('main', { id: 'main', class: 'middle', tabindex: '-1' }, this.#parts.none, this.#parts.one);
    return h('div', { class: 'operator live' }, this.#queue.element, main);
  }

  close() {
    this.#closed = true;
    document.removeEventListener('keydown', this.#keys);
    this.#pictures.close();
    this.#map.close();
  }

  map(data) {
    this.#map.show(data);
  }

  mapFailed() {
    this.#map.failed();
  }

  snapshot(snapshot) {
    this.#snapshot = snapshot;
    this.#tell();
    if (this.#find(this.#selected) === null) {
      this.#selected = this.#first();
    }
    this.#draw();
  }

  async #loadCameras() {
    if (!this.#who.permissions.includes('VIEW_CAMERAS')) {
      this.#pictures.cameras([]);
      return;
    }
    try {
      this.#pictures.cameras((await getJson('/api/cameras')).cameras);
    } catch {
      setTimeout(() => !this.#closed && this.#loadCameras(), CAMERAS_RETRY_MS);
    }
  }

  #find(id) {
    return this.#snapshot?.incidents?.find((one) => one.incidentId === id) ?? null;
  }

  /** What a person would look at first: what waits for one, else what flies, else the newest. */
  #first() {
    const all = [...(this.#snapshot.incidents ?? [])].sort(
      (a, b) => Date.parse(b.occurredAt) - Date.parse(a.occurredAt),
    );
    const first = all.find(isWaiting) ?? all.find((one) => one.state === 'CONFIRMED') ?? all[0];
    return first?.incidentId ?? null;
  }

  #select(id) {
    this.#selected = id;
    if (this.#snapshot) {
      this.#draw();
    }
  }

  #draw() {
    this.#queue.update(this.#snapshot, this.#selected);
    const incident = this.#find(this.#selected);
    setHidden(this.#parts.none, incident !== null);
    setHidden(this.#parts.one, incident === null);
    if (incident === null) {
      setText(this.#parts.none, t('page.incident.none'));
      return;
    }
    const { flights = [], vehicles = [] } = this.#snapshot;
    const flight = flights.find((one) => one.flightId === incident.flightId) ?? null;
    const vehicle = flight ? (vehicles.find((one) => one.vehicleId === flight.vehicleId) ?? null) : null;
    this.#parts.one.classList.toggle('is-alone', flight === null);
    this.#drawHead(incident, flight);
    this.#actions.update(incident, flight);
    this.#pictures.update(incident, flight);
    this.#flightPanel.update(flight, vehicle, this.#snapshot.time);
    this.#decision.update(flight);
    this.#loadPlan(flight);
    this.#drawMap(incident, flight);
  }

  #drawMap(incident, flight) {
    const planned = flight?.planHash && flight.planHash === this.#plan.hash;
    this.#map.update({
      snapshot: this.#snapshot,
      incident,
      flight,
      plan: planned ? this.#plan.document : null,
    });
  }

  #drawHead(incident, flight) {
    const { title, state, facts, summary, verdict } = this.#parts;
    setText(title, t('page.incident.title', name('type', incident.type), incident.incidentId));
    setText(state, name('page.incident', incident.state));
    state.dataset.state = incident.state;
    redraw(verdict, flight?.verdict ?? null, () => (flight?.verdict ? verdictBadge(flight.verdict) : []));
    setText(summary, incident.summary ?? '');
    setHidden(summary, !incident.summary);
    const age = duration(Math.round(secondsBetween(incident.occurredAt, this.#snapshot.time)));
    const place = coordinates(incident.latDeg, incident.lonDeg);
    redraw(facts, [incident, age], () => [
      h('span', { text: t('page.incident.at', bothTimes(incident.occurredAt), age) }),
      h('span', { text: t('page.incident.alerts', incident.alerts) }),
      h('span', { text: t('page.incident.within', quantity(incident.uncertaintyM, 'm')) }),
      this.#copy(place),
    ]);
  }

  #copy(place) {
    return h('button', {
      type: 'button',
      class: 'copy',
      text: place,
      'aria-label': t('page.copy', place),
      'data-test': 'copy-place',
      onclick: async () => {
        try {
          await navigator.clipboard.writeText(place);
          this.#announcer.say(t('page.copied', place));
        } catch {
          this.#announcer.say(t('page.copy.failed'));
        }
      },
    });
  }

  async #loadPlan(flight) {
    const hash = flight?.planHash ?? null;
    if (!hash || hash === this.#plan.hash || this.#plan.loading === hash) {
      return;
    }
    this.#plan.loading = hash;
    try {
      const path = `/api/flights/${encodeURIComponent(flight.flightId)}/plan`;
      this.#plan = { hash, document: await getJson(path), loading: null };
      if (!this.#closed) {
        this.#draw();
      }
    } catch {
      // asked again with the next snapshot
      this.#plan.loading = null;
    }
  }

  /** Changes of state, read out once each. */
  #tell() {
    const said = [];
    const all = [
      ...(this.#snapshot.incidents ?? []).map((one) => [
        one.incidentId,
        one.state,
        t('page.tell.incident', one.incidentId, name('type', one.type), name('page.incident', one.state)),
      ]),
      ...(this.#snapshot.flights ?? []).map((one) => [
        one.flightId,
        one.state,
        t('page.tell.flight', one.vehicleId, name('state', one.state)),
      ]),
    ];
    const first = this.#told.size === 0;
    for (const [id, state, words] of all) {
      if (this.#told.get(id) !== state) {
        this.#told.set(id, state);
        said.push(words);
      }
    }
    if (said.length > 0 && !first) {
      this.#announcer.say(said.join('. '));
    }
  }

  #key(event) {
    const key = shortcut(event);
    const acts = {
      j: () => this.#step(1),
      k: () => this.#step(-1),
      c: () => this.#actions.focusConfirm(),
      d: () => this.#actions.openDismiss(),
      v: () => this.#pictures.toggle(),
      m: () => this.#map.focus(),
      h: () => document.querySelector('[data-test=help-open]')?.click(),
    };
    if (key && acts[key]) {
      event.preventDefault();
      acts[key]();
    }
  }

  #step(by) {
    const order = this.#queue.order;
    const at = order.indexOf(this.#selected);
    const next = order[Math.min(order.length - 1, Math.max(0, at + by))];
    if (next) {
      this.#select(next);
      this.#queue.focusSelected();
    }
  }
}
