// A picture that is not given: the article that says so, and what it means.

import { h } from '../core/dom.mjs';
import { has, t } from '../core/texts.mjs';

/** The station's own words for a code win: they follow the page's language. */
function explanationOf(body) {
  const key = `view.${body.code}`;
  return body.code && has(key) ? t(key) : body.explanation || body.detail || '';
}

/** A refused picture: the article first, then what it means. */
export function refusal(body) {
  return [
    h('p', { class: 'picture-title', text: t('page.video.refused') }),
    ...(body.article
      ? [h('p', { class: 'picture-article', text: body.article, 'data-test': 'refusal-article' })]
      : []),
    h('p', {
      class: 'picture-explanation',
      text: explanationOf(body),
      'data-test': 'refusal-explanation',
    }),
    h('p', { class: 'picture-footnote', text: t('page.video.refused.journal') }),
  ];
}
