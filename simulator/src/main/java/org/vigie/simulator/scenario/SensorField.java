package org.vigie.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;

/**
 * Acoustic sensors spread evenly over an area: a square grid round a place, row by row from the
 * south-west.
 *
 * @param idPrefix sensors are called so with a number from 01
 * @param count how many, at most {@link #COUNT_MAX}
 * @param spacingM from one to the next
 */
public record SensorField(
    String idPrefix,
    int count,
    double spacingM,
    double lat,
    double lon,
    double positionErrorM,
    @Nullable Double rangeM,
    @Nullable Double falseAlarmsPerHour) {
  /** As many as the quarter of the demonstration may have. */
  public static final int COUNT_MAX = 40;

  public SensorField {
    if (count < 1 || count > COUNT_MAX) {
      throw new IllegalArgumentException("1 to " + COUNT_MAX + " sensors, not " + count);
    }
  }

  List<Scenario.SensorSpec> sensors() {
    int columns = (int) Math.ceil(Math.sqrt(count));
    int rows = (count + columns - 1) / columns;
    LocalFrame frame = new LocalFrame(new LatLon(lat, lon));
    List<Scenario.SensorSpec> sensors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int column = i % columns;
      int row = i / columns;
      double east = (column - (columns - 1) / 2.0) * spacingM;
      double north = (row - (rows - 1) / 2.0) * spacingM;
      LatLon at = frame.toGeographic(new Enu(east, north));
      sensors.add(
          new Scenario.SensorSpec(
              String.format(Locale.ROOT, "%s-%02d", idPrefix, i + 1),
              at.latDeg(),
              at.lonDeg(),
              positionErrorM,
              rangeM,
              falseAlarmsPerHour));
    }
    return sensors;
  }
}
