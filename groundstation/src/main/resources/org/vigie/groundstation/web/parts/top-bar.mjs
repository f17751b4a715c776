// Station, time, who is there; and the banner when the station is away.

import { h, setHidden, setText } from '../core/dom.mjs';
import { time, wholeDuration } from '../core/format.mjs';
import { currentLanguage, t } from '../core/texts.mjs';
import { languageButton, themeButton } from './switches.mjs';
import { help } from './help.mjs';

export class TopBar {
  element;
  #local = h('span', { class: 'clock', 'data-test': 'clock' });
  #utc = h('span', { class: 'muted small' });
  #banner = h('p', { class: 'banner', role: 'alert', hidden: true, 'data-test': 'banner' });
  #banned = false;

  constructor(who, { views, view, choose, language, leave }) {
    const tabs =
      views.length > 1
        ? h(
            'nav',
            { class: 'views', 'aria-label': t('page.views') },
            ...views.map((name) =>
              h('button', {
                type: 'button',
                class: 'quiet',
                text: t(`page.view.${name}`),
                'aria-current': name === view ? 'page' : null,
                'data-test': `view-${name}`,
                onclick: () => choose(name),
              }),
            ),
          )
        : null;
    const { button: helpButton, panel: helpPanel } = help();
    const person = h(
      'p',
      { class: 'person', 'data-test': 'person' },
      h('span', { text: who.name }),
      h('span', { class: 'muted small', text: who.serviceName || roleWords(who) }),
    );
    const bar = h(
      'header',
      { class: 'top-bar' },
      h('h1', { class: 'station', text: who.station?.name ?? 'Vigie' }),
      tabs,
      h('p', { class: 'times', 'aria-label': t('page.time') }, this.#local, ' ', this.#utc),
      person,
      h(
        'div',
        { class: 'switches' },
        helpButton,
        languageButton(currentLanguage(), language),
        themeButton(),
        h('button', {
          type: 'button',
          class: 'quiet',
          text: t('page.log-out'),
          'data-test': 'log-out',
          onclick: leave,
        }),
      ),
    );
    this.element = h('div', { class: 'top' }, bar, helpPanel, this.#banner);
  }

  snapshot({ time: now }) {
    const { local, utc } = time(now);
    setText(this.#local, local);
    setText(this.#utc, utc);
  }

  /** Read out when it comes, not with each second that it counts. */
  away(sinceMs, everCame) {
    setHidden(this.#banner, sinceMs === null);
    if (sinceMs === null) {
      this.#banned = false;
      this.#banner.replaceChildren();
      return;
    }
    if (!this.#banned) {
      this.#banned = true;
      const words = everCame
        ? t('page.live.away', time(sinceMs).local)
        : t('page.live.never', time(sinceMs).local);
      this.#banner.replaceChildren(
        h('span', { text: words }),
        h('span', { class: 'banner-age', 'aria-hidden': 'true' }),
      );
    }
    setText(this.#banner.lastChild, `(${wholeDuration((Date.now() - sinceMs) / 1000)})`);
  }
}

function roleWords(who) {
  return who.roles.map((role) => t(`page.role.${role}`)).join(', ');
}
