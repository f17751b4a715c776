// The map of the operator's page. It never moves by itself once a person has moved it; a button
// brings it back to what matters.

import * as L from '../vendor/leaflet/leaflet.mjs';
import { h, setText } from '../core/dom.mjs';
import { ahead, bearingDeg, distanceM } from '../core/geo.mjs';
import { quantity } from '../core/format.mjs';
import { isOpen } from '../core/flights.mjs';
import { name, t } from '../core/texts.mjs';
import { colours } from './colours.mjs';
import { baseLayer, baseStyle, planLayer, zoneLayer } from './layers.mjs';
import { AircraftMarker, incidentMarker, sign } from './markers.mjs';

/** An older position is not where the aircraft is. */
const POSITION_OLD_S = 2;
const VECTOR_S = 10;
/** Below, a direction of movement is noise. */
const MOVED_M = 0.5;
const SLOW_MPS = 0.5;
/** An hour at one a second. */
const TRACK_MAX = 3600;
const ZOOM_MAX = 20;

export class SituationMap {
  element;
  #holder;
  #summary;
  #failed;
  #map = null;
  #choose;
  #layers = {};
  #data = null;
  #plan = { key: null, layer: null };
  #incidents = new Map();
  #aircraft = new Map();
  #moved = false;
  #state = null;
  #resize;
  #theme = () => this.#paint();

