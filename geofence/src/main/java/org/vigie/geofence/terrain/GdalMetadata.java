package org.vigie.geofence.terrain;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks whether GDAL's metadata make other heights of the cells than they hold.
 *
 * @source GDAL, GTiff driver: tag 42112 GDAL_METADATA, items with the roles scale, offset and
 *     unittype
 */
final class GdalMetadata {
  private static final Pattern ITEM = Pattern.compile("<Item\\b([^>]*)>([^<]*)<");
  private static final Pattern ROLE = Pattern.compile("\\brole\\s*=\\s*[\"']([^\"']*)[\"']");
  private static final Set<String> METRES = Set.of("", "m", "metre", "meter", "metres", "meters");

  private GdalMetadata() {}

  /** Throws IllegalArgumentException in words unless the cells hold metres. */
  static void check(String xml) {
    Matcher item = ITEM.matcher(xml);
    while (item.find()) {
      Matcher role = ROLE.matcher(item.group(1));
      if (role.find()) {
        check(role.group(1).toLowerCase(Locale.ROOT), item.group(2).trim());
      }
    }
  }

  private static void check(String role, String value) {
    boolean plain =
        switch (role) {
          case "scale" -> is(1, value);
          case "offset" -> is(0, value);
          case "unittype" -> METRES.contains(value.toLowerCase(Locale.ROOT));
          default -> true;
        };
    if (!plain) {
      throw new IllegalArgumentException(
          "GDAL_METADATA says " + role + " " + value + ": only plain metres are read");
    }
  }

  private static boolean is(double number, String value) {
    try {
      return Double.parseDouble(value) == number;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
