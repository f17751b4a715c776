// Before the first paint: the theme that a person chose here.
document.documentElement.dataset.theme =
  localStorage.getItem('vigie.theme') === 'light' ? 'light' : 'dark';
