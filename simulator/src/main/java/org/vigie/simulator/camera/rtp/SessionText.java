package org.vigie.simulator.camera.rtp;

/**
 * Describes a stream to its receivers. The parameter sets come with each key picture and not here.
 *
 * @source RFC 8866 (SDP); RFC 6184 section 8.2.1 (parameters of H.264); RFC 7826 appendix D
 */
public final class SessionText {
  private SessionText() {}

  /** A stream sent to a port without asking. */
  public static String sent(String host, int port) {
    return text(host, port, "");
  }

  /** A stream that is asked for. */
  public static String asked(String host) {
    return text(host, 0, "a=control:" + RtspRequest.TRACK + "\r\n");
  }

  private static String text(String host, int port, String control) {
    String family = host.indexOf(':') >= 0 ? "IP6" : "IP4";
    return "v=0\r\n"
        + "o=- 0 0 IN "
        + family
        + " "
        + host
        + "\r\n"
        + "s=Vigie\r\n"
        + "c=IN "
        + family
        + " "
        + (port == 0 ? family.equals("IP6") ? "::" : "0.0.0.0" : host)
        + "\r\n"
        + "t=0 0\r\n"
        + "m=video "
        + port
        + " RTP/AVP "
        + RtpPacketizer.PAYLOAD_TYPE
        + "\r\n"
        + "a=rtpmap:"
        + RtpPacketizer.PAYLOAD_TYPE
        + " H264/"
        + RtpPacketizer.CLOCK_HZ
        + "\r\n"
        + "a=fmtp:"
        + RtpPacketizer.PAYLOAD_TYPE
        + " packetization-mode=1\r\n"
        + control;
  }
}
