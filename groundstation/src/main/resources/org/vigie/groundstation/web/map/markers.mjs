// Things with a place: aircraft, incidents, cameras, sites. Drawn as SVG elements, so that they keep
// their size and can be read out.

import * as L from '../vendor/leaflet/leaflet.mjs';
import { h, setText, svg } from '../core/dom.mjs';

function icon(element, size, className) {
  return L.divIcon({ html: element, className: `map-icon ${className}`, iconSize: [size, size] });
}

/** A small sign with a word beside it that is shown on demand. */
export function sign(kind, latDeg, lonDeg, words) {
  const shapes = {
    camera: ['M3 7h10v8H3z', 'M13 10l5-3v8l-5-3z'],
    'camera-closed': ['M3 7h10v8H3z', 'M13 10l5-3v8l-5-3z', 'M2 19L20 3'],
    site: ['M4 4h14v14H4z', 'M8 7v8M14 7v8M8 11h6'],
  };
  const element = svg(
    'svg',
    { viewBox: '0 0 22 22', width: 22, height: 22, class: `sign sign-${kind}` },
    ...shapes[kind].map((d) => svg('path', { d })),
  );
  const marker = L.marker([latDeg, lonDeg], {
    icon: icon(element, 22, `is-${kind}`),
    keyboard: false,
    alt: words,
  });
  return marker.bindTooltip(h('span', { text: words }), { className: 'map-tip' });
}

/** An incident: a triangle, filled when it is the one that is selected, and its id. */
export function incidentMarker(incident, selected, words, choose) {
  const element = h(
    'div',
    { class: `incident-sign${selected ? ' is-selected' : ''}` },
    svg(
      'svg',
      { viewBox: '0 0 24 24', width: 24, height: 24 },
      svg('path', { d: 'M12 3 L22 20 L2 20 Z' }),
      svg('path', { class: 'bang', d: 'M12 9v5M12 16.5v1' }),
    ),
    h('span', { class: 'map-name', text: incident.incidentId }),
  );
  return L.marker([incident.latDeg, incident.lonDeg], {
    icon: icon(element, 24, 'is-incident'),
    keyboard: false,
    alt: words,
  }).on('click', choose);
}

/** An aircraft: a chevron that points where it heads, its id and its height. */
export class AircraftMarker {
  marker;
  #turn;
  #name;
  #element;

  constructor() {
    this.#turn = svg('g', {}, svg('path', { class: 'halo', d: 'M14 3 L23 24 L14 18 L5 24 Z' }));
    this.#name = h('span', { class: 'map-name' });
    this.#element = h(
      'div',
      { class: 'aircraft' },
      svg('svg', { viewBox: '0 0 28 28', width: 28, height: 28 }, this.#turn),
      this.#name,
    );
    this.marker = L.marker([0, 0], {
      icon: icon(this.#element, 28, 'is-aircraft'),
      keyboard: false,
      zIndexOffset: 1000,
    });
  }

  update(vehicle, words, old) {
    this.marker.setLatLng([vehicle.latDeg, vehicle.lonDeg]);
    this.#turn.setAttribute('transform', `rotate(${vehicle.headingDeg ?? 0} 14 14)`);
    setText(this.#name, words);
    this.#element.classList.toggle('is-old', old);
  }
}
