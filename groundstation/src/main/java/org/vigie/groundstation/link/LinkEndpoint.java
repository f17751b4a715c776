package org.vigie.groundstation.link;

/**
 * Where a link goes: {@code tcp:HOST:PORT} connects to it, {@code udp:HOST:PORT} listens there. An
 * IPv6 address stands in brackets.
 *
 * @param host name or address
 * @param port 1 to 65535; 0 lets the system choose, for listening only
 */
public record LinkEndpoint(Kind kind, String host, int port) {
  /** What is done at the address. */
  public enum Kind {
    /** Connects, again and again when it breaks. */
    TCP_CONNECT("tcp"),
    /** Listens for any number of vehicles. */
    UDP_LISTEN("udp");

    private final String scheme;

    Kind(String scheme) {
      this.scheme = scheme;
    }
  }

  private static final int PORT_MAX = 65535;

  public LinkEndpoint {
    if (host.isBlank()) {
      throw new IllegalArgumentException("an endpoint needs a host");
    }
    if (port < 0 || port > PORT_MAX || (port == 0 && kind == Kind.TCP_CONNECT)) {
      throw new IllegalArgumentException("not a port: " + port);
    }
  }

  /**
   * Reads {@code tcp:HOST:PORT} or {@code udp:HOST:PORT}.
   *
   * @throws IllegalArgumentException with a message for people that names the text
   */
  public static LinkEndpoint parse(String text) {
    for (Kind kind : Kind.values()) {
      String prefix = kind.scheme + ":";
      if (text.startsWith(prefix)) {
        return parse(kind, text.substring(prefix.length()), text);
      }
    }
    throw new IllegalArgumentException(complaint(text, "it must begin with tcp: or udp:"));
  }

  private static LinkEndpoint parse(Kind kind, String address, String whole) {
    int colon = address.lastIndexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(complaint(whole, "the port is missing"));
    }
    String host = address.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    if (bracketed) {
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      throw new IllegalArgumentException(complaint(whole, "an IPv6 address stands in brackets"));
    }
    try {
      return new LinkEndpoint(kind, host, Integer.parseInt(address.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(complaint(whole, "the port is not a number"), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(complaint(whole, String.valueOf(e.getMessage())), e);
    }
  }

  private static String complaint(String text, String why) {
    return "not a link: \"" + text + "\": " + why + "; expected tcp:HOST:PORT or udp:HOST:PORT";
  }

  @Override
  public String toString() {
    String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return kind.scheme + ":" + shown + ":" + port;
  }
}
