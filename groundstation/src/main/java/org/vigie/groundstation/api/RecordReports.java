package org.vigie.groundstation.api;

import java.io.IOException;

/** What is made of closed flight records; whoever keeps them answers. Thread-safe, blocks. */
public interface RecordReports {
  /** What can be made of a record. */
  enum Form {
    REPORT_PDF("report.pdf", "application/pdf"),
    REPORT_HTML("report.html", "text/html; charset=utf-8"),
    TRACK_KML("track.kml", "application/vnd.google-earth.kml+xml"),
    TRACK_GEOJSON("track.geojson", "application/geo+json"),
    TRACK_GPX("track.gpx", "application/gpx+xml");

    private final String path;
    private final String mediaType;

    Form(String path, String mediaType) {
      this.path = path;
      this.mediaType = mediaType;
    }

    /** The last part of its address. */
    public String path() {
      return path;
    }

    public String mediaType() {
      return mediaType;
    }
  }

  /** What became of it. */
  sealed interface Answer {
    /** It was made; its bytes are the caller's. */
    final class Made implements Answer {
      private final byte[] bytes;

      public Made(byte[] bytes) {
        this.bytes = bytes.clone();
      }

      public byte[] bytes() {
        return bytes.clone();
      }
    }

    /** The flight has no closed record yet. */
    record NotYet() implements Answer {}

    /** As many as the station makes at once are being made. */
    record Busy() implements Answer {}
  }

  /**
   * Makes it of a flight's closed record, which is verified first.
   *
   * @param language {@code fr} or {@code en}; the station's own when empty
   * @throws IOException if the record is there but nothing can be made of it
   */
  Answer make(String flightId, Form form, String language) throws IOException;
}
