// The keys, shown on demand in a strip that covers nothing; and whether single letters count as
// keys at all.

import { h } from '../core/dom.mjs';
import { t } from '../core/texts.mjs';

const OFF = 'vigie.keys-off';
const KEYS = ['j', 'k', 'c', 'd', 'v', 'm', 'h'];

export function keysOn() {
  return localStorage.getItem(OFF) === null;
}

/** The button and the strip that it opens. */
export function help() {
  const box = h('input', {
    type: 'checkbox',
    id: 'keys-on',
    onchange: () => (box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, '1')),
  });
  box.checked = keysOn();
  const panel = h(
    'section',
    { id: 'help', class: 'help', 'aria-label': t('page.help.title'), hidden: true, 'data-test': 'help' },
    h(
      'dl',
      { class: 'keys' },
      ...KEYS.map((key) =>
        h(
          'div',
          {},
          h('dt', {}, h('kbd', { text: key.toUpperCase() })),
          h('dd', { text: t(`page.help.key.${key}`) }),
        ),
      ),
    ),
    h('p', {}, box, ' ', h('label', { for: 'keys-on', text: t('page.help.keys-on') })),
  );
  const button = h('button', {
    type: 'button',
    class: 'quiet',
    text: t('page.help'),
    'aria-expanded': 'false',
    'aria-controls': 'help',
    'data-test': 'help-open',
    onclick: () => {
      panel.hidden = !panel.hidden;
      button.setAttribute('aria-expanded', String(!panel.hidden));
    },
  });
  return { button, panel };
}

/** The key that was pressed when it is meant as a shortcut, or null. */
export function shortcut(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || !keysOn()) {
    return null;
  }
  const types = event.target instanceof Element && event.target.matches('input, textarea, select');
  return types ? null : event.key.toLowerCase();
}
