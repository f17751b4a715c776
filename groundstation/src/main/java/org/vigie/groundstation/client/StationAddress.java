package org.vigie.groundstation.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a station listens.
 *
 * @param base scheme, host and port, no path
 */
public record StationAddress(URI base) {
  /**
   * Reads what a person typed, for example {@code http://127.0.0.1:8080}; a trailing slash is
   * passed over.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static StationAddress of(String text) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not a URL: " + e.getReason(), e);
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException(
          "\"" + text + "\" does not begin with http:// or https://");
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("\"" + text + "\" names no host");
    }
    String path = uri.getRawPath();
    boolean more = uri.getRawQuery() != null || uri.getRawFragment() != null;
    if (uri.getRawUserInfo() != null || more || !(path == null || path.matches("/*"))) {
      throw new IllegalArgumentException(
          "\"" + text + "\" has more than a host and a port, such as http://127.0.0.1:8080");
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return new StationAddress(URI.create(scheme + "://" + uri.getHost() + port));
  }

  /** A request's address; the path begins with a slash and is escaped. */
  URI http(String path) {
    return URI.create(base + path);
  }

  /** A WebSocket's address. */
  URI webSocket(String path) {
    return URI.create("ws" + base.toString().substring("http".length()) + path);
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
