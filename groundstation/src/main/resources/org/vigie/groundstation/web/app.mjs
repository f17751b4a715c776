// Starts the page: words, who is there, the live picture, and the view for their roles.

import { h, setText } from './core/dom.mjs';
import { ApiProblem, getJson, postJson, remove } from './core/api.mjs';
import { browserLanguage, chosenLanguage, currentLanguage, t, useLanguage } from './core/texts.mjs';
import { Live } from './core/live.mjs';
import { loginView } from './parts/login.mjs';
import { TopBar } from './parts/top-bar.mjs';
import { OperatorView } from './parts/operator.mjs';
import { AuditView } from './parts/audit.mjs';
import { Announcer } from './parts/announcer.mjs';

const app = document.getElementById('app');
const announcer = new Announcer(document.getElementById('announcer'));

class Page {
  #who = null;
  #live = null;
  #map = null;
  #snapshot = null;
  #bar = null;
  #view = null;
  #viewName = null;
  #clock = null;

  async start() {
    await useLanguage(chosenLanguage() ?? browserLanguage());
    try {
      this.#who = (await this.#fromHash()) ?? (await getJson('/api/sessions'));
    } catch (problem) {
      this.#logIn(problem);
      return;
    }
    await this.#enter();
  }

  /** A one-time login in the address: used once, and wiped before anything else sees it. */
  async #fromHash() {
    const parts = new URLSearchParams(location.hash.slice(1));
    const login = parts.get('login');
    if (!login) {
      return null;
    }
    parts.delete('login');
    const rest = parts.toString().replace(/=(?=&|$)/g, '');
    history.replaceState(null, '', location.pathname + (rest ? `#${rest}` : ''));
    return postJson('/api/sessions', { login });
  }

  #logIn(problem) {
    this.#leave();
    document.title = `${t('page.login.title')} · Vigie`;
    const said = problem instanceof ApiProblem && problem.status === 401 ? null : problem;
    app.replaceChildren(
      loginView({
        problem: said,
        entered: (who) => {
          this.#who = who;
          this.#enter();
        },
        language: (code) => this.#language(code, () => this.#logIn(null)),
      }),
    );
  }

  async #enter() {
    const language = chosenLanguage() ?? this.#who.station?.language ?? browserLanguage();
    if (language !== currentLanguage()) {
      await useLanguage(language);
    }
    this.#viewName = this.#views()[0];
    this.#draw();
    this.#live = new Live();
    this.#live.addEventListener('snapshot', ({ detail }) => this.#took(detail));
    this.#live.addEventListener('away', () => this.#tick());
    this.#live.addEventListener('back', () => this.#cameBack());
    this.#live.addEventListener('closed', ({ detail }) => this.#closed(detail));
    this.#live.start();
    this.#clock = setInterval(() => this.#tick(), 1000);
    await this.#loadMap();
  }

  /** What this person may look at, the first first. */
  #views() {
    const may = (permission) => this.#who.permissions.includes(permission);
    const audits = may('READ_JOURNAL') && !may('CONFIRM_INCIDENT');
    return audits ? ['audit', 'operator'] : may('READ_RECORDS') ? ['operator', 'audit'] : ['operator'];
  }

  #draw() {
    this.#view?.close();
    document.title = `${this.#who.station?.name ?? 'Vigie'} · Vigie`;
    this.#bar = new TopBar(this.#who, {
      views: this.#views(),
      view: this.#viewName,
      choose: (name) => {
        this.#viewName = name;
        this.#draw();
      },
      language: (code) => this.#language(code, () => this.#draw()),
      leave: () => this.#logOut(),
    });
    this.#view =
      this.#viewName === 'audit'
        ? new AuditView(this.#who, announcer)
        : new OperatorView(this.#who, announcer);
    app.replaceChildren(
      h('a', { class: 'skip', href: '#main', text: t('page.skip') }),
      this.#bar.element,
      this.#view.element,
    );
    if (this.#map) {
      this.#view.map(this.#map);
    }
    if (this.#snapshot) {
      this.#view.snapshot(this.#snapshot);
    }
    this.#tick();
  }

  #took(snapshot) {
    this.#snapshot = snapshot;
    this.#bar.snapshot(snapshot);
    this.#view.snapshot(snapshot);
    this.#tick();
  }

  #tick() {
    const since = this.#live?.awaySinceMs ?? null;
    document.documentElement.classList.toggle('is-stale', since !== null);
    this.#bar?.away(since, this.#snapshot !== null);
    this.#view?.tick?.();
  }

  #cameBack() {
    announcer.say(t('page.live.back'));
    if (!this.#map) {
      this.#loadMap();
    }
  }

  async #loadMap() {
    try {
      this.#map = await getJson('/api/map');
      this.#view.map(this.#map);
    } catch {
      this.#view?.mapFailed();
    }
  }

  /** A connection that never opened: perhaps the session has ended. */
  async #closed({ opened }) {
    if (opened) {
      return;
    }
    try {
      await getJson('/api/sessions');
    } catch (problem) {
      if (problem.status === 401 && this.#live) {
        this.#logIn(null);
      }
    }
  }

  async #language(code, redraw) {
    await useLanguage(code, true);
    redraw();
    announcer.say(t('page.language.now'));
    app.querySelector('[data-test=language]')?.focus();
  }

  async #logOut() {
    try {
      await remove('/api/sessions');
    } catch {
      // gone already, or the station is: nothing is shown any more either way
    }
    this.#logIn(null);
  }

  #leave() {
    clearInterval(this.#clock);
    this.#live?.stop();
    this.#view?.close();
    this.#live = null;
    this.#view = null;
    this.#bar = null;
    this.#map = null;
    this.#snapshot = null;
    document.documentElement.classList.remove('is-stale');
  }
}

new Page().start().catch((error) => {
  // the words themselves did not come: say it without them, in both languages
  setText(app, 'La station ne répond pas. Rechargez la page. / The station does not answer. Reload the page.');
  app.className = 'boot-failed';
  throw error;
});
