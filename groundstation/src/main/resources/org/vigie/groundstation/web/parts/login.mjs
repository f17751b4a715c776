// The door: a one-time code or a personal token.

import { h, setHidden, setText } from '../core/dom.mjs';
import { postJson } from '../core/api.mjs';
import { currentLanguage, t } from '../core/texts.mjs';
import { languageButton, themeButton } from './switches.mjs';

/** @param on {problem, entered(who), language(code)} */
export function loginView({ problem, entered, language }) {
  const input = h('input', {
    id: 'login-code',
    type: 'password',
    name: 'code',
    autocomplete: 'off',
    spellcheck: 'false',
    required: true,
    'aria-describedby': 'login-help',
    'data-test': 'login-code',
  });
  const said = h('p', { class: 'said is-refused', role: 'alert', 'data-test': 'login-said' });
  const button = h('button', { class: 'primary', text: t('page.login.enter'), 'data-test': 'login' });
  const say = (text) => {
    setText(said, text);
    setHidden(said, !text);
  };
  say(problem ? words(problem) : '');
  const form = h(
    'form',
    {
      class: 'login',
      onsubmit: async (event) => {
        event.preventDefault();
        button.disabled = true;
        say('');
        try {
          entered(await enter(input.value.trim()));
        } catch (refused) {
          say(words(refused));
          button.disabled = false;
          input.select();
          input.focus();
        }
      },
    },
    h('h1', { text: 'Vigie' }),
    h('p', { class: 'muted', text: t('page.login.subtitle') }),
    h('label', { for: 'login-code', text: t('page.login.label') }),
    input,
    h('p', { id: 'login-help', class: 'muted small', text: t('page.login.help') }),
    said,
    button,
    h('p', { class: 'login-foot' }, languageButton(currentLanguage(), language), themeButton()),
  );
  const main = h('main', { id: 'main', class: 'login-page' }, form);
  setTimeout(() => input.focus(), 0);
  return main;
}

/** A person has either; which one it is, the station knows. */
async function enter(code) {
  try {
    return await postJson('/api/sessions', { login: code });
  } catch (problem) {
    if (problem.status !== 401) {
      throw problem;
    }
    return postJson('/api/sessions', { token: code });
  }
}

function words(problem) {
  if (problem.status === 0) {
    return t('page.failed.no-answer');
  }
  if (problem.status === 401) {
    return t('page.login.wrong');
  }
  if (problem.status === 429) {
    return t('page.login.too-many');
  }
  return problem.sentence;
}
