// Confirm and dismiss: what was asked is sent, accepted, or refused with the reason, in words. The
// dismissal's reason is asked in place and covers nothing.

import { h, setHidden, setText } from '../core/dom.mjs';
import { postJson } from '../core/api.mjs';
import { isWaiting } from '../core/flights.mjs';
import { t } from '../core/texts.mjs';

/** Codes are kept in the journal as they are; a person's own words are personal content there. */
const REASONS = ['false-alarm', 'exercise', 'handled-elsewhere', 'duplicate'];
/** The station takes no longer ones. */
const WORDS_MAX = 500;

export class IncidentActions {
  element;
  #id = null;
  #incident = null;
  #flight = null;
  #may;
  #announcer;
  #sent = new Map();
  #confirm;
  #dismiss;
  #form;
  #own;
  #formSaid;
  #said;
  #none;
  #buttons;

  constructor(who, announcer) {
    this.#may = (permission) => who.permissions.includes(permission);
    this.#announcer = announcer;
    this.#confirm = h('button', {
      type: 'button',
      class: 'primary big',
      text: t('page.action.confirm'),
      'data-test': 'confirm',
      onclick: () => this.#send('confirm', {}),
    });
    this.#dismiss = h('button', {
      type: 'button',
      class: 'big',
      text: t('page.action.dismiss'),
      'aria-expanded': 'false',
      'aria-controls': 'dismiss-form',
      'data-test': 'dismiss',
      onclick: () => this.#open(this.#form.hidden),
    });
    this.#said = h('p', { class: 'said', role: 'status', hidden: true, 'data-test': 'action-said' });
    this.#none = h('p', { class: 'muted', 'data-test': 'action-none' });
    this.#buttons = h('div', { class: 'action-buttons' }, this.#confirm, this.#dismiss);
    this.#form = this.#makeForm();
    this.element = h('div', { class: 'actions' }, this.#buttons, this.#none, this.#said);
  }

  /** Where the dismissal's reason is asked, to be put below. */
  get form() {
    return this.#form;
  }

  update(incident, flight) {
    this.#flight = flight;
    if (incident.incidentId !== this.#id) {
      this.#id = incident.incidentId;
      this.#open(false);
    }
    this.#incident = incident;
    const sent = this.#sent.get(this.#id);
    const waits = isWaiting(incident);
    if (!waits && sent?.kind === 'accepted') {
      // the state itself says it now
      this.#sent.delete(this.#id);
    }
    const may = this.#may('CONFIRM_INCIDENT') || this.#may('DISMISS_INCIDENT');
    setHidden(this.#buttons, !waits || !may);
    const none = waits ? (may ? '' : t('page.action.not-yours')) : this.#overWords(incident, flight);
    setHidden(this.#none, !none);
    setText(this.#none, none);
    this.#confirm.hidden = !this.#may('CONFIRM_INCIDENT');
    this.#dismiss.hidden = !this.#may('DISMISS_INCIDENT');
    const busy = sent?.kind === 'sent' || sent?.kind === 'accepted';
    this.#confirm.disabled = busy;
    this.#dismiss.disabled = busy;
    if (!waits) {
      this.#open(false);
    }
    this.#show();
  }

  focusConfirm() {
    this.#confirm.focus();
  }

  openDismiss() {
    if (!this.#buttons.hidden && !this.#dismiss.disabled && !this.#dismiss.hidden) {
      this.#open(true);
    }
  }

  /** A flight speaks for itself, further down. */
  #overWords(incident, flight) {
    return incident.state === 'CONFIRMED' && flight ? '' : t(`page.action.none.${incident.state}`);
  }

  #makeForm() {
    this.#own = h('textarea', {
      id: 'dismiss-words',
      rows: 2,
      maxlength: WORDS_MAX,
      'aria-label': t('page.dismiss.words'),
      placeholder: t('page.dismiss.words'),
      hidden: true,
      'data-test': 'dismiss-words',
    });
    this.#formSaid = h('p', {
      class: 'said is-refused',
      role: 'alert',
      hidden: true,
      'data-test': 'dismiss-said',
    });
    const choices = [...REASONS, 'in-words'].map((code) =>
      h(
        'label',
        { class: 'choice' },
        h('input', { type: 'radio', name: 'reason', value: code, 'data-test': `reason-${code}` }),
        ' ',
        h('span', { text: t(`page.dismiss.reason.${code}`) }),
      ),
    );
    return h(
      'form',
      {
        id: 'dismiss-form',
        class: 'dismiss-form',
        hidden: true,
        'data-test': 'dismiss-form',
        onchange: () => {
          this.#own.hidden = this.#chosen() !== 'in-words';
        },
        onsubmit: (event) => {
          event.preventDefault();
          this.#dismissed();
        },
        onkeydown: (event) => {
          if (event.key === 'Escape') {
            this.#open(false);
            this.#dismiss.focus();
          }
        },
      },
      h(
        'fieldset',
        {},
        h('legend', { text: t('page.dismiss.why') }),
        h('div', { class: 'choices' }, ...choices),
        this.#own,
      ),
      this.#formSaid,
      h(
        'div',
        { class: 'action-buttons' },
        h('button', { class: 'primary', text: t('page.dismiss.send'), 'data-test': 'dismiss-send' }),
        h('button', {
          type: 'button',
          text: t('page.dismiss.cancel'),
          onclick: () => {
            this.#open(false);
            this.#dismiss.focus();
          },
        }),
      ),
    );
  }

  #open(open) {
    if (this.#form.hidden === !open) {
      return;
    }
    this.#form.hidden = !open;
    this.#dismiss.setAttribute('aria-expanded', String(open));
    setHidden(this.#formSaid, true);
    if (open) {
      this.#form.reset();
      this.#own.hidden = true;
      this.#form.querySelector('input').focus();
    }
  }

  #chosen() {
    return this.#form.querySelector('input[name=reason]:checked')?.value;
  }

  #dismissed() {
    const code = this.#chosen();
    const words = this.#own.value.trim();
    const wordless = code === 'in-words' && !words;
    const missing = !code ? 'page.dismiss.missing' : wordless ? 'page.dismiss.missing-words' : '';
    setHidden(this.#formSaid, !missing);
    if (missing) {
      setText(this.#formSaid, t(missing));
      this.#form.querySelector(code ? 'textarea' : 'input').focus();
      return;
    }
    this.#send('dismiss', { reason: code === 'in-words' ? words : code });
  }

  async #send(action, body) {
    const id = this.#id;
    this.#set(id, { kind: 'sent', action });
    try {
      await postJson(`/api/incidents/${encodeURIComponent(id)}/${action}`, body);
      this.#set(id, { kind: 'accepted', action });
      this.#announcer.say(t(`page.action.${action}.accepted`, id));
    } catch (problem) {
      const why = problem.status === 0 ? t('page.failed.no-answer') : problem.sentence;
      this.#set(id, { kind: 'refused', action, why });
    }
  }

  #set(id, sent) {
    this.#sent.set(id, sent);
    if (id === this.#id) {
      if (sent.kind === 'accepted') {
        this.#open(false);
      }
      this.update(this.#incident, this.#flight);
    }
  }

  #show() {
    const sent = this.#sent.get(this.#id);
    setHidden(this.#said, !sent);
    if (sent) {
      this.#said.className = `said is-${sent.kind}`;
      const words =
        sent.kind === 'refused'
          ? t(`page.action.${sent.action}.refused`, sent.why)
          : t(`page.action.${sent.action}.${sent.kind}`, this.#id);
      setText(this.#said, words);
    }
  }
}
