// The incidents at the left: those that wait for a person first, the newest of them on top. The
// order stands still while a pointer or the focus is on the list.

import { h, setAttribute, setHidden, setText } from '../core/dom.mjs';
import { roughly, secondsBetween } from '../core/format.mjs';
import { isOpen, isWaiting } from '../core/flights.mjs';
import { name, t } from '../core/texts.mjs';

const GROUPS = ['waiting', 'confirmed', 'over'];
/** What is over is looked up elsewhere; the last few stay in sight. */
const OVER_MAX = 20;

function groupOf(incident) {
  if (isWaiting(incident)) {
    return 'waiting';
  }
  return isOpen(incident) ? 'confirmed' : 'over';
}

export class IncidentQueue {
  element;
  #choose;
  #rows = new Map();
  #groups = {};
  #empty;
  #incidents = [];
  #flights = new Map();
  #selected = null;
  #now = null;
  #held = false;
  #drawing = false;

  /** @param choose(incidentId) */
  constructor(choose) {
    this.#choose = choose;
    this.#empty = h('p', { class: 'empty', text: t('page.queue.loading'), 'data-test': 'queue-empty' });
    const groups = GROUPS.map((group) => {
      const count = h('span', { class: 'count' });
      const list = h('ul', { 'data-group': group });
      const section = h(
        'section',
        { class: 'queue-group', hidden: true, 'data-test': `queue-${group}` },
        h('h3', {}, h('span', { text: t(`page.queue.${group}`) }), ' ', count),
        list,
      );
      this.#groups[group] = { section, list, count };
      return section;
    });
    this.element = h(
      'nav',
      { class: 'queue', 'aria-label': t('page.queue'), 'data-test': 'queue' },
      h('h2', { text: t('page.queue') }),
      this.#empty,
      ...groups,
    );
    for (const [event, held] of [
      ['pointerenter', true],
      ['pointerleave', false],
      ['focusin', true],
      ['focusout', false],
    ]) {
      this.element.addEventListener(event, () => this.#hold(held));
    }
    this.element.addEventListener('keydown', (event) => this.#arrows(event));
  }

  update(snapshot, selected) {
    this.#incidents = snapshot.incidents ?? [];
    this.#flights = new Map((snapshot.flights ?? []).map((flight) => [flight.flightId, flight]));
    this.#selected = selected;
    this.#now = snapshot.time;
    this.#draw();
  }

  /** Ids in the order in which they are shown. */
  get order() {
    return [...this.element.querySelectorAll('[data-incident]')].map((e) => e.dataset.incident);
  }

  focusSelected() {
    this.#rows.get(this.#selected)?.button.focus();
  }

  #hold(held) {
    if (this.#drawing) {
      return;
    }
    this.#held = held;
    if (!held && this.#now) {
      this.#draw();
    }
  }

  #arrows(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = [...this.element.querySelectorAll('button[data-incident]')];
    const at = buttons.indexOf(document.activeElement);
    if (step && at >= 0) {
      event.preventDefault();
      buttons[Math.min(buttons.length - 1, Math.max(0, at + step))].focus();
    }
  }

  /** A row that moves to another group takes its focus along. */
  #draw() {
    const focused = this.element.contains(document.activeElement) ? document.activeElement : null;
    this.#drawing = true;
    this.#drawAll();
    if (focused?.isConnected && focused !== document.activeElement) {
      focused.focus({ preventScroll: true });
    }
    this.#drawing = false;
  }

  #drawAll() {
    const newest = [...this.#incidents].sort(
      (a, b) => Date.parse(b.occurredAt) - Date.parse(a.occurredAt),
    );
    const over = newest.filter((one) => groupOf(one) === 'over').slice(0, OVER_MAX);
    const shown = newest.filter((one) => groupOf(one) !== 'over').concat(over);
    this.#forget(new Set(shown.map((one) => one.incidentId)));
    for (const group of GROUPS) {
      const members = shown.filter((one) => groupOf(one) === group);
      this.#drawGroup(group, members);
    }
    setHidden(this.#empty, shown.length > 0);
    setText(this.#empty, t('page.queue.empty'));
  }

  #drawGroup(group, members) {
    const { section, list, count } = this.#groups[group];
    setText(count, String(members.length));
    setHidden(section, members.length === 0);
    const rows = members.map((incident) => this.#row(incident));
    if (this.#held) {
      // who is there stays where it is; who is new comes below
      rows.filter((row) => row.item.parentElement !== list).forEach((row) => list.append(row.item));
      return;
    }
    rows.forEach((row, i) => {
      if (list.children[i] !== row.item) {
        list.insertBefore(row.item, list.children[i] ?? null);
      }
    });
  }

  #forget(known) {
    for (const [id, row] of this.#rows) {
      if (!known.has(id)) {
        row.item.remove();
        this.#rows.delete(id);
      }
    }
  }

  #row(incident) {
    const id = incident.incidentId;
    const row = this.#rows.get(id) ?? this.#newRow(id);
    const flight = this.#flights.get(incident.flightId);
    setText(row.type, name('type', incident.type));
    setText(row.age, roughly(secondsBetween(incident.occurredAt, this.#now)));
    setText(row.state, name('page.incident', incident.state));
    setText(row.flight, flight ? name('state', flight.state) : '');
    setAttribute(row.button, 'aria-current', id === this.#selected ? 'true' : null);
    setAttribute(row.item, 'data-state', groupOf(incident));
    return row;
  }

  #newRow(id) {
    const row = {
      mark: h('span', { class: 'queue-mark', 'aria-hidden': 'true' }),
      type: h('span', { class: 'queue-type' }),
      age: h('span', { class: 'queue-age' }),
      id: h('span', { class: 'queue-id', text: id }),
      state: h('span', { class: 'queue-state' }),
      flight: h('span', { class: 'queue-flight' }),
    };
    row.button = h(
      'button',
      {
        type: 'button',
        class: 'queue-row',
        'data-incident': id,
        'data-test': `incident-${id}`,
        onclick: () => this.#choose(id),
      },
      row.mark,
      row.type,
      row.age,
      h('span', { class: 'queue-sub' }, row.id, row.state, row.flight),
    );
    row.item = h('li', {}, row.button);
    this.#rows.set(id, row);
    return row;
  }
}
