package org.vigie.geofence.zone.io;

/** How much of a foreign file is read. Each is far above what national publications hold. */
final class ZoneLimits {
  /** Spain's largest product has 14,104 zones of some 20,000 bytes; Java's arrays end at 2G. */
  static final int FILE_BYTES_MAX = 600_000_000;

  /** Ten times the zones of a whole continent's largest publisher fit into memory. */
  static final int ZONES_MAX = 200_000;

  /** A city's outline has some thousands; what tells a crossing ring grows faster than they do. */
  static final int VERTICES_PER_ZONE_MAX = 100_000;

  /** Values in one zone: its vertices are three values each, the rest is text. */
  static final int VALUES_PER_ZONE_MAX = 1_000_000;

  /** GeoJSON needs nine levels, foreign members a few more; parsing works by recursion. */
  static final int DEPTH_MAX = 64;

  /** A window a day for a year; each is laid out whenever the zone is asked about. */
  static final int WINDOWS_PER_ZONE_MAX = 366;

  /** A period a day for a year. */
  static final int PERIODS_PER_ZONE_MAX = 366;

  /** Members beside the zones: metadata of a file, not data. */
  static final int VALUES_BESIDE_MAX = 1_000_000;

  private ZoneLimits() {}
}
