package org.vigie.simulator.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address as the command line gives it.
 *
 * @param scheme tcp or udp
 */
record Endpoint(String scheme, String host, int port) {
  private static final Pattern FORM = Pattern.compile("(tcp|udp):([^:]+|\\[[^\\]]+\\]):(\\d{1,5})");

  /**
   * Reads SCHEME:HOST:PORT.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  static Endpoint parse(String text, String scheme) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || !matcher.group(1).equals(scheme)) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not of the form " + scheme + ":HOST:PORT");
    }
    int port = Integer.parseInt(matcher.group(3));
    if (port > 65_535) {
      throw new IllegalArgumentException("there is no port " + port);
    }
    return new Endpoint(matcher.group(1), matcher.group(2), port);
  }
}
