package org.vigie.geofence.zone.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;

/**
 * Reads zone files of every known format; which one it is shows in the file itself.
 *
 * <ul>
 *   <li>ED-269: {@code features}, the Swiss {@code UASZoneList}, or a bare list
 *   <li>ED-318: a FeatureCollection, a single Feature, Spain's nested and flat variants, Ireland's
 *   <li>plain GeoJSON: {@link FeatureZones} names the properties that it may have
 *   <li>KML: {@link KmlZones} tells what of it is understood
 * </ul>
 *
 * <p>Nothing is repaired silently: each deviation that real publications show is tolerated with a
 * note. A zone that cannot be understood is kept: prohibited, always, at every height, over the
 * area that it claims, with a blocking finding. If even that area cannot be told, the source is
 * incomplete: then no absence of a zone proves anything.
 */
public final class ZoneReader {
  private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);
  private static final String BLANKS = " \t\r\n";

  private ZoneReader() {}

  /**
   * Reads a file's bytes, which must be UTF-8.
   *
   * @param fileName the name that findings and the source carry
   * @throws DocumentException if it is no UTF-8, neither JSON nor XML, larger than any zone file,
   *     or holds no zones in any known wrapper
   */
  public static ZoneFile read(String fileName, byte[] bytes) throws DocumentException {
    if (bytes.length > ZoneLimits.FILE_BYTES_MAX) {
      throw refused(fileName, "is larger than " + ZoneLimits.FILE_BYTES_MAX + " bytes");
    }
    if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
      throw refused(fileName, "is an archive (zip, KMZ): unpack it and read what it holds");
    }
    Findings findings = new Findings(fileName);
    int start = 0;
    if (bytes.length >= 3 && bytes[0] == MARK[0] && bytes[1] == MARK[1] && bytes[2] == MARK[2]) {
      start = MARK.length;
      findings.note(Deviation.BYTE_ORDER_MARK, Places.nowhere(fileName), "");
    }
    int first = start;
    while (first < bytes.length && BLANKS.indexOf(bytes[first]) >= 0) {
      first++;
    }
    byte sign = first < bytes.length ? bytes[first] : 0;
    if (isWide(bytes, first)) {
      throw refused(fileName, "is not encoded in UTF-8");
    }
    if (sign == '<') {
      return KmlZones.read(decoded(fileName, bytes, start), findings);
    }
    if (sign == '{' || sign == '[') {
      return JsonZones.read(bytes, start, findings);
    }
    throw refused(fileName, "is neither JSON nor XML");
  }

  /**
   * Reads a file's text.
   *
   * @param fileName the name that findings and the source carry
   * @throws DocumentException if it is neither JSON nor XML, larger than any zone file, or holds no
   *     zones in any known wrapper
   */
  public static ZoneFile read(String fileName, String text) throws DocumentException {
    if (text.length() > ZoneLimits.FILE_BYTES_MAX) {
      throw refused(fileName, "is longer than " + ZoneLimits.FILE_BYTES_MAX + " characters");
    }
    return read(fileName, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether characters are of two or four bytes: by their zeros, or by the mark before them. */
  private static boolean isWide(byte[] bytes, int at) {
    if (at + 1 >= bytes.length) {
      return false;
    }
    int mark = (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    return bytes[at] == 0 || bytes[at + 1] == 0 || mark == 0xfeff || mark == 0xfffe;
  }

  private static String decoded(String fileName, byte[] bytes, int start) throws DocumentException {
    try {
      ByteBuffer text = ByteBuffer.wrap(bytes, start, bytes.length - start);
      return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
    } catch (CharacterCodingException e) {
      throw refused(fileName, "is not encoded in UTF-8");
    }
  }

  private static DocumentException refused(String fileName, String message) {
    return new DocumentException(new Problem(fileName, 0, 0, "", message));
  }
}
