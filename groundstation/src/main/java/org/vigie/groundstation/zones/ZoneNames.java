package org.vigie.groundstation.zones;

import org.vigie.geofence.zone.UasZone;
import org.vigie.groundstation.text.Texts;

/** What zones are called, for others that draw or tell of them. */
public final class ZoneNames {
  private ZoneNames() {}

  /** What a zone demands, in a person's language. */
  public static String restriction(Texts texts, UasZone zone) {
    return new ZoneWords(texts).restriction(zone);
  }
}
