package org.vigie.geofence.zone.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geofence.zone.LocalText;

/** Texts in several languages. No containment depends on them: what is no text is left out. */
final class Texts {
  private Texts() {}

  /** ED-318: a list of {@code {text, lang}}; a plain text is a deviation. */
  static List<LocalText> local(Spot spot) {
    if (spot.node().isArray()) {
      List<LocalText> texts = new ArrayList<>();
      for (int i = 0; i < spot.node().size(); i++) {
        one(spot.child(i)).ifPresent(texts::add);
      }
      return texts;
    }
    if (spot.node().isObject()) {
      spot.note(Deviation.OBJECT_FOR_LIST);
    } else if (!spot.isAbsent()) {
      spot.note(Deviation.TEXT_FOR_TEXTS);
    }
    return one(spot).stream().toList();
  }

  /** ED-269: one text; a list as in ED-318 is a deviation. */
  static List<LocalText> plain(Spot spot) {
    if (spot.node().isContainerNode()) {
      spot.note(Deviation.LANGUAGES_FOR_TEXT);
      return local(spot);
    }
    String text = spot.plainText();
    return text.isEmpty() ? List.of() : List.of(LocalText.of(text));
  }

  /** Plain GeoJSON: one text or a list of texts with their languages, as the publisher likes. */
  static List<LocalText> free(Spot spot) {
    return spot.node().isArray() ? local(spot) : one(spot).stream().toList();
  }

  /** A single text, with or without a language. */
  static Optional<LocalText> one(Spot spot) {
    if (!spot.node().isObject()) {
      String text = spot.plainText();
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalText.of(text));
    }
    Spot lang = spot.child("lang");
    if (!lang.node().isTextual()) {
      spot.note(Deviation.NO_LANGUAGE);
    }
    String language = lang.node().isTextual() ? lang.node().textValue() : "";
    Spot text = spot.child("text");
    if (!text.node().isTextual()) {
      spot.note(Deviation.NO_TEXT);
    }
    return Optional.of(
        new LocalText(text.node().isTextual() ? text.node().textValue() : "", language));
  }
}
