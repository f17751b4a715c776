// What the planner, its proof and an aircraft's refusals say in codes and numbers, in words: the
// same words as in the console and on the command line.

import { coordinates, duration, quantity } from './format.mjs';
import { has, name, t } from './texts.mjs';

const FROM = ' from ';

const TO = ' to ';

/** Several things, and those that are codes by their words. */
const listed = (subject) =>
  subject
    .split(/,\s*/)
    .map((one) => name('plan.subject', one))
    .join(', ');

/** A part of the flight, or those from one to another. */
function part(code) {
  const to = code.indexOf(TO);
  return to < 0
    ? name('plan.branch', code)
    : t(
        'plan.branch.from-to',
        name('plan.branch', code.slice(0, to)),
        name('plan.branch', code.slice(to + TO.length)),
      );
}

/** A number with its unit, to a tenth unless it is whole. */
export function figure(value, unit) {
  if (!Number.isFinite(value)) {
    return t('plan.unknown');
  }
  return quantity(value, unit, Number.isInteger(value) ? 0 : 1).trimEnd();
}

/** Why there is no plan, with the numbers behind it. */
export function reason({ code, subject, values }) {
  if (!has(`plan.none.${code}`)) {
    return `${code} ${listed(subject)}`.trim();
  }
  let found = NaN;
  let limit = NaN;
  for (const [key, value] of Object.entries(values)) {
    if (key.startsWith('limit') || key.startsWith('available')) {
      limit = value;
    } else {
      found = value;
    }
  }
  return t(`plan.none.${code}`, listed(subject), figure(found, ''), figure(limit, ''));
}

/** What could be done, in a sentence. */
export function advice({ code, subject, at, latDeg, lonDeg, values }) {
  const key = `plan.advice.${code}`;
  if (!has(key)) {
    return `${code} ${listed(subject)}`.trim();
  }
  const toScene = duration(values.toSceneS);
  const given = {
    authorise: () => [listed(subject), toScene],
    wait: () => [at ?? '', listed(subject), toScene],
    ceiling: () => [figure(values.neededM, 'm'), figure(values.limitM, 'm')],
    'other-place': () => [
      latDeg === null ? '' : coordinates(latDeg, lonDeg),
      figure(values.distanceM, 'm'),
    ],
  };
  return t(key, ...(given[code] ?? (() => [toScene]))());
}

/** What became of an aircraft that could have gone. */
export function considered(one) {
  const outcome = has(`choice.${one.outcome}`) ? one.outcome : 'OTHER';
  const why = { NO_PLAN: () => reason({ ...one, code: one.reason }), NOT_PROVEN: () => check(one.reason) };
  const because = (why[one.outcome] ?? (() => one.reason))();
  return t('choice.of', one.vehicleId, one.siteId, t(`choice.${outcome}`, duration(one.arrivalS), because));
}

/** What a check looks at. */
export function check(code) {
  return name('plan.check', code);
}

/** What part of the flight a finding is about, and where a return begins. */
export function branch(code) {
  const from = code.indexOf(FROM);
  return from < 0
    ? name('plan.branch', code)
    : t(
        'plan.return-from',
        name('plan.branch', code.slice(0, from)),
        part(code.slice(from + FROM.length)),
      );
}

/** Where and when something is so; away from the route it has no time. */
export function place(at) {
  const where = coordinates(at.latE7 / 1e7, at.lonE7 / 1e7);
  const height = quantity(at.heightM, 'm');
  return at.seq < 0
    ? t('plan.place', where, height)
    : t('plan.moment', at.seq, where, height, duration(at.fromS));
}

/** Why an order was refused: the answer, what the autopilot said, what is still possible. */
export function refusal(order) {
  const parts = [name('order.outcome', order.outcome.replace(':', '.'))];
  if (order.said) {
    parts.push(t('console.order.said', order.said));
  }
  if (order.remaining.length > 0) {
    parts.push(t('console.order.remaining', order.remaining.map((code) => name('order', code)).join(', ')));
  }
  return parts.join(' · ');
}
