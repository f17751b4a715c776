// Why the flight may or may not fly: the word, the one reason that decides, then every rule with its
// article, each opening to what was compared with what and the paper used; then what the proof of the
// plan says. Without a plan: why there is none, and what could be done.

import { h, redraw, setHidden } from '../core/dom.mjs';
import { getJson } from '../core/api.mjs';
import { bothTimes } from '../core/format.mjs';
import { decisionWords } from '../core/decision-words.mjs';
import { advice, considered, reason } from '../core/plan-words.mjs';
import { currentLanguage, name, t } from '../core/texts.mjs';
import { proofGroups } from './proof.mjs';

const AGAINST = ['DENIED', 'NEEDS_EVIDENCE', 'UNKNOWN'];
const MARKS = { DENIED: '✕', NEEDS_EVIDENCE: '✕', UNKNOWN: '?', PASSED: '✓', NOT_APPLICABLE: '–' };

export class DecisionPanel {
  element;
  #body = h('div');
  #shown = null;
  #documents = new Map();

  constructor() {
    this.element = h(
      'section',
      { class: 'panel decision', 'aria-label': t('page.decision'), hidden: true, 'data-test': 'decision' },
      h('h3', { class: 'panel-title', text: t('page.decision') }),
      this.#body,
    );
  }