  /** @param choose(incidentId) */
  constructor(choose) {
    this.#choose = choose;
    this.#holder = h('div', { class: 'map', tabindex: '0', 'data-test': 'map' });
    this.#summary = h('p', { class: 'map-summary', 'data-test': 'map-summary' });
    this.#failed = h('p', { class: 'map-failed', role: 'status', text: t('page.map.loading') });
    const back = h('button', {
      type: 'button',
      class: 'quiet',
      text: t('page.map.back'),
      'data-test': 'map-back',
      onclick: () => {
        this.#moved = false;
        this.#layers.framed = null;
        this.#frame();
      },
    });
    this.element = h(
      'section',
      { class: 'map-panel', 'aria-label': t('page.map') },
      h('div', { class: 'tabs' }, h('h3', { class: 'tab-title', text: t('page.map') }), back),
      h('div', { class: 'map-holder' }, this.#holder, this.#failed),
      this.#summary,
    );
    document.addEventListener('vigie-theme', this.#theme);
  }

  focus() {
    this.#holder.focus();
  }

  close() {
    document.removeEventListener('vigie-theme', this.#theme);
    this.#resize?.disconnect();
    this.#map?.remove();
    this.#map = null;
  }

  failed() {
    this.#failed.hidden = false;
    setText(this.#failed, t('page.map.failed'));
  }

  /** Zones, sites, cameras and the ground under them. */
  show(data) {
    this.#data = data;
    this.#failed.hidden = true;
    if (!this.#map) {
      this.#open();
    }
    this.#paint();
    this.#frame();
  }

  /** @param state {snapshot, incident, flight, plan} */
  update(state) {
    this.#state = state;
    if (this.#map) {
      this.#drawPlan();
      this.#drawIncidents();
      this.#drawAircraft();
      if (!this.#moved) {
        this.#frame();
      }
    }
    setText(this.#summary, this.#words());
  }

  #open() {
    const map = L.map(this.#holder, {
      preferCanvas: true,
      zoomControl: false,
      attributionControl: false,
      zoomSnap: 0.25,
      maxZoom: ZOOM_MAX,
      fadeAnimation: false,
      zoomAnimation: false,
      markerZoomAnimation: false,
      keyboardPanDelta: 60,
    });
    L.control
      .zoom({ zoomInTitle: t('page.map.zoom-in'), zoomOutTitle: t('page.map.zoom-out') })
      .addTo(map);
    L.control.scale({ imperial: false }).addTo(map);
    for (const [pane, z] of [['base', 210], ['zones', 300], ['plan', 350], ['track', 380]]) {
      map.createPane(pane).style.zIndex = z;
    }
    map.on('dragstart', () => (this.#moved = true));
    this.#holder.addEventListener('wheel', () => (this.#moved = true), { passive: true });
    this.#holder.addEventListener('keydown', () => (this.#moved = true));
    map.on('zoomend', () => this.#widths());
    const [w, s, e, n] = this.#data.bounds ?? [4.36, 45.42, 4.4, 45.45];
    map.fitBounds([[s, w], [n, e]]);
    this.#map = map;
    this.#resize = new ResizeObserver(() => {
      map.invalidateSize({ animate: false });
      if (!this.#moved) {
        this.#frame();
      }
    });
    this.#resize.observe(this.#holder);
  }

  #metresPerPixel() {
    const centre = this.#map.getCenter();
    const a = this.#map.latLngToContainerPoint(centre);
    const b = this.#map.containerPointToLatLng(a.add([100, 0]));
    return this.#map.distance(centre, b) / 100;
  }

  #widths() {
    if (this.#layers.base) {
      this.#layers.base.setStyle(baseStyle(colours(), this.#metresPerPixel()));
    }
  }

  #renderer(pane) {
    this.#layers.renderers ??= {};
    this.#layers.renderers[pane] ??= L.canvas({ pane, padding: 0.3 });
    return this.#layers.renderers[pane];
  }

  /** Everything that does not move, in the theme's colours. */
  #paint() {
    if (!this.#map) {
      return;
    }
    const c = colours();
    for (const name of ['tiles', 'base', 'zones', 'signs']) {
      this.#layers[name]?.remove();
    }
    const { base, tiles, zones, sites = [], cameras = [] } = this.#data;
    if (tiles) {
      this.#layers.tiles = L.tileLayer(tiles, { maxZoom: ZOOM_MAX }).addTo(this.#map);
    }
    const baseStyled = baseStyle(c, this.#metresPerPixel());
    this.#layers.base = baseLayer(base, baseStyled, this.#renderer('base'));
    const siteAmslM = Math.max(0, ...sites.map((site) => site.amslM ?? 0));
    this.#layers.zones = zoneLayer(zones, c, this.#renderer('zones'), siteAmslM);
    this.#layers.signs = L.layerGroup([
      ...sites.map((site) => sign('site', site.latDeg, site.lonDeg, site.name)),
      ...cameras.map((camera) =>
        sign(
          camera.mayView ? 'camera' : 'camera-closed',
          camera.latDeg,
          camera.lonDeg,
          camera.mayView ? camera.name : t('page.map.camera-closed', camera.name),
        ),
      ),
    ]);
    for (const name of ['base', 'zones', 'signs']) {
      this.#layers[name].addTo(this.#map);
    }
    this.#plan.key = null;
    for (const one of this.#aircraft.values()) {
      one.track.setStyle({ color: c['map-track'] });
      one.vector.setStyle({ color: c['map-track'] });
    }
    if (this.#state) {
      this.#drawPlan();
    }
  }

  #drawPlan() {
    const { plan, flight } = this.#state;
    const key = plan ? flight.planHash : null;
    if (key !== this.#plan.key) {
      this.#plan.layer?.remove();
      this.#plan = {
        key,
        layer: plan ? planLayer(plan, colours(), this.#renderer('plan')).addTo(this.#map) : null,
      };
    }
  }

  #drawIncidents() {
    const { snapshot, incident: selected } = this.#state;
    const shown = new Set();
    for (const incident of snapshot.incidents ?? []) {
      const isSelected = incident.incidentId === selected?.incidentId;
      if (!isOpen(incident) && !isSelected) {
        continue;
      }
      const id = incident.incidentId;
      shown.add(id);
      const key = `${isSelected} ${incident.latDeg} ${incident.lonDeg}`;
      const known = this.#incidents.get(id);
      if (known?.key === key) {
        continue;
      }
      known?.marker.remove();
      const words = `${id}, ${name('type', incident.type)}`;
      const marker = incidentMarker(incident, isSelected, words, () => this.#choose(id));
      marker.addTo(this.#map);
      this.#incidents.set(id, { key, marker });
    }
    for (const [id, { marker }] of this.#incidents) {
      if (!shown.has(id)) {
        marker.remove();
        this.#incidents.delete(id);
      }
    }
  }

  #drawAircraft() {
    for (const vehicle of this.#state.snapshot.vehicles ?? []) {
      if (Number.isFinite(vehicle.latDeg) && Number.isFinite(vehicle.lonDeg)) {
        this.#drawOne(vehicle);
      }
    }
  }

  #drawOne(vehicle) {
    let one = this.#aircraft.get(vehicle.vehicleId);
    if (!one) {
      const style = { renderer: this.#renderer('track'), interactive: false, color: colours()['map-track'] };
      one = {
        sign: new AircraftMarker(),
        track: L.polyline([], { ...style, weight: 2 }).addTo(this.#map),
        vector: L.polyline([], { ...style, weight: 1.5, dashArray: '3 3' }).addTo(this.#map),
        points: [],
        course: null,
        flightId: null,
      };
      one.sign.marker.addTo(this.#map);
      this.#aircraft.set(vehicle.vehicleId, one);
    }
    if (vehicle.flightId && vehicle.flightId !== one.flightId) {
      one.flightId = vehicle.flightId;
      one.points = [];
    }
    const last = one.points.at(-1);
    if (!last || distanceM(last, vehicle) > MOVED_M) {
      one.course = last ? bearingDeg(last, vehicle) : null;
      one.points.push({ latDeg: vehicle.latDeg, lonDeg: vehicle.lonDeg });
      one.points.splice(0, Math.max(0, one.points.length - TRACK_MAX));
      one.track.setLatLngs(one.points.map((p) => [p.latDeg, p.lonDeg]));
    }
    const old = vehicle.link !== 'OK' || (vehicle.ageS ?? Infinity) > POSITION_OLD_S;
    const height = vehicle.heightAglM ?? vehicle.heightAboveHomeM;
    const reference = vehicle.heightAglM === null || vehicle.heightAglM === undefined ? t('page.height.home') : 'AGL';
    one.sign.update(vehicle, `${vehicle.vehicleId} ${quantity(height, 'm', 0, reference)}`, old);
    const speed = vehicle.groundSpeedMps ?? 0;
    if (one.course !== null && speed > SLOW_MPS && !old) {
      const tip = ahead(vehicle, one.course, speed * VECTOR_S);
      one.vector.setLatLngs([[vehicle.latDeg, vehicle.lonDeg], [tip.latDeg, tip.lonDeg]]);
    } else {
      one.vector.setLatLngs([]);
    }
  }

  /** The incident and what flies to it; all of the station's ground when nothing is selected. */
  #frame() {
    if (!this.#map) {
      return;
    }
    const { incident, plan, flight, snapshot } = this.#state ?? {};
    const points = [];
    if (incident) {
      points.push([incident.latDeg, incident.lonDeg]);
    }
    if (plan) {
      points.push(...plan.volume.contingencyVolume.ring.map((p) => [p.latDeg, p.lonDeg]));
    }
    const vehicle = flight && snapshot.vehicles?.find((v) => v.vehicleId === flight.vehicleId);
    if (vehicle && Number.isFinite(vehicle.latDeg)) {
      points.push([vehicle.latDeg, vehicle.lonDeg]);
    }
    const options = { padding: [48, 40], maxZoom: 17, animate: false };
    if (points.length > 0) {
      const bounds = L.latLngBounds(points);
      const key = bounds.toBBoxString() + this.#map.getSize().toString();
      if (key !== this.#layers.framed) {
        this.#layers.framed = key;
        this.#map.fitBounds(bounds, options);
      }
    }
  }

  /** The map in a sentence, for who does not see it. */
  #words() {
    const { incident, flight, snapshot } = this.#state;
    const vehicle = flight && snapshot.vehicles?.find((v) => v.vehicleId === flight.vehicleId);
    if (!incident || !vehicle || !Number.isFinite(vehicle.latDeg)) {
      return '';
    }
    return t(
      'page.map.summary',
      vehicle.vehicleId,
      quantity(vehicle.heightAglM, 'm', 0, 'AGL'),
      quantity(distanceM(vehicle, incident), 'm'),
      incident.incidentId,
    );
  }
}
