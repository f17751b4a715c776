package org.vigie.groundstation.vehicle.protocol;

import java.net.URI;
import java.net.URISyntaxException;
import org.vigie.groundstation.mavlink.EquipmentMessage.VideoStreamInformation;

/**
 * Where a stream can be had, checked: it comes from the air and will be opened by somebody.
 *
 * @param uri without user and password; empty when there is a problem
 * @param problem code; empty when it can be used
 */
public record StreamAddress(String uri, String problem) {
  private static final int PORT_MAX = 65_535;

  /**
   * How a stream comes.
   *
   * @source MAVLink common.xml VIDEO_STREAM_TYPE
   */
  public enum Type {
    RTSP("rtsp", false),
    RTP_UDP("udp", true),
    TCP_MPEG("tcp", true),
    MPEG_TS("udp", true),
    UNKNOWN("", false);

    private final String scheme;
    private final boolean needsPort;

    Type(String scheme, boolean needsPort) {
      this.scheme = scheme;
      this.needsPort = needsPort;
    }

    private boolean takes(String told) {
      return switch (this) {
        case RTSP -> told.equals("rtsp") || told.equals("rtsps") || told.equals("rtspu");
        case RTP_UDP -> told.equals("udp") || told.equals("rtp");
        case TCP_MPEG -> told.equals("tcp");
        case MPEG_TS -> told.equals("udp") || told.equals("mpegts");
        case UNKNOWN -> false;
      };
    }

    static Type of(int number) {
      return switch (number) {
        case 0 -> RTSP;
        case 1 -> RTP_UDP;
        case 2 -> TCP_MPEG;
        case 3 -> MPEG_TS;
        default -> UNKNOWN;
      };
    }
  }

  /** Reads what a camera told; never throws. */
  static StreamAddress of(Type type, String told) {
    if (type == Type.UNKNOWN) {
      return wrong("stream-type-unknown");
    }
    if (told.isEmpty()) {
      return wrong("stream-uri-missing");
    }
    if (told.length() >= VideoStreamInformation.URI_MAX) {
      return wrong("stream-uri-cut"); // its end is not in the message, or it has none
    }
    if (told.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      return wrong("stream-uri-malformed");
    }
    if (told.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return type.needsPort ? port(told) : wrong("stream-uri-malformed");
    }
    return address(type, told);
  }

  /** A port alone: the station waits there. */
  private static StreamAddress port(String told) {
    boolean port = told.length() <= 5 && isPort(Integer.parseInt(told));
    return port ? new StreamAddress(told, "") : wrong("stream-uri-malformed");
  }

  private static StreamAddress address(Type type, String told) {
    try {
      URI uri = new URI(told.contains("://") ? told : type.scheme + "://" + told);
      boolean port = uri.getPort() == -1 ? !type.needsPort : isPort(uri.getPort());
      if (uri.getHost() == null || uri.getScheme() == null || !port) {
        return wrong("stream-uri-malformed");
      }
      if (!type.takes(uri.getScheme())) {
        return wrong("stream-uri-other-type");
      }
      // whoever may see the picture is for the station to say, not for a password in an address
      URI open =
          new URI(
              uri.getScheme(),
              null,
              uri.getHost(),
              uri.getPort(),
              uri.getPath(),
              uri.getQuery(),
              null);
      return new StreamAddress(open.toASCIIString(), "");
    } catch (URISyntaxException e) {
      return wrong("stream-uri-malformed");
    }
  }

  private static boolean isPort(int number) {
    return number > 0 && number <= PORT_MAX;
  }

  private static StreamAddress wrong(String problem) {
    return new StreamAddress("", problem);
  }
}
