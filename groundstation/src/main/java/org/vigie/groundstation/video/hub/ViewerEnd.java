package org.vigie.groundstation.video.hub;

/**
 * How a viewing ended.
 *
 * @param code the WebSocket's close code; {@link #VANISHED} if the connection broke
 * @param reason in a few words
 * @param framesSent access units given to the connection
 * @param bytesSent bytes given to the connection
 */
public record ViewerEnd(int code, String reason, long framesSent, long bytesSent) {
  /** The right to look ended. */
  public static final int RIGHT_ENDED = 4401;

  /** Nothing was acknowledged for five seconds. */
  public static final int NO_ACK = 4408;

  /** The station stops. @source RFC 6455, 7.4.1 */
  public static final int GOING_AWAY = 1001;

  /** No close frame came. @source RFC 6455, 7.4.1 */
  public static final int VANISHED = 1006;

  /** What came is not what viewers send. @source RFC 6455, 7.4.1 */
  public static final int REFUSED = 1008;

  /** No room for one more viewer. @source IANA WebSocket close code registry */
  public static final int TRY_LATER = 1013;
}
