// What is drawn on the map, as Leaflet layers. Styles are those of the house: shape and line tell
// things apart, colour only helps.

import * as L from '../vendor/leaflet/leaflet.mjs';
import { dots, hatch } from './colours.mjs';
import { h } from '../core/dom.mjs';
import { name, t } from '../core/texts.mjs';

const NOT_IN_FORCE = 0.3;
/** Drones fly no higher over the ground: a zone that begins above is told by its edge alone. */
const CEILING_AGL_M = 120;
/** The ground near a site is not higher than this above it; only then is an AMSL floor above all. */
const RELIEF_M = 250;

/** The drawn base map's style at a scale: streets are as wide as they are. */
export function baseStyle(c, metresPerPixel) {
  const fills = { park: 'map-park', square: 'map-street', water: 'map-water', building: 'map-building' };
  return ({ properties }) => {
    if (properties.kind === 'street') {
      const weight = Math.max(1.5, (properties.widthM ?? 6) / metresPerPixel);
      return { color: c['map-street'], weight, opacity: 1, lineCap: 'round', lineJoin: 'round' };
    }
    const fill = c[fills[properties.kind] ?? 'map-building'];
    return { stroke: false, fillColor: fill, fillOpacity: properties.kind === 'square' ? 0.5 : 1 };
  };
}

/** The drawn base map: water, parks and squares below, streets over them, buildings on top. */
export function baseLayer(base, style, renderer) {
  const order = ['water', 'park', 'square', 'street', 'building'];
  const features = [...(base?.features ?? [])].sort(
    (a, b) => order.indexOf(a.properties?.kind) - order.indexOf(b.properties?.kind),
  );
  return L.geoJSON({ type: 'FeatureCollection', features }, { style, renderer, interactive: false });
}

function zoneStyle(kind, c, k) {
  switch (kind) {
    case 'prohibited':
      return { color: c.red, weight: 2, fillColor: hatch(c.red, 10, 2, 0.55 * k), fillOpacity: 1 };
    case 'authorisation':
      return { color: c.amber, weight: 2, fillColor: hatch(c.amber, 16, 1, 0.45 * k), fillOpacity: 1 };
    case 'conditional':
      return { color: c.cyan, weight: 2, dashArray: '8 6', fillOpacity: 0 };
    default:
      return { color: c.muted, weight: 2, dashArray: '1 5', fillColor: dots(c.muted, 10, 1, 0.5 * k), fillOpacity: 1 };
  }
}

/** Geographical zones, each with its name and heights on demand. */
export function zoneLayer(zones, c, renderer, siteAmslM) {
  return L.geoJSON(zones ?? { type: 'FeatureCollection', features: [] }, {
    renderer,
    style: ({ properties }) => {
      const k = properties.inForce === false ? NOT_IN_FORCE : 1;
      const style = { ...zoneStyle(properties.kind, c, k), opacity: k };
      return isOverhead(properties, siteAmslM) ? { ...style, weight: 1, fillColor: 'transparent' } : style;
    },
    onEachFeature: ({ properties }, layer) => {
      layer.bindTooltip(zoneWords(properties), { sticky: true, className: 'map-tip' });
    },
  });
}

function isOverhead({ lower, lowerReference }, siteAmslM) {
  if (lowerReference === 'AMSL') {
    return lower >= siteAmslM + RELIEF_M + CEILING_AGL_M;
  }
  return lower >= CEILING_AGL_M;
}

function zoneWords(zone) {
  const height = (value, reference) =>
    value === null || value === undefined ? '∞' : `${value} m ${reference ?? ''}`.trim();
  return h(
    'div',
    {},
    h('strong', { text: zone.name || zone.id }),
    h('div', { text: `${zone.id} · ${name('page.zone', zone.kind)}` }),
    h('div', {
      text: `${height(zone.lower, zone.lowerReference)} – ${height(zone.upper, zone.upperReference)}`,
    }),
    zone.inForce === false ? h('div', { text: t('page.zone.not-in-force') }) : null,
    zone.message ? h('div', { class: 'muted', text: zone.message }) : null,
  );
}

const ring = (points) => points.map((point) => [point.latDeg, point.lonDeg]);
const at = (latE7, lonE7) => [latE7 / 1e7, lonE7 / 1e7];

/**
 * A plan's volumes, the widest below, what the camera sees, and its line: out and scene whole, the
 * return dashed.
 */
export function planLayer(plan, c, renderer) {
  const layers = [];
  const { groundRiskBuffer, contingencyVolume, flightGeography } = plan.volume ?? {};
  const outline = (area, style) =>
    area?.ring && layers.push(L.polygon(ring(area.ring), { renderer, interactive: false, ...style }));
  outline(groundRiskBuffer, {
    color: c.muted, weight: 1.5, dashArray: '1 4', fillColor: dots(c.muted, 8, 0.8, 0.35), fillOpacity: 1,
  });
  outline(contingencyVolume, { color: c.amber, weight: 1.5, dashArray: '6 5', fillOpacity: 0 });
  outline(flightGeography, { color: c['map-track'], weight: 1, fillOpacity: 0 });
  for (const seen of plan.scene?.footprint ?? []) {
    outline(seen, { color: c.cyan, weight: 1, fillColor: c.cyan, fillOpacity: 0.16 });
  }
  const returns = plan.phases?.returnStart ?? Infinity;
  for (const home of [false, true]) {
    const lines = (plan.legs ?? [])
      .filter((leg) => leg.toSeq >= returns === home)
      .map((leg) => [at(leg.fromLatE7, leg.fromLonE7), at(leg.toLatE7, leg.toLonE7)]);
    layers.push(
      L.polyline(lines, {
        renderer,
        interactive: false,
        color: c.magenta,
        weight: home ? 1.5 : 2.5,
        dashArray: home ? '5 5' : null,
      }),
    );
  }
  return L.layerGroup(layers);
}
