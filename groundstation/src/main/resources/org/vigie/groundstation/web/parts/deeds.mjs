// What supervision said of a flight and what people ordered, from its journal: a table for auditors.

import { h } from '../core/dom.mjs';
import { concernName, concernWords } from '../core/flight-words.mjs';
import { bothTimes } from '../core/format.mjs';
import { name, t } from '../core/texts.mjs';

const COLUMNS = ['when', 'what', 'detail', 'by', 'why'];

const list = (codes = []) => codes.map((code) => name('concern', code)).join(', ');

/** For each kind of entry that is told: what it says, and who did it. */
const TOLD = {
  'flight.concern': (b) => ({ what: concernName(b), detail: concernWords(b), kind: 'concern' }),
  'flight.concern-over': (b) => ({ what: name('concern', b.concern), detail: t('page.deeds.over') }),
  'flight.concerns-overruled': (b) => ({
    what: t('page.deeds.overruled'),
    detail: list(b.concerns),
    by: b.by,
    kind: 'overruled',
  }),
  'flight.commanded': (b) => ({
    what: t('page.deeds.order', name('order', b.command)),
    by: name('concern', b.by ?? ''),
    why: b.why ? name('reason', b.why) : '',
  }),
  'flight.order-refused': (b) => ({
    what: t('page.deeds.refused', name('order', b.command)),
    detail: name('order.outcome', (b.outcome ?? '').replace(':', '.')),
    kind: 'refused',
  }),
  'flight.authority-offered': (b) => ({ what: t('page.deeds.offered'), detail: b.to, by: b.by }),
  'flight.authority-taken': (b) => ({
    what: t('page.deeds.taken'),
    detail: t('page.deeds.from', b.from),
    by: b.by,
    why: name('page.deeds.taken', b.why ?? ''),
  }),
  'flight.set-up-confirmed': (b) => ({ what: t('page.deeds.set-up'), by: b.by }),
  'flight.scene-extended': (b) => ({ what: t('page.deeds.scene-extended'), by: b.by }),
  'flight.scene-moved': (b) => ({ what: t('page.deeds.scene-moved'), by: b.by }),
};

/** Whether an entry is one of those. */
export function isDeed(entry) {
  return Object.hasOwn(TOLD, entry.type);
}

/** The table of a flight's entries, or that there is nothing to tell. */
export function deedsTable(entries) {
  if (entries.length === 0) {
    return h('p', { class: 'muted', text: t('page.deeds.none') });
  }
  return h(
    'table',
    { class: 'watched deeds' },
    h('thead', {}, h('tr', {}, ...COLUMNS.map((c) => h('th', { scope: 'col', text: t(`page.deeds.${c}`) })))),
    h('tbody', {}, ...entries.map(row)),
  );
}

function row(entry) {
  const { what, detail = '', by = '', why = '', kind } = TOLD[entry.type](entry.body);
  return h(
    'tr',
    { class: kind ? `is-${kind}` : null },
    h('td', { text: bothTimes(entry.time) }),
    ...[what, detail, by, why].map((text) => h('td', { text: text ?? '' })),
  );
}
