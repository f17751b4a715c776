package org.vigie.simulator.mavlink;

/**
 * Pictures of a camera that can be had now, H.264.
 *
 * @param name for people, at most 32 bytes
 * @param uri where a station asks for it, or the port on which it waits for it
 * @param widthPx of a picture
 * @param heightPx of a picture
 * @param framesPerS of wall time
 * @param bitsPerS that it aims at
 * @param hfovDeg horizontal field of view
 * @param running whether pictures come, or would for whoever asks
 */
public record VideoStream(
    Carrier carrier,
    String name,
    String uri,
    int widthPx,
    int heightPx,
    int framesPerS,
    int bitsPerS,
    double hfovDeg,
    boolean running) {

  /** How it comes. @source MAVLink common.xml VIDEO_STREAM_TYPE */
  public enum Carrier {
    RTSP(0),
    RTP_UDP(1),
    MPEG_TS_UDP(3);

    private final int number;

    Carrier(int number) {
      this.number = number;
    }

    /** VIDEO_STREAM_TYPE. */
    public int number() {
      return number;
    }
  }
}
