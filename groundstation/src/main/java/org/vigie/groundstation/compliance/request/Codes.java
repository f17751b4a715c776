package org.vigie.groundstation.compliance.request;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the enums of compliance stand in files: lower case, hyphens, nothing else accepted. */
public final class Codes {
  private Codes() {}

  /** For example {@code fire-service}. */
  public static String text(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All values of an enum as files write them. */
  public static <E extends Enum<E>> List<String> texts(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Codes::text).toList();
  }

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException if there is no such value; names those that exist
   */
  public static <E extends Enum<E>> E parse(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> text(value).equals(text))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("\"" + text + "\" is not one of " + texts(type)));
  }
}