  /** Shows a flight's decision; fetched once, it never changes under its hash. */
  async update(flight) {
    const hash = flight?.decisionHash ?? null;
    const proofHash = flight?.proofHash ?? null;
    setHidden(this.element, !flight);
    this.#shown = hash;
    if (!flight) {
      return;
    }
    if (flight.notPlanned) {
      const key = ['no-plan', flight.flightId, currentLanguage()];
      redraw(this.#body, key, () => withoutPlan(flight));
      return;
    }
    if (!hash) {
      const refused = flight.state === 'REFUSED' ? 'page.decision.never' : 'page.decision.pending';
      redraw(this.#body, ['none', refused], () => h('p', { class: 'muted', text: t(refused) }));
      return;
    }
    const key = `${hash} ${proofHash} ${currentLanguage()}`;
    if (this.#body.vigieKey === JSON.stringify(key)) {
      return;
    }
    try {
      const [decision, words, proof] = await Promise.all([
        this.#load(flight, 'decision', hash),
        decisionWords(),
        proofHash ? this.#load(flight, 'proof', proofHash).catch(() => this.#forget(proofHash)) : null,
      ]);
      if (this.#shown === hash) {
        // without the proof it is asked for again with the next update
        redraw(this.#body, proof ? key : `${key} without`, () => draw(decision, words, proof, flight));
      }
    } catch {
      this.#forget(hash);
      if (this.#shown === hash) {
        redraw(this.#body, 'failed', () => h('p', { class: 'said is-refused', text: t('page.decision.failed') }));
      }
    }
  }

  #forget(hash) {
    this.#documents.delete(hash);
    return null;
  }

  #load(flight, document, hash) {
    if (!this.#documents.has(hash)) {
      const path = `/api/flights/${encodeURIComponent(flight.flightId)}/${document}`;
      this.#documents.set(hash, getJson(path));
    }
    return this.#documents.get(hash);
  }
}

/** The verdict as a sign: a word and a shape, colour only helps. */
export function verdictBadge(verdict) {
  if (!verdict) {
    return h('span', { class: 'muted', text: t('page.decision.none-yet') });
  }
  return h('span', {
    class: `verdict is-${verdict.toLowerCase().replaceAll('_', '-')}`,
    text: name('verdict', verdict),
    'data-test': 'verdict',
  });
}

/** Why there is no plan, and what could be done. */
function withoutPlan(flight) {
  const { notPlanned } = flight;
  return [
    h(
      'div',
      { class: 'deciding', 'data-test': 'no-plan' },
      h('p', { class: 'verdict-line' }, h('strong', { text: t('page.decision.no-plan') })),
      h('p', { class: 'deciding-reason', text: reason(notPlanned) }),
    ),
    notPlanned.advice.length > 0
      ? h(
          'div',
          { class: 'conditions', 'data-test': 'advice' },
          h('h4', { text: t('page.decision.advice') }),
          h('ul', {}, ...notPlanned.advice.map((one) => h('li', { text: advice(one) }))),
        )
      : null,
    choice(flight),
  ];
}

/** Which aircraft goes, and what became of the others; nothing where there was no choice. */
function choice({ considered: all = [] }) {
  if (all.length === 0) {
    return null;
  }
  return h(
    'div',
    { class: 'conditions', 'data-test': 'choice' },
    h('h4', { text: t('choice') }),
    h('ul', {}, ...all.map((one) => h('li', { text: considered(one) }))),
  );
}

function draw(decision, words, proof, flight) {
  const against = decision.findings.filter((one) => AGAINST.includes(one.outcome));
  const passed = decision.findings.filter((one) => one.outcome === 'PASSED');
  const other = decision.findings.filter((one) => one.outcome === 'NOT_APPLICABLE');
  const answers = decision.results
    .map((one) => t('page.pair', words.of('domains', one.domain), words.of('permissions', one.permission)))
    .join(' · ');
  return [
    h('p', { class: 'verdict-line' }, verdictBadge(decision.verdict), ' ', h('span', { class: 'muted', text: answers })),
    against.length > 0 ? deciding(against[0], words) : null,
    ...group('against', against, words, true),
    conditions(decision.conditions, words),
    ...group('passed', passed, words, false),
    ...group('other', other, words, false),
    ...(flight.proofHash ? proofGroups(proof) : []),
    choice(flight),
    h('p', {
      class: 'muted small',
      text: t('page.decision.valid', bothTimes(decision.decidedAt), bothTimes(decision.validUntil)),
    }),
    h('p', {
      class: 'muted small',
      text: t(
        'page.decision.rules',
        decision.inputs
          .filter((input) => input.kind === 'rule-pack')
          .map((input) => `${input.name} ${input.version}`)
          .join(', '),
      ),
    }),
  ];
}

function deciding(finding, words) {
  const explanation = words.explanation(finding);
  return h(
    'div',
    { class: 'deciding', 'data-test': 'deciding' },
    h('p', { class: 'deciding-reason' }, t('page.pair', words.title(finding), words.reason(finding))),
    h('p', { class: 'article', text: finding.legalRef }),
    explanation ? h('p', { class: 'muted', text: explanation }) : null,
  );
}

function conditions(list, words) {
  if (list.length === 0) {
    return null;
  }
  return h(
    'div',
    { class: 'conditions' },
    h('h4', { text: t('page.decision.conditions', list.length) }),
    h('ul', {}, ...list.map((one) => h('li', { text: words.condition(one) }))),
  );
}

function group(kind, findings, words, open) {
  if (findings.length === 0) {
    return [];
  }
  const list = h('ul', { class: 'findings' }, ...findings.map((one) => finding(one, words)));
  const summary = h('summary', { text: t(`page.decision.${kind}`, findings.length) });
  return [h('details', { class: 'group', open, 'data-test': `findings-${kind}` }, summary, list)];
}

function finding(one, words) {
  return h(
    'li',
    {},
    h(
      'details',
      { class: `finding is-${one.outcome.toLowerCase().replaceAll('_', '-')}`, 'data-rule': one.rule },
      h(
        'summary',
        {},
        h('span', { class: 'finding-mark', 'aria-hidden': 'true', text: MARKS[one.outcome] ?? '' }),
        h('span', { class: 'unseen', text: t('page.pair', words.of('outcomes', one.outcome), '') }),
        h('span', { class: 'finding-title', text: words.title(one) }),
        h('span', { class: 'finding-law', text: one.legalRef }),
      ),
      inside(one, words),
    ),
  );
}

function inside(one, words) {
  const compared = one.compared.map((line) => {
    const unit = line.unit ? ` ${line.unit}` : '';
    return h(
      'tr',
      {},
      h('th', { scope: 'row', text: words.of('comparisons', line.name) }),
      h('td', { text: `${words.value(line, line.found)}${unit}` }),
      h('td', { text: `${words.value(line, line.required)}${unit}` }),
    );
  });
  return h(
    'div',
    { class: 'finding-inside' },
    one.outcome === 'PASSED' ? null : h('p', { text: words.reason(one) }),
    compared.length > 0
      ? h(
          'table',
          {},
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              h('th', { scope: 'col', text: t('page.decision.compared') }),
              h('th', { scope: 'col', text: t('page.decision.found') }),
              h('th', { scope: 'col', text: t('page.decision.required') }),
            ),
          ),
          h('tbody', {}, ...compared),
        )
      : null,
    ...one.evidence.map((id) =>
      h('p', {}, `${t('page.pair', t('page.decision.paper'), words.paper(id))} `, h('code', { text: id })),
    ),
    h('p', {
      class: 'muted small',
      text: t(
        'page.decision.rule',
        one.rule,
        `${one.pack} ${one.packVersion}`,
        words.of('certainties', one.certainty),
      ),
    }),
  );
}
