package org.vigie.groundstation.flightlog.verify;

/**
 * Finds the boundaries of {@code .tlog} records in bytes that come in pieces: eight bytes of time,
 * then a MAVLink frame that says how long it is. Written apart from the station's own code.
 *
 * @source MAVLink serialisation guide: v1 frames (0xFE) have 8 bytes around the payload, v2 frames
 *     (0xFD) 12, and 13 more when bit 0 of the incompatibility flags says signed
 */
final class TelemetryScanner {
  private static final int TIME_BYTES = 8;
  private static final int FLAGS_AT = TIME_BYTES + 2;

  private long frames;
  private int at;
  private int payload;
  private int recordEnd;
  private boolean broken;

  void accept(byte[] bytes, int count) {
    for (int i = 0; i < count && !broken; i++) {
      accept(bytes[i] & 0xFF);
    }
  }

  private void accept(int octet) {
    if (at == TIME_BYTES) {
      recordEnd = octet == 0xFD ? 12 : 8;
      broken = octet != 0xFD && octet != 0xFE;
    } else if (at == TIME_BYTES + 1) {
      payload = octet;
    } else if (at == FLAGS_AT) {
      boolean signed = recordEnd == 12 && (octet & 1) == 1;
      recordEnd += TIME_BYTES + payload + (signed ? 13 : 0);
    }
    at++;
    if (at > FLAGS_AT && at == recordEnd) {
      frames++;
      at = 0;
    }
  }

  /** Whole records so far. */
  long frames() {
    return frames;
  }

  /** Whether the bytes so far are whole records and nothing else. */
  boolean atBoundary() {
    return !broken && at == 0;
  }
}
