package org.vigie.groundstation.app;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.text.Language;

/** What {@code --lang} means, for every command that has it. */
public final class ChosenLanguage {
  private ChosenLanguage() {}

  /**
   * The language of a command.
   *
   * @param code as given; null takes the system's, which is French or else English
   * @throws BadInputException if there is no such language
   */
  public static Language of(@Nullable String code) throws BadInputException {
    if (code == null) {
      boolean french = Locale.getDefault().getLanguage().equals(Locale.FRENCH.getLanguage());
      return french ? Language.FR : Language.EN;
    }
    try {
      return Language.of(code);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--lang: " + e.getMessage());
    }
  }
}
