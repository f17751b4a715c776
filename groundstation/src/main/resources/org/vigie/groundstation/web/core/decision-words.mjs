// Words of rules, papers and reasons: they come with the rule packs and papers of the station, as
// one flat table. What it does not know is shown by its code.

import { getJson } from './api.mjs';
import { currentLanguage, t } from './texts.mjs';

const tables = new Map();

/** The table of the page's language, loaded once; empty when the station has none. */
export async function decisionWords() {
  const language = currentLanguage();
  if (!tables.has(language)) {
    const loading = getJson(`/api/decision-words/${language}`).catch((problem) => {
      if (problem.status !== 404) {
        tables.delete(language);
      }
      return {};
    });
    tables.set(language, loading);
  }
  return new DecisionWords(await tables.get(language));
}

class DecisionWords {
  #table;

  constructor(table) {
    this.#table = table;
  }

  of(section, code) {
    return this.#table[`${section}.${code}`] ?? code;
  }

  title(finding) {
    return this.#table[`rule.${finding.rule}.title`] ?? this.of('labels', finding.rule);
  }

  /** What the rule is about, or empty. */
  explanation(finding) {
    return this.#table[`rule.${finding.rule}.explanation`] ?? '';
  }

  paper(id) {
    return this.#table[`paper.${id}.title`] ?? id;
  }

  /** The reason with its values put in. */
  reason(finding) {
    const [first] = finding.compared;
    let words = this.of('reasons', finding.reason);
    if (first) {
      const required =
        finding.reason === 'paper-missing' ? this.of('kinds', first.required) : first.required;
      words = words
        .replaceAll('{name}', this.of('comparisons', first.name))
        .replaceAll('{found}', first.found)
        .replaceAll('{required}', required)
        .replaceAll('{unit}', first.unit);
    }
    return words.replaceAll('{paper}', finding.evidence.map((id) => this.paper(id)).join(' ; '));
  }

  condition({ textKey, code }) {
    const [kind, id] = textKey.split('/');
    return this.#table[`${kind}.${id}.condition.${code}`] ?? code;
  }

  value(compared, text) {
    if (text === 'true' || text === 'false') {
      return t(`page.decision.${text}`);
    }
    const long = /^(>=|<=)?\s?-?\d+\.\d{3,}$/.test(text);
    return long ? text.replace(/(\.\d{1})\d+/, '$1') : text;
  }
}
