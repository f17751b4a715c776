// What the proof of a plan says, worst first: what does not hold, the risks that remain, what holds;
// each check opening to its numbers and its place.

import { h } from '../core/dom.mjs';
import { branch, check, figure, place } from '../core/plan-words.mjs';
import { t } from '../core/texts.mjs';

const KINDS = { against: '✕', risks: '!', holding: '✓' };

function kindOf(finding) {
  if (!finding.holds) {
    return 'against';
  }
  return finding.residual ? 'risks' : 'holding';
}

/** The groups of a proof, in the order in which they matter; null says that it could not be read. */
export function proofGroups(proof) {
  if (!proof) {
    return [h('p', { class: 'said is-refused', text: t('page.proof.failed') })];
  }
  return [
    h('h4', { text: t('page.proof') }),
    ...Object.keys(KINDS).flatMap((kind) =>
      group(kind, proof.findings.filter((one) => kindOf(one) === kind)),
    ),
  ];
}

function group(kind, findings) {
  if (findings.length === 0) {
    return [];
  }
  return [
    h(
      'details',
      { class: 'group', open: kind !== 'holding', 'data-test': `proof-${kind}` },
      h('summary', { text: t(`page.proof.${kind}`, findings.length) }),
      h('ul', { class: 'findings' }, ...findings.map((one) => row(one, kind))),
    ),
  ];
}

function row(finding, kind) {
  return h(
    'li',
    {},
    h(
      'details',
      { class: `finding is-proof-${kind}`, 'data-check': finding.check },
      h(
        'summary',
        {},
        h('span', { class: 'finding-mark', 'aria-hidden': 'true', text: KINDS[kind] }),
        h('span', {
          class: 'finding-title',
          text: t('proof.about', check(finding.check), branch(finding.branch)),
        }),
        h('span', { class: 'finding-law', text: margin(finding) }),
      ),
      inside(finding, kind),
    ),
  );
}

/** What is left, what is missing, or how far a risk goes; nothing for what is only counted. */
function margin({ margin: left, unit, subject, residual }) {
  if (!unit || !Number.isFinite(left)) {
    return subject;
  }
  const key = left >= 0 ? 'proof.spare' : residual ? 'proof.beyond' : 'proof.short';
  return t(key, figure(Math.abs(left), unit));
}

function inside(finding, kind) {
  const lines = [
    kind === 'risks' ? t('proof.risk') : null,
    t('proof.compared', figure(finding.value, finding.unit), figure(finding.limit, finding.unit)),
    finding.subject || null,
    finding.at ? place(finding.at) : null,
  ];
  return h(
    'div',
    { class: 'finding-inside' },
    ...lines.filter((line) => line).map((line) => h('p', { text: line })),
  );
}
