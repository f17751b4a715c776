package org.vigie.groundstation.zones;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.zone.io.ZoneFinding;
import org.vigie.groundstation.text.Texts;

/**
 * What deviates in a zone file, in a person's language. English is what the reader itself says;
 * French has a sentence for each of its deviations: a test holds them together.
 */
final class FindingWords {
  private static final String BUNDLE = "org.vigie.groundstation.zones.findings";

  private final Texts texts;

  FindingWords(Texts texts) {
    this.texts = texts;
  }

  /** File, line, field, and what is wrong there. */
  String place(ZoneFinding finding) {
    Problem place = finding.place();
    return new Problem(place.file(), place.line(), place.column(), place.field(), sentence(finding))
        .toString();
  }

  /** What is wrong and what becomes of it, without the place. */
  String sentence(ZoneFinding finding) {
    Locale locale = texts.locale();
    if (!locale.getLanguage().equals(Locale.FRENCH.getLanguage())) {
      return finding.place().message();
    }
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    String what =
        filled(bundle.getString(finding.deviation().key()), finding.arguments().toArray());
    return filled(bundle.getString("consequence." + finding.consequence().key()), what);
  }

  private static String filled(String pattern, Object... texts) {
    return new MessageFormat(pattern, Locale.ROOT).format(texts);
  }
}
