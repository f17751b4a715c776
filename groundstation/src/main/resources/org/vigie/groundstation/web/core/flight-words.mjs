// What supervision, orders and pilots have to say of a flight, in words: the same words as in the
// console.

import { duration, quantity, secondsBetween } from './format.mjs';
import { figure, refusal } from './plan-words.mjs';
import { name, t } from './texts.mjs';

/** The station forgets an offer that nobody took in that time. */
const OFFER_S = 60;

/** Whether a concern asks for more than being told. */
export function asks({ reaction }) {
  return reaction !== 'WARN' && reaction !== 'NONE';
}

/** What it is about, with its subject. */
export function concernName({ concern, subject }) {
  const words = name('concern', concern);
  return subject ? `${words}: ${subject}` : words;
}

/** What was found, what it was compared with, and what it asks for. */
export function concernWords(one) {
  const parts = [
    t('console.check.compared', figure(one.value, one.unit), figure(one.limit, one.unit)),
    name('console.concern.asks', one.reaction),
  ];
  if (one.setAside) {
    parts.push(t('console.concern.set-aside'));
  }
  return parts.join(' · ');
}

/** How the newest order is going. */
export function orderWords(order) {
  const what = name('order', order.command);
  const who = order.by ? t('page.flight.by', name('concern', order.by)) : '';
  const how = order.refused
    ? refusal(order)
    : order.outcome
      ? name('order.outcome', order.outcome.replace(':', '.'))
      : t('page.flight.order.under-way');
  return [`${what}${who}`, how].join(' · ');
}

/** To whom the aircraft is offered, while that stands; empty when to nobody. */
export function offerWords(flight, now) {
  if (!flight.offer) {
    return '';
  }
  const age = flight.offer.at ? secondsBetween(flight.offer.at, now) : 0;
  return age > OFFER_S
    ? ''
    : t('page.flight.offer', flight.pilotId, flight.offer.to, duration(Math.max(0, Math.round(age))));
}

/** What was made of the scene in flight; empty when it is as planned. */
export function sceneWords({ scene }) {
  if (!scene) {
    return '';
  }
  const parts = [];
  if (scene.moved) {
    parts.push(t('page.flight.scene.moved'));
  }
  if (scene.extendedS > 0) {
    parts.push(t('page.flight.scene.extended', quantity(scene.extendedS, 's')));
  }
  return parts.join(' · ');
}
