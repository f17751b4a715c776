package org.vigie.simulator.alert;

import java.net.URI;

/** Where alerts go, as the command line writes it. */
public final class AlertAddress {
  private static final int MQTT_PORT = 1883;

  private AlertAddress() {}

  /**
   * A sender for {@code http://HOST:PORT} or {@code mqtt://HOST[:PORT]/SITE}.
   *
   * @param token bearer token for HTTP; empty for none
   * @throws IllegalArgumentException with what is wrong
   */
  public static AlertSender open(String address, String token) {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("\"" + address + "\" is no address", e);
    }
    String scheme = String.valueOf(uri.getScheme());
    String host = uri.getHost();
    String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
    if (host == null) {
      throw new IllegalArgumentException("\"" + address + "\" names no host");
    }
    if ((scheme.equals("http") || scheme.equals("https")) && path.isEmpty()) {
      return new HttpAlerts(uri, token);
    }
    if (scheme.equals("mqtt") && path.matches("[A-Za-z0-9._-]+")) {
      return new MqttAlerts(host, uri.getPort() < 0 ? MQTT_PORT : uri.getPort(), path);
    }
    throw new IllegalArgumentException(
        "\"" + address + "\" is neither http://HOST:PORT nor mqtt://HOST:PORT/SITE");
  }
}
