package org.vigie.geofence.zone;

/**
 * A text in some language.
 *
 * @param language a tag such as {@code fr} or {@code fr-FR}; empty when the publisher named none
 * @source EUROCAE ED-318, textShortType and textLongType
 */
public record LocalText(String text, String language) {
  /** A text whose language nobody named. */
  public static LocalText of(String text) {
    return new LocalText(text, "");
  }
}
