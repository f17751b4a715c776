package org.vigie.simulator.run;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address as the command line gives it.
 *
 * @param scheme tcp or udp, for pictures also rtp or rtsp
 */
record Endpoint(String scheme, String host, int port) {
  private static final Pattern FORM =
      Pattern.compile("(tcp|udp|rtp|rtsp):([^:]+|\\[[^\\]]+\\]):(\\d{1,5})");

  /**
   * Reads SCHEME:HOST:PORT.
   *
   * @param option that it was given for, which errors name
   * @throws IllegalArgumentException with what is wrong
   */
  static Endpoint parse(String option, String text, String... schemes) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || !List.of(schemes).contains(matcher.group(1))) {
      String forms = String.join(":HOST:PORT or ", schemes) + ":HOST:PORT";
      throw new IllegalArgumentException(option + ": \"" + text + "\" is not of the form " + forms);
    }
    int port = Integer.parseInt(matcher.group(3));
    if (port > 65_535) {
      throw new IllegalArgumentException(option + ": \"" + text + "\": there is no port " + port);
    }
    return new Endpoint(matcher.group(1), matcher.group(2), port);
  }
}
