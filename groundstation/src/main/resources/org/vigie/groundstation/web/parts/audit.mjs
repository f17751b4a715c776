// The auditor's view: every flight with verdict, state and record; for the one that is opened, the
// decision in words, and who watched.

import { h, redraw, setHidden, setText } from '../core/dom.mjs';
import { getJson } from '../core/api.mjs';
import { bothTimes, time } from '../core/format.mjs';
import { name, t } from '../core/texts.mjs';
import { DecisionPanel, verdictBadge } from './decision.mjs';
import { deedsTable, isDeed } from './deeds.mjs';
import { concernRow, recordLink } from './flight.mjs';

const PAGE = 1000;
/** A journal longer than this is read with the command line. */
const ENTRIES_MAX = 50_000;
const READ_EVERY_MS = 5000;
const VIEWS = new Set(['view.opened', 'view.closed', 'view.refused']);

export class AuditView {
  element;
  #who;
  #flights = null;
  #selected = null;
  #watched = [];
  #deeds = [];
  #next = -1;
  #reading = false;
  #readMs = -Infinity;
  #failed = false;
  #decision = new DecisionPanel();
  #rows = h('tbody', { 'data-test': 'flights' });
  #empty = h('p', { class: 'empty', text: t('page.audit.loading') });
  #detail;
  #title = h('h2', { class: 'panel-title' });
  #views = h('div');
  #concerns = h('ul', { class: 'concerns', hidden: true });
  #done = h('div');

