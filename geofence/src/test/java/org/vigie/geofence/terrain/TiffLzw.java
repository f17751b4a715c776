package org.vigie.geofence.terrain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Packs bytes as a TIFF writer does.
 *
 * @source TIFF 6.0, section 13, "LZW Compression": the pseudo-code of the encoder
 */
final class TiffLzw {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<String, Integer> table = new HashMap<>();
  private int width = 9;
  private int pending;
  private int pendingBits;

  private TiffLzw() {}

  static byte[] pack(byte[] bytes) {
    return new TiffLzw().packed(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  private byte[] packed(String text) {
    clear();
    String omega = "";
    for (int i = 0; i < text.length(); i++) {
      String longer = omega + text.charAt(i);
      if (table.containsKey(longer)) {
        omega = longer;
        continue;
      }
      write(table.getOrDefault(omega, 0));
      // the two control codes are not in the map
      table.put(longer, table.size() + 2);
      omega = text.substring(i, i + 1);
      if (table.size() + 2 == 4095) {
        clear();
      } else {
        width = 32 - Integer.numberOfLeadingZeros(table.size() + 2);
      }
    }
    if (!omega.isEmpty()) {
      write(table.getOrDefault(omega, 0));
    }
    // a reader has added one more code by now
    width = 32 - Integer.numberOfLeadingZeros(Math.min(table.size() + 3, 4095));
    write(257);
    if (pendingBits > 0) {
      out.write(pending << (8 - pendingBits));
    }
    return out.toByteArray();
  }

  private void clear() {
    write(256);
    table.clear();
    for (int i = 0; i < 256; i++) {
      table.put(String.valueOf((char) i), i);
    }
    width = 9;
  }

  private void write(int code) {
    for (int bit = width - 1; bit >= 0; bit--) {
      pending = (pending << 1) | ((code >> bit) & 1);
      if (++pendingBits == 8) {
        out.write(pending);
        pending = 0;
        pendingBits = 0;
      }
    }
  }
}
