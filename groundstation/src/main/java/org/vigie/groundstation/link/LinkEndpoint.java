package org.vigie.groundstation.link;

/**
 * Where a link goes: {@code tcp:HOST:PORT} connects, {@code tcpin:HOST:PORT} listens; {@code
 * udp:HOST:PORT} or {@code udpin:} listens, {@code udpout:HOST:PORT} speaks first; {@code
 * serial:DEVICE:BAUD} is a line. An IPv6 address stands in brackets.
 *
 * @param host name or address; of a line its device
 * @param port 1 to 65535, and 0 lets the system choose, for listening only; of a line its speed in
 *     bits a second
 */
public record LinkEndpoint(Kind kind, String host, int port) {
  /** What is done at the address. */
  public enum Kind {
    /** Connects, again and again when it breaks. */
    TCP_CONNECT("tcp"),
    /** Waits for vehicles to connect. */
    TCP_LISTEN("tcpin"),
    /** Listens for any number of vehicles. */
    UDP_LISTEN("udp", "udpin"),
    /** Speaks to one vehicle that listens. */
    UDP_CONNECT("udpout"),
    /** A cable or a radio on a serial port. */
    SERIAL("serial");

    private final String scheme;
    private final String alsoScheme;

    Kind(String scheme) {
      this(scheme, scheme);
    }

    Kind(String scheme, String alsoScheme) {
      this.scheme = scheme;
      this.alsoScheme = alsoScheme;
    }

    private boolean isCalled(String name) {
      return scheme.equals(name) || alsoScheme.equals(name);
    }

    private boolean listens() {
      return this == TCP_LISTEN || this == UDP_LISTEN;
    }
  }

  private static final String EXPECTED =
      "expected tcp:HOST:PORT, tcpin:HOST:PORT, udp:HOST:PORT, udpout:HOST:PORT or"
          + " serial:DEVICE:BAUD";

  private static final int PORT_MAX = 65535;

  /** Slower lines carry no telemetry, faster ones do not exist on serial ports. */
  private static final int BAUD_MIN = 1200;

  private static final int BAUD_MAX = 12_000_000;

  public LinkEndpoint {
    if (host.isBlank()) {
      throw new IllegalArgumentException(
          kind == Kind.SERIAL ? "a serial line needs a device" : "an endpoint needs a host");
    }
    if (kind == Kind.SERIAL) {
      if (port < BAUD_MIN || port > BAUD_MAX) {
        throw new IllegalArgumentException("not a line speed: " + port);
      }
    } else if (port < 0 || port > PORT_MAX || (port == 0 && !kind.listens())) {
      throw new IllegalArgumentException("not a port: " + port);
    }
  }

  /**
   * Reads an endpoint.
   *
   * @throws IllegalArgumentException with a message for people that names the text
   */
  public static LinkEndpoint parse(String text) {
    int colon = text.indexOf(':');
    String scheme = colon < 0 ? text : text.substring(0, colon);
    for (Kind kind : Kind.values()) {
      if (colon >= 0 && kind.isCalled(scheme)) {
        return parse(kind, text.substring(colon + 1), text);
      }
    }
    throw new IllegalArgumentException(
        complaint(text, "it must begin with tcp:, tcpin:, udp:, udpin:, udpout: or serial:"));
  }

  private static LinkEndpoint parse(Kind kind, String address, String whole) {
    int colon = address.lastIndexOf(':');
    if (colon < 0) {
      String missing = kind == Kind.SERIAL ? "the speed is missing" : "the port is missing";
      throw new IllegalArgumentException(complaint(whole, missing));
    }
    String host = address.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    if (bracketed) {
      host = host.substring(1, host.length() - 1);
    } else if (kind != Kind.SERIAL && host.indexOf(':') >= 0) {
      throw new IllegalArgumentException(complaint(whole, "an IPv6 address stands in brackets"));
    }
    try {
      return new LinkEndpoint(kind, host, Integer.parseInt(address.substring(colon + 1)));
    } catch (NumberFormatException e) {
      String what = kind == Kind.SERIAL ? "the speed is not a number" : "the port is not a number";
      throw new IllegalArgumentException(complaint(whole, what), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(complaint(whole, String.valueOf(e.getMessage())), e);
    }
  }

  private static String complaint(String text, String why) {
    return "not a link: \"" + text + "\": " + why + "; " + EXPECTED;
  }

  @Override
  public String toString() {
    boolean ip6 = kind != Kind.SERIAL && host.indexOf(':') >= 0;
    return kind.scheme + ":" + (ip6 ? "[" + host + "]" : host) + ":" + port;
  }
}