  constructor(who) {
    this.#who = who;
    const columns = ['flight', 'since', 'incident', 'service', 'pilot', 'verdict', 'state', 'record'];
    const head = h('tr', {}, ...columns.map((c) => h('th', { scope: 'col', text: t(`page.audit.${c}`) })));
    const table = h(
      'table',
      { class: 'flights' },
      h('caption', { class: 'unseen', text: t('page.audit.flights') }),
      h('thead', {}, head),
      this.#rows,
    );
    this.#detail = h(
      'section',
      { class: 'audit-detail', hidden: true, 'data-test': 'audit-detail' },
      this.#title,
      h(
        'section',
        { class: 'panel', 'data-test': 'deeds' },
        h('h3', { class: 'panel-title', text: t('page.deeds') }),
        this.#concerns,
        this.#done,
      ),
      h(
        'div',
        { class: 'below' },
        h(
          'section',
          { class: 'panel', 'data-test': 'watched' },
          h('h3', { class: 'panel-title', text: t('page.audit.watched') }),
          this.#views,
        ),
        this.#decision.element,
      ),
    );
    this.element = h(
      'main',
      { id: 'main', class: 'audit live', tabindex: '-1' },
      h('h2', { text: t('page.audit.flights') }),
      this.#empty,
      h('div', { class: 'table-holder' }, table),
      this.#detail,
    );
    this.#load();
  }

  close() {}

  map() {}

  mapFailed() {}

  /** A snapshot holds what is open and the last few that are not; older ones stay as they were. */
  snapshot({ flights = [] }) {
    const known = new Map((this.#flights ?? []).map((one) => [one.flightId, one]));
    flights.forEach((one) => known.set(one.flightId, one));
    this.#flights = [...known.values()];
    this.#draw();
    this.#read();
  }

  async #load() {
    try {
      const { flights } = await getJson('/api/flights');
      this.#flights = flights;
    } catch {
      setText(this.#empty, t('page.audit.failed'));
      return;
    }
    this.#draw();
    this.#read();
  }

  #draw() {
    const flights = [...(this.#flights ?? [])].sort((a, b) =>
      (b.stateSince ?? '').localeCompare(a.stateSince ?? ''),
    );
    setHidden(this.#empty, flights.length > 0);
    setText(this.#empty, t('page.audit.none'));
    if (this.#selected === null && flights.length > 0) {
      this.#selected = flights[0].flightId;
    }
    redraw(this.#rows, [flights, this.#selected], () => flights.map((one) => this.#row(one)));
    const flight = flights.find((one) => one.flightId === this.#selected);
    setHidden(this.#detail, !flight);
    if (flight) {
      setText(this.#title, t('page.audit.of', flight.flightId));
      this.#decision.update(flight);
      this.#drawViews(flight);
      this.#drawDeeds(flight);
    }
  }

  #row(flight) {
    const selected = flight.flightId === this.#selected;
    const open = h('button', {
      type: 'button',
      class: 'quiet',
      text: flight.flightId,
      'aria-pressed': String(selected),
      'data-test': `flight-${flight.flightId}`,
      onclick: () => {
        this.#selected = flight.flightId;
        this.#draw();
        this.#rows.querySelector('[aria-pressed=true]')?.focus();
      },
    });
    const may = this.#who.permissions.includes('READ_RECORDS');
    const record = flight.state === 'CLOSED' ? recordLink(flight, may) : '';
    const reason = flight.reason ? ` (${name('reason', flight.reason)})` : '';
    return h(
      'tr',
      { class: selected ? 'is-selected' : null },
      h('th', { scope: 'row' }, open),
      h('td', { text: flight.stateSince ? `${time(flight.stateSince).date}, ${bothTimes(flight.stateSince)}` : '–' }),
      h('td', { text: flight.incidentId }),
      h('td', { text: flight.serviceId }),
      h('td', { text: flight.pilotId }),
      h('td', {}, verdictBadge(flight.verdict)),
      h('td', { text: `${name('state', flight.state)}${reason}` }),
      h('td', {}, record),
    );
  }

  /** Reads the journal on from where it was read to. */
  async #read() {
    const may = this.#who.permissions.includes('READ_JOURNAL');
    if (!may || this.#reading || performance.now() - this.#readMs < READ_EVERY_MS) {
      return;
    }
    this.#reading = true;
    this.#readMs = performance.now();
    try {
      let more = true;
      while (more && this.#next < ENTRIES_MAX) {
        const page = await getJson(`/api/entries?after=${this.#next}&limit=${PAGE}`);
        this.#watched.push(...page.entries.filter((entry) => VIEWS.has(entry.type)));
        this.#deeds.push(...page.entries.filter(isDeed));
        more = page.entries.length === PAGE;
        this.#next = page.next;
      }
      this.#failed = false;
    } catch {
      this.#failed = true;
    } finally {
      this.#reading = false;
    }
    const flight = this.#flights?.find((one) => one.flightId === this.#selected);
    if (flight) {
      this.#drawViews(flight);
      this.#drawDeeds(flight);
    }
  }

  /** What concerns supervision now, then all that was said and ordered. */
  #drawDeeds(flight) {
    const concerns = flight.concerns ?? [];
    setHidden(this.#concerns, concerns.length === 0);
    redraw(this.#concerns, concerns, () => concerns.map(concernRow));
    const mine = this.#deeds.filter((entry) => entry.stream === `flight/${flight.flightId}`);
    redraw(this.#done, [mine, this.#failed], () =>
      this.#failed && mine.length === 0
        ? h('p', { class: 'muted', text: t('page.audit.watched.failed') })
        : deedsTable(mine),
    );
  }

  #drawViews(flight) {
    const stream = `flight/${flight.flightId}`;
    const mine = this.#watched.filter((entry) => entry.stream === stream);
    const rows = mine
      .filter((entry) => entry.type !== 'view.closed')
      .map((entry) => ({
        entry,
        closed: mine.find(
          (other) => other.type === 'view.closed' && other.body.viewId === entry.body.viewId,
        ),
      }));
    redraw(this.#views, [rows, this.#failed], () => {
      if (rows.length === 0) {
        const key = this.#failed ? 'page.audit.watched.failed' : 'page.audit.watched.none';
        return h('p', { class: 'muted', text: t(key) });
      }
      return h(
        'table',
        { class: 'watched' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ...['when', 'person', 'service', 'source', 'what'].map((c) =>
              h('th', { scope: 'col', text: t(`page.audit.watched.${c}`) }),
            ),
          ),
        ),
        h('tbody', {}, ...rows.map(watched)),
      );
    });
  }
}

function watched({ entry, closed }) {
  const { body } = entry;
  let what;
  if (entry.type === 'view.refused') {
    what = t('page.audit.watched.refused', body.article ?? body.code ?? '');
  } else if (closed) {
    what = t('page.audit.watched.until', time(closed.time).local);
  } else {
    what = t('page.audit.watched.still');
  }
  return h(
    'tr',
    { class: entry.type === 'view.refused' ? 'is-refused' : null },
    h('td', { text: bothTimes(entry.time) }),
    h('td', { text: body.person ?? '' }),
    h('td', { text: body.service ?? '' }),
    h('td', { text: body.source ?? '' }),
    h('td', { text: what }),
  );
}
