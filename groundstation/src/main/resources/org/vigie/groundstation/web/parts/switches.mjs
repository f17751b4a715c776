// Language and theme, the same two buttons on every page.

import { h, setText } from '../core/dom.mjs';
import { t } from '../core/texts.mjs';

export function languageButton(current, choose) {
  const other = current === 'fr' ? 'en' : 'fr';
  return h('button', {
    type: 'button',
    class: 'quiet',
    lang: other,
    'aria-label': other === 'fr' ? 'Page en français' : 'Page in English',
    text: other === 'fr' ? 'Français' : 'English',
    'data-test': 'language',
    onclick: () => choose(other),
  });
}

export function themeButton() {
  const root = document.documentElement;
  const button = h('button', { type: 'button', class: 'quiet', 'data-test': 'theme' });
  const show = () =>
    setText(button, t(root.dataset.theme === 'light' ? 'page.theme.dark' : 'page.theme.light'));
  button.addEventListener('click', () => {
    root.dataset.theme = root.dataset.theme === 'light' ? 'dark' : 'light';
    localStorage.setItem('vigie.theme', root.dataset.theme);
    show();
    document.dispatchEvent(new CustomEvent('vigie-theme'));
  });
  show();
  return button;
}
