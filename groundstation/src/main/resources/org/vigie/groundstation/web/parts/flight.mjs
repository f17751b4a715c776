// The flight in words: how far along, where it stands, what comes next, and the numbers with their
// units and references.

import { h, redraw, setHidden, setText } from '../core/dom.mjs';
import { STEPS, isOffPlan, stepOf } from '../core/flights.mjs';
import { UNKNOWN, bothTimes, duration, quantity, secondsBetween } from '../core/format.mjs';
import {
  asks,
  concernName,
  concernWords,
  offerWords,
  orderWords,
  sceneWords,
} from '../core/flight-words.mjs';
import { refusal } from '../core/plan-words.mjs';
import { name, t } from '../core/texts.mjs';

export class FlightPanel {
  element;
  #who;
  #title = h('h3', { class: 'panel-title' });
  #state = h('p', { class: 'flight-state', 'data-test': 'flight-state' });
  #next = h('p', { class: 'flight-next', 'data-test': 'flight-next' });
  #steps = h('ol', { class: 'steps', 'aria-label': t('page.flight.steps') });
  #order = h('p', { class: 'said is-refused', role: 'alert', hidden: true, 'data-test': 'order-refused' });
  #concerns = h('ul', { class: 'concerns', hidden: true, 'data-test': 'concerns' });
  #lines = h('ul', { class: 'lines', hidden: true, 'data-test': 'flight-lines' });
  #facts = h('dl', { class: 'facts', 'data-test': 'flight-facts' });
  #record = h('p', { class: 'record', hidden: true });

