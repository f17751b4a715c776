// The one table of words, in the page's language. Patterns are java.text.MessageFormat: {0},
// {0,number,0.0}, {0,number,percent}, doubled apostrophes.

import { getJson } from './api.mjs';

export const LANGUAGES = ['fr', 'en'];
const CHOSEN = 'vigie.language';

let table = new Map();
let language = 'en';

/** The language that a person chose here before, or null. */
export function chosenLanguage() {
  const chosen = localStorage.getItem(CHOSEN);
  return LANGUAGES.includes(chosen) ? chosen : null;
}

export function browserLanguage() {
  const first = (navigator.languages ?? [navigator.language]).find((tag) =>
    LANGUAGES.includes(tag.slice(0, 2).toLowerCase()),
  );
  return first ? first.slice(0, 2).toLowerCase() : 'en';
}

export function currentLanguage() {
  return language;
}

/** Loads a language; @param byPerson whether to remember it. */
export async function useLanguage(code, byPerson = false) {
  table = new Map(Object.entries(await getJson(`/api/texts/${code}`)));
  language = code;
  document.documentElement.lang = code;
  if (byPerson) {
    localStorage.setItem(CHOSEN, code);
  }
}

/** The text of a key with its arguments; the key itself when the table is older than the page. */
export function t(key, ...args) {
  const pattern = table.get(key);
  return pattern === undefined ? key : format(pattern, args);
}

export function has(key) {
  return table.has(key);
}

/** The text of a code that may be newer than the table: then the code itself. */
export function name(prefix, code) {
  const pattern = table.get(`${prefix}.${code}`);
  return pattern === undefined ? code : format(pattern, []);
}

/** Formats a pattern. */
export function format(pattern, args) {
  let out = '';
  let quoted = false;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i];
    if (c === "'") {
      if (pattern[i + 1] === "'") {
        out += "'";
        i += 1;
      } else {
        quoted = !quoted;
      }
    } else if (c === '{' && !quoted) {
      const end = pattern.indexOf('}', i);
      out += argument(pattern.slice(i + 1, end), args);
      i = end;
    } else {
      out += c;
    }
  }
  return out;
}

function argument(inner, args) {
  const [index, kind, style] = inner.split(',').map((part) => part.trim());
  const value = args[Number(index)];
  if (kind === 'number' && typeof value === 'number') {
    return number(value, style);
  }
  return value === undefined || value === null ? '' : String(value);
}

function number(value, style) {
  if (style === 'percent') {
    return new Intl.NumberFormat(language, { style: 'percent' }).format(value);
  }
  const decimals = style && style.includes('.') ? style.length - style.indexOf('.') - 1 : 0;
  const exact = style ? decimals : undefined;
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: exact,
    maximumFractionDigits: exact,
    useGrouping: !style,
  }).format(value);
}
