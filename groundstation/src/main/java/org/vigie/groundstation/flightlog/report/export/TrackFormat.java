package org.vigie.groundstation.flightlog.report.export;

import java.util.Locale;
import java.util.Optional;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.text.Language;

/** The files that a flight's track can be had as. */
public enum TrackFormat {
  /** OGC KML 2.2: track, volume, places and events. */
  KML("application/vnd.google-earth.kml+xml"),
  /** RFC 7946: the same. */
  GEOJSON("application/geo+json"),
  /** GPX 1.1: track and places. */
  GPX("application/gpx+xml"),
  /** One line a position. */
  CSV("text/csv; charset=utf-8");

  private final String mediaType;

  TrackFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The end of its files' names, without the dot. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a file, by the end of its name. */
  public static Optional<TrackFormat> of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    for (TrackFormat format : values()) {
      if (name.endsWith("." + format.ending())) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** The file's text; a flight without telemetry has places and no track. */
  public String write(FlightReport report, Language language) {
    return switch (this) {
      case KML -> KmlFile.of(report, language);
      case GEOJSON -> GeoJsonFile.of(report, language);
      case GPX -> GpxFile.of(report);
      case CSV -> TrackCsv.of(report);
    };
  }
}
