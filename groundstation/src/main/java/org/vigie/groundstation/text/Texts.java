package org.vigie.groundstation.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Words for people, in one language. Patterns are {@link MessageFormat}s; English is the root,
 * French its equal: a test holds both to the same keys. Immutable.
 */
public final class Texts {
  private static final String BUNDLE = "org.vigie.groundstation.text.texts";

  private final Locale locale;
  private final ResourceBundle bundle;

  private Texts(String bundle, Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            bundle,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public static Texts in(Language language) {
    return new Texts(BUNDLE, language.locale());
  }

  /**
   * Words of another table of the same form, which screens need not carry.
   *
   * @param bundle of properties files, English the root, as {@link ResourceBundle} names it
   */
  public static Texts of(String bundle, Language language) {
    return new Texts(bundle, language.locale());
  }

  /**
   * The text of a key with its arguments.
   *
   * @throws java.util.MissingResourceException if there is no such key
   */
  public String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  /** The text of a code that may be newer than this table: then the code itself. */
  public String name(String prefix, String code) {
    String key = prefix + "." + code;
    return bundle.containsKey(key) ? bundle.getString(key).replace("''", "'") : code;
  }

  /** Every pattern by its key, for programs that fill them in themselves. */
  public SortedMap<String, String> patterns() {
    SortedMap<String, String> patterns = new TreeMap<>();
    for (String key : bundle.keySet()) {
      patterns.put(key, bundle.getString(key));
    }
    return patterns;
  }

  public Locale locale() {
    return locale;
  }
}
