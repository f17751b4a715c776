package org.vigie.groundstation.mavlink.sign;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.Seal;

/**
 * Signs what goes to one vehicle and judges what comes from it. Without a key it does neither.
 *
 * @threading thread-safe
 */
public final class FrameSigning {
  /**
   * Streams (system, component, link) whose time is kept.
   *
   * @source MAVLink C library mavlink_types.h, MAVLINK_MAX_SIGNING_STREAMS
   */
  static final int STREAMS_MAX = 16;

  /** A radio reports by itself, and has no key. */
  private static final int RADIO_STATUS = 109;

  /** Ways differ in delay by less than this: 2 s in ticks. */
  private static final long ECHO_MAX = 200_000;

  private static final int TIME_LENGTH = 6;

  private final @Nullable SigningKey key;
  private final boolean takesUnsigned;
  private final SigningTime time = new SigningTime();
  private final Map<Integer, Long> heard = new HashMap<>();

  private FrameSigning(@Nullable SigningKey key, boolean takesUnsigned) {
    this.key = key;
    this.takesUnsigned = takesUnsigned;
  }

  /** Nothing is signed, everything is taken. */
  public static FrameSigning none() {
    return new FrameSigning(null, true);
  }

  /**
   * Everything that is sent is signed.
   *
   * @param takesUnsigned whether frames without a signature are taken; those with a wrong one never
   *     are
   */
  public static FrameSigning with(SigningKey key, boolean takesUnsigned) {
    return new FrameSigning(key, takesUnsigned);
  }

  /** Whether a signature that is taken proves who sent the frame. */
  public boolean hasKey() {
    return key != null;
  }

  /**
   * Signs frames of one link; absent without a key.
   *
   * @param linkId 0 to 255, another for each way, since frames may overtake each other between ways
   */
  public @Nullable Seal seal(int linkId, Instant now) {
    SigningKey own = key;
    return own == null ? null : frame -> sign(own, frame, linkId, time.next(now));
  }

  private static void sign(SigningKey key, byte[] frame, int linkId, long ticks) {
    int at = frame.length - Frame.SIGNATURE_LENGTH;
    frame[at] = (byte) linkId;
    for (int i = 0; i < TIME_LENGTH; i++) {
      frame[at + 1 + i] = (byte) (ticks >> (8 * i));
    }
    int hashAt = at + 1 + TIME_LENGTH;
    System.arraycopy(key.hash(frame, hashAt), 0, frame, hashAt, SigningKey.HASH_LENGTH);
  }

  /** Judges a frame, and remembers its time if it is taken. */
  public SignatureVerdict judge(Frame frame, Instant now) {
    SigningKey own = key;
    if (own == null) {
      return SignatureVerdict.TAKEN;
    }
    if (!frame.signed()) {
      return takesUnsigned || frame.messageId() == RADIO_STATUS
          ? SignatureVerdict.TAKEN
          : SignatureVerdict.UNSIGNED;
    }
    byte[] bytes = frame.bytes();
    int at = bytes.length - Frame.SIGNATURE_LENGTH;
    int hashAt = at + 1 + TIME_LENGTH;
    byte[] told = Arrays.copyOfRange(bytes, hashAt, bytes.length);
    if (!MessageDigest.isEqual(own.hash(bytes, hashAt), told)) {
      return SignatureVerdict.FORGED;
    }
    int stream = ((bytes[at] & 0xFF) << 16) | (frame.systemId() << 8) | frame.componentId();
    return judge(stream, ticks(bytes, at + 1), now);
  }

  private synchronized SignatureVerdict judge(int stream, long ticks, Instant now) {
    Long last = heard.get(stream);
    if (last == null) {
      if (ticks + SigningTime.MINUTE < time.now(now)) {
        return SignatureVerdict.CLOCK_BEHIND;
      }
      if (heard.size() >= STREAMS_MAX) {
        return SignatureVerdict.TOO_MANY_STREAMS;
      }
    } else if (ticks <= last) {
      return last - ticks <= ECHO_MAX ? SignatureVerdict.ECHO : SignatureVerdict.REPLAYED;
    }
    heard.put(stream, ticks);
    time.heard(ticks);
    return SignatureVerdict.TAKEN;
  }

  private static long ticks(byte[] bytes, int at) {
    long ticks = 0;
    for (int i = TIME_LENGTH - 1; i >= 0; i--) {
      ticks = (ticks << 8) | (bytes[at + i] & 0xFF);
    }
    return ticks;
  }
}
