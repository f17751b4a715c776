// The map's colours are the page's tokens, read when the theme changes; canvas knows no variables.

const NAMES = [
  'background', 'text', 'muted', 'red', 'amber', 'cyan', 'magenta', 'green',
  'map-ground', 'map-street', 'map-building', 'map-park', 'map-water', 'map-label', 'map-track',
];

export function colours() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

/** A pattern of diagonal lines, for a canvas' fill. */
export function hatch(colour, spacingPx, widthPx, opacity) {
  return pattern(spacingPx, (context, size) => {
    context.globalAlpha = opacity;
    context.strokeStyle = colour;
    context.lineWidth = widthPx;
    context.beginPath();
    for (const shift of [-size, 0, size]) {
      context.moveTo(shift, size);
      context.lineTo(shift + size, 0);
    }
    context.stroke();
  });
}

/** A pattern of dots, for a canvas' fill. */
export function dots(colour, spacingPx, radiusPx, opacity) {
  return pattern(spacingPx, (context, size) => {
    context.globalAlpha = opacity;
    context.fillStyle = colour;
    context.beginPath();
    context.arc(size / 2, size / 2, radiusPx, 0, 2 * Math.PI);
    context.fill();
  });
}

function pattern(sizePx, draw) {
  const tile = document.createElement('canvas');
  tile.width = sizePx;
  tile.height = sizePx;
  const context = tile.getContext('2d');
  draw(context, sizePx);
  return context.createPattern(tile, 'repeat');
}
