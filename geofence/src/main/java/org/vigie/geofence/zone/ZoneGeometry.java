package org.vigie.geofence.zone;

/** One of the solids that make up a zone. */
public record ZoneGeometry(HorizontalProjection projection, VerticalBand band) {}
