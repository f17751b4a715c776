package org.vigie.groundstation.mavlink;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recorded flights of real autopilots, see the README beside them. */
public final class Recorded {
  public static final List<String> ALL =
      List.of(
          "arducopter-flight",
          "a1-ap-fence-polygon-rtl",
          "a14-ap-upload-interrupted",
          "a15-ap-upload-invalid",
          "p9b-px4-mode-after-first-upload");

  private Recorded() {}

  /** A frame of the same sender with another message's id, below 65536. */
  public static Frame ofMessage(Frame frame, int messageId) {
    byte[] raw = frame.bytes();
    raw[7] = (byte) messageId;
    raw[8] = (byte) (messageId >> 8);
    raw[9] = 0;
    return new Frame(raw);
  }

  /** A frame of the same sender and message with another payload. */
  public static Frame withPayload(Frame frame, byte[] payload) {
    byte[] raw = new byte[Frame.HEADER_V2 + payload.length + Frame.CRC_LENGTH];
    byte[] header = frame.bytes();
    System.arraycopy(header, 0, raw, 0, Frame.HEADER_V2);
    raw[1] = (byte) payload.length;
    raw[2] = 0;
    System.arraycopy(payload, 0, raw, Frame.HEADER_V2, payload.length);
    return new Frame(raw);
  }

  public static byte[] bytes(String name) {
    String path = "/org/vigie/groundstation/recorded/" + name + ".tlog";
    try (InputStream in = Recorded.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no recorded flight " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<TlogRecord> records(String name) {
    TlogReader reader = new TlogReader(bytes(name));
    List<TlogRecord> records = new ArrayList<>();
    Optional<TlogRecord> record = reader.next();
    while (record.isPresent()) {
      records.add(record.get());
      record = reader.next();
    }
    if (reader.junkBytes() > 0) {
      throw new IllegalStateException(name + " holds " + reader.junkBytes() + " bytes of junk");
    }
    return records;
  }
}
