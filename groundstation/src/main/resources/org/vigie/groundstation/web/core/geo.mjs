// Short distances on the ground; a sphere is right to 0.6 %, enough to tell people.

const EARTH_M = 6_371_008.8;
const RAD = Math.PI / 180;

/** Metres between two {latDeg, lonDeg}. */
export function distanceM(a, b) {
  const dLat = (b.latDeg - a.latDeg) * RAD;
  const dLon = (b.lonDeg - a.lonDeg) * RAD;
  const s =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a.latDeg * RAD) * Math.cos(b.latDeg * RAD) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.sqrt(s));
}

/** Degrees true from one to the other. */
export function bearingDeg(a, b) {
  const dLon = (b.lonDeg - a.lonDeg) * RAD;
  const y = Math.sin(dLon) * Math.cos(b.latDeg * RAD);
  const x =
    Math.cos(a.latDeg * RAD) * Math.sin(b.latDeg * RAD) -
    Math.sin(a.latDeg * RAD) * Math.cos(b.latDeg * RAD) * Math.cos(dLon);
  return (Math.atan2(y, x) / RAD + 360) % 360;
}

/** The place so many metres away. */
export function ahead(from, bearing, metres) {
  const d = metres / EARTH_M;
  return {
    latDeg: from.latDeg + (Math.cos(bearing * RAD) * d) / RAD,
    lonDeg:
      from.lonDeg + (Math.sin(bearing * RAD) * d) / RAD / Math.cos(from.latDeg * RAD),
  };
}

/** The nearest of places to a point, with its distance; null when there is none near enough. */
export function nearest(places, point, withinM) {
  let best = null;
  for (const place of places) {
    const metres = distanceM(place, point);
    if (metres <= withinM && (best === null || metres < best.metres)) {
      best = { place, metres };
    }
  }
  return best;
}
