// Numbers with their units, times with their zone. Unknown is a dash, never a zero.

import { currentLanguage, t } from './texts.mjs';

export const UNKNOWN = '–';
/** Between a number and its unit: no line breaks there. */
const NBSP = '\u00a0';

export function number(value, decimals = 0) {
  return new Intl.NumberFormat(currentLanguage(), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

/** A number with its unit and, for heights, its reference: `62 m AGL`. */
export function quantity(value, unit, decimals = 0, reference = '') {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return UNKNOWN;
  }
  const suffix = reference ? `${NBSP}${reference}` : '';
  return `${number(value, decimals)}${NBSP}${unit}${suffix}`;
}

/** An age or a length of time, coarser as it grows: 0.1 s, 12 s, 2 min 10 s, 1 h 05 min, 3 d. */
export function duration(seconds) {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) {
    return UNKNOWN;
  }
  const s = Math.max(0, seconds);
  if (s < 9.95) {
    return quantity(s, 's', 1);
  }
  if (s < 59.5) {
    return quantity(s, 's');
  }
  const whole = Math.round(s);
  if (whole < 3600) {
    const rest = whole % 60;
    const minutes = quantity(Math.floor(whole / 60), 'min');
    return rest === 0 ? minutes : `${minutes} ${quantity(rest, 's')}`;
  }
  if (whole < 86_400) {
    const minutes = String(Math.floor((whole % 3600) / 60)).padStart(2, '0');
    return `${quantity(Math.floor(whole / 3600), 'h')} ${minutes}${NBSP}min`;
  }
  return quantity(Math.floor(whole / 86_400), t('page.unit.days'));
}

/** An age at a glance, in its largest unit: 12 s, 2 min, 1 h. */
export function roughly(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  if (s < 60) {
    return quantity(s, 's');
  }
  if (s < 3600) {
    return quantity(Math.floor(s / 60), 'min');
  }
  return s < 86_400 ? quantity(Math.floor(s / 3600), 'h') : duration(s);
}

/** Whole seconds under a minute too: for what counts on while it is read aloud. */
export function wholeDuration(seconds) {
  return seconds < 59.5 ? quantity(Math.max(0, Math.floor(seconds)), 's') : duration(seconds);
}

function clock(instant, options) {
  return new Intl.DateTimeFormat(currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB', {
    hour12: false,
    ...options,
  }).format(instant);
}

/** Local time of day with UTC beside it. */
export function time(instant) {
  const at = new Date(instant);
  const hms = { hour: '2-digit', minute: '2-digit', second: '2-digit' };
  const hm = { hour: '2-digit', minute: '2-digit' };
  return {
    local: clock(at, hms),
    utc: `${clock(at, { ...hm, timeZone: 'UTC' })}${NBSP}UTC`,
    date: clock(at, { day: 'numeric', month: 'short', year: 'numeric' }),
  };
}

/** `14:03:22 (12:03 UTC)`. */
export function bothTimes(instant) {
  const { local, utc } = time(instant);
  return `${local} (${utc})`;
}

export function secondsBetween(from, to) {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}

/** Six decimals are 0.1 m. */
export function coordinates(latDeg, lonDeg) {
  return `${latDeg.toFixed(6)}, ${lonDeg.toFixed(6)}`;
}
