package org.vigie.geofence.zone.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
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
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private ZoneReader() {}

  /**
   * Reads a file's bytes, which must be UTF-8.
   *
   * @param fileName the name that findings and the source carry
   * @throws DocumentException if it is no UTF-8, neither JSON nor XML, larger than any zone file,
   *     or holds no zones in any known wrapper
   */
  public static ZoneFile read(String fileName, byte[] bytes) throws DocumentException {
    if (bytes.length > ZoneLimits.FILE_CHARS_MAX) {
      throw refused(fileName, "is larger than " + ZoneLimits.FILE_CHARS_MAX + " bytes");
    }
    if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
      throw refused(fileName, "is an archive (zip, KMZ): unpack it and read what it holds");
    }
    try {
      return read(
          fileName,
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      throw refused(fileName, "is not encoded in UTF-8");
    }
  }

  /**
   * Reads a file's text.
   *
   * @param fileName the name that findings and the source carry
   * @throws DocumentException if it is neither JSON nor XML, larger than any zone file, or holds no
   *     zones in any known wrapper
   */
  public static ZoneFile read(String fileName, String text) throws DocumentException {
    if (text.length() > ZoneLimits.FILE_CHARS_MAX) {
      throw refused(fileName, "is longer than " + ZoneLimits.FILE_CHARS_MAX + " characters");
    }
    Findings findings = new Findings(fileName);
    String content = text;
    if (text.startsWith(BYTE_ORDER_MARK)) {
      findings.note(
          "byte-order-mark",
          Places.nowhere(fileName),
          "",
          "the file starts with a byte order mark");
      content = text.substring(1);
    }
    char first = firstSign(content);
    if (first == '<') {
      return KmlZones.read(content, findings);
    }
    if (first == '{' || first == '[') {
      return JsonZones.read(content, findings);
    }
    throw refused(fileName, "is neither JSON nor XML");
  }

  private static char firstSign(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return text.charAt(i);
      }
    }
    return ' ';
  }

  private static DocumentException refused(String fileName, String message) {
    return new DocumentException(new Problem(fileName, 0, 0, "", message));
  }
}
