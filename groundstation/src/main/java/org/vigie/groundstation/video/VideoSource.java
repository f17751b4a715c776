package org.vigie.groundstation.video;

/**
 * A source of live video, as configured.
 *
 * @param id name in {@code /video/{id}}: the vehicle's
 * @param host address of this machine to listen on
 * @param port UDP; 0 takes any
 */
public record VideoSource(String id, String host, int port) {
  private static final int PORT_MAX = 65_535;

  public VideoSource {
    if (port < 0 || port > PORT_MAX) {
      throw new IllegalArgumentException("no port: " + port);
    }
  }
}