  constructor(who) {
    this.#who = who;
    this.element = h(
      'section',
      { class: 'panel flight-panel', 'aria-label': t('page.flight'), hidden: true, 'data-test': 'flight' },
      this.#title,
      this.#steps,
      h('div', { class: 'flight-now' }, this.#state, this.#next),
      this.#order,
      this.#concerns,
      this.#facts,
      this.#lines,
      this.#record,
    );
  }

  update(flight, vehicle, now) {
    setHidden(this.element, !flight);
    if (!flight) {
      return;
    }
    setText(this.#title, t('page.flight.title', flight.flightId, flight.vehicleId, flight.pilotId));
    this.#drawSteps(flight);
    this.#state.className = `flight-state${isOffPlan(flight) ? ' is-off-plan' : ''}`;
    setText(this.#state, stateWords(flight, now));
    setText(this.#next, nextWords(flight, now));
    const refused = flight.lastOrder?.refused ?? false;
    setHidden(this.#order, !refused);
    setText(
      this.#order,
      refused
        ? t('page.flight.order-refused', name('order', flight.lastOrder.command), refusal(flight.lastOrder))
        : '',
    );
    this.#drawConcerns(flight.concerns ?? []);
    this.#drawLines(flight, now);
    setHidden(this.#facts, !vehicle || flight.state === 'CLOSED' || flight.state === 'REFUSED');
    if (vehicle) {
      this.#drawFacts(vehicle);
    }
    this.#drawRecord(flight);
  }

  #drawSteps(flight) {
    const at = stepOf(flight);
    const off = isOffPlan(flight);
    redraw(this.#steps, [at, off], () =>
      STEPS.map((step, i) => {
        const kind = i < at ? 'done' : i === at ? (off ? 'off' : 'now') : 'ahead';
        return h(
          'li',
          { class: `step is-${kind}`, 'aria-current': i === at ? 'step' : null },
          h('span', { class: 'step-mark', 'aria-hidden': 'true' }),
          h('span', { text: t(`page.step.${step}`) }),
        );
      }),
    );
  }

  /** What asks for more than being told comes first. */
  #drawConcerns(concerns) {
    const sorted = [...concerns].sort((a, b) => Number(asks(b)) - Number(asks(a)));
    setHidden(this.#concerns, sorted.length === 0);
    redraw(this.#concerns, sorted, () => sorted.map(concernRow));
  }

  /** Orders, offers and what became of the scene: said while there is something to say. */
  #drawLines(flight, now) {
    const { lastOrder, setUp } = flight;
    const lines = [
      setUp ? t('page.flight.set-up', setUp.differences.length) : '',
      lastOrder && !lastOrder.refused ? t('page.flight.order', orderWords(lastOrder)) : '',
      offerWords(flight, now),
      sceneWords(flight),
    ].filter((line) => line);
    setHidden(this.#lines, lines.length === 0);
    redraw(this.#lines, lines, () => lines.map((line) => h('li', { text: line })));
  }

  #drawFacts(v) {
    const height = Number.isFinite(v.heightAglM)
      ? quantity(v.heightAglM, 'm', 0, 'AGL')
      : quantity(v.heightAboveHomeM, 'm', 0, t('page.height.home'));
    const contained = v.containment
      ? [
          name('page.containment', v.containment.state),
          quantity(v.containment.marginM, 'm'),
          Number.isFinite(v.containment.breachInS)
            ? t('page.flight.edge-in', duration(v.containment.breachInS))
            : '',
        ]
          .filter((part) => part && part !== UNKNOWN)
          .join(' · ')
      : UNKNOWN;
    const facts = {
      height,
      altitude: quantity(v.altitudeAmslM, 'm', 0, 'AMSL'),
      speed: quantity(v.groundSpeedMps, 'm/s', 1),
      battery: quantity(v.batteryPercent, '%'),
      link: name('page.link', v.link),
      position: duration(v.ageS),
      containment: contained,
    };
    const old = v.link !== 'OK';
    redraw(this.#facts, [facts, old], () =>
      Object.entries(facts).map(([key, value]) =>
        h(
          'div',
          { class: `fact is-${key}${old && key === 'link' ? ' is-wrong' : ''}` },
          h('dt', { text: t(`page.fact.${key}`) }),
          h('dd', { text: value }),
        ),
      ),
    );
  }

  #drawRecord(flight) {
    const ready = flight.state === 'CLOSED';
    setHidden(this.#record, !ready);
    const may = this.#who.permissions.includes('READ_RECORDS');
    redraw(this.#record, [ready, may, flight.flightId], () =>
      ready ? recordLink(flight, may) : [],
    );
  }
}

/** The record and its report to download, or who has them. */
export function recordLink(flight, may) {
  return may
    ? h(
        'span',
        { class: 'records' },
        download(flight, 'record.zip', `${flight.flightId}.zip`, 'record'),
        ' ',
        download(flight, 'report.pdf', `${flight.flightId}-report.pdf`, 'report'),
      )
    : h('span', { class: 'muted', text: t('page.record.kept'), 'data-test': 'record-kept' });
}

function download(flight, part, file, what) {
  const language = what === 'report' ? `?lang=${document.documentElement.lang}` : '';
  return h('a', {
    class: 'button',
    href: `/api/flights/${encodeURIComponent(flight.flightId)}/${part}${language}`,
    download: file,
    text: t(`page.${what}.download`),
    'aria-label': t(`page.${what}.download-of`, flight.flightId),
    'data-test': what,
  });
}

/** One concern of supervision: what it is about, and what was found. */
export function concernRow(one) {
  return h(
    'li',
    { class: `concern${asks(one) ? ' is-asking' : ''}${one.setAside ? ' is-set-aside' : ''}` },
    h('span', { class: 'concern-name', text: concernName(one) }),
    h('span', { class: 'concern-words', text: concernWords(one) }),
  );
}

function stateWords(flight, now) {
  const state = name('state', flight.state);
  const since = flight.stateSince
    ? t('page.flight.since', duration(secondsBetween(flight.stateSince, now)))
    : '';
  const why = flight.reason ? `(${name('reason', flight.reason)})` : '';
  return [state, why, since].filter((part) => part).join(' ');
}

/** What comes next, with the plan's times where there are some. */
function nextWords(flight, now) {
  const key = `page.next.${flight.state}`;
  const { plan, airborneSince, sceneSince } = flight;
  let left = null;
  if (plan && airborneSince && ['TAKING_OFF', 'OUTBOUND'].includes(flight.state)) {
    left = plan.toSceneS - secondsBetween(airborneSince, now);
  } else if (plan && sceneSince && flight.state === 'ON_SCENE') {
    left = plan.onSceneS - secondsBetween(sceneSince, now);
  } else if (plan && airborneSince && flight.state === 'RETURNING') {
    left = plan.durationS - secondsBetween(airborneSince, now);
  }
  const words = t(key, flight.pilotId);
  if (words === key) {
    return '';
  }
  if (left === null) {
    return words;
  }
  return left > 0
    ? `${words} ${t('page.next.in', duration(Math.max(1, Math.round(left))))}`
    : `${words} ${t('page.next.overdue', duration(-left))}`;
}

/** When a flight came into its state. */
export function since(flight) {
  return flight.stateSince ? bothTimes(flight.stateSince) : UNKNOWN;
}
