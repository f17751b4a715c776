package org.vigie.simulator.net.frame;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One vehicle's signatures: its key, its time, and the time last heard of each sender. Times are
 * ticks of ten microseconds since 2015. The clock is that of the packets: it is moved by what is
 * heard and by each packet sent, never by the date of the simulation, which is not the station's.
 * Confined to the world's thread.
 *
 * @source MAVLink guide, message signing: signature, timestamp handling, accepting packets; MAVLink
 *     C library mavlink_helpers.h (mavlink_signature_check)
 */
public final class Signing {
  /** Senders whose time is kept. @source mavlink_types.h MAVLINK_MAX_SIGNING_STREAMS */
  static final int STREAMS_MAX = 16;

  private static final int KEY_LENGTH = 32;
  private static final int HASH_LENGTH = 6;

  /** Link and time, which the hash covers too. */
  private static final int SIGNED_PART = 7;

  private static final long TIME_MASK = (1L << 48) - 1;

  /** What became of a packet. */
  public enum Verdict {
    TAKEN,
    /** It has no signature and needs one. */
    UNSIGNED,
    /** Its signature is not that of our key. */
    FORGED,
    /** It is not newer than what this sender has said, or older than a minute. */
    STALE,
    /** There are too many senders already. */
    TOO_MANY_SENDERS
  }

  /** What became of a new key. */
  public enum KeyOutcome {
    SET,
    CLEARED,
    REFUSED_ARMED,
    REFUSED_UNSIGNED
  }

  private final SigningRules rules;
  private final MessageDigest sha;
  private final Map<Integer, Long> heard = new HashMap<>();
  private byte[] key = new byte[0];
  private long ticks;

  public Signing(SigningRules rules) {
    this.rules = rules;
    try {
      this.sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether there is a key. */
  public boolean active() {
    return key.length > 0;
  }

  /**
   * SETUP_SIGNING.
   *
   * @param secret 32 bytes; all zero together with a time of zero ends signing
   * @param startTicks the time to begin with
   * @param signed whether the packet that brought it was signed with the old key
   */
  public KeyOutcome setup(byte[] secret, long startTicks, boolean armed, boolean signed) {
    if (armed && rules.refusesWhenArmed()) {
      return KeyOutcome.REFUSED_ARMED;
    }
    byte[] next = Arrays.copyOf(secret, KEY_LENGTH);
    boolean blank = startTicks == 0 && Arrays.equals(next, new byte[KEY_LENGTH]);
    if (blank && active() && rules.blankOnlySigned() && !signed) {
      return KeyOutcome.REFUSED_UNSIGNED;
    }
    heard.clear();
    key = blank ? new byte[0] : next;
    ticks = (startTicks + rules.leadTicks()) & TIME_MASK;
    return blank ? KeyOutcome.CLEARED : KeyOutcome.SET;
  }

  /**
   * Judges a packet, and remembers its time when it is taken.
   *
   * @param firstPort whether it came over the vehicle's first port
   */
  public Verdict judge(Frame frame, boolean firstPort) {
    if (!active()) {
      return Verdict.TAKEN;
    }
    Verdict verdict = frame.signed() ? signature(frame) : Verdict.UNSIGNED;
    if (verdict == Verdict.TAKEN) {
      return verdict;
    }
    boolean excused =
        (firstPort && rules.trustsFirstPort())
            || (rules.unsignedAnyway() && verdict == Verdict.UNSIGNED)
            || rules.unsignedMessages().contains(frame.messageId());
    return excused ? Verdict.TAKEN : verdict;
  }

  private Verdict signature(Frame frame) {
    byte[] bytes = frame.bytes();
    int at = frame.signatureAt();
    byte[] hash = hash(bytes, at + SIGNED_PART);
    if (!MessageDigest.isEqual(
        hash, Arrays.copyOfRange(bytes, at + SIGNED_PART, at + SIGNED_PART + HASH_LENGTH))) {
      return Verdict.FORGED;
    }
    long time = time(bytes, at + 1);
    int sender = ((bytes[at] & 0xFF) << 16) | (frame.systemId() << 8) | frame.componentId();
    Long last = heard.get(sender);
    if (last == null && heard.size() >= STREAMS_MAX) {
      return Verdict.TOO_MANY_SENDERS;
    }
    boolean stale = last == null ? time + SigningRules.MINUTE_TICKS < ticks : time <= last;
    if (stale) {
      return Verdict.STALE;
    }
    heard.put(sender, time);
    ticks = Math.max(ticks, time);
    return Verdict.TAKEN;
  }

  private byte[] hash(byte[] packet, int to) {
    sha.update(key);
    sha.update(packet, 0, to);
    return Arrays.copyOf(sha.digest(), HASH_LENGTH);
  }

  private static long time(byte[] bytes, int at) {
    long time = 0;
    for (int i = 5; i >= 0; i--) {
      time = (time << 8) | (bytes[at + i] & 0xFF);
    }
    return time;
  }

  /**
   * Signs what goes out over a link; empty without a key.
   *
   * @param link number of the link, its low byte is sent
   */
  public Optional<Signer> signer(int link) {
    return active() ? Optional.of(packet -> sign(packet, link)) : Optional.empty();
  }

  private void sign(byte[] packet, int link) {
    int at = packet.length - Frame.SIGNATURE_LENGTH;
    packet[at] = (byte) link;
    for (int i = 0; i < 6; i++) {
      packet[at + 1 + i] = (byte) (ticks >> (8 * i));
    }
    ticks = (ticks + 1) & TIME_MASK;
    byte[] hash = hash(packet, at + SIGNED_PART);
    System.arraycopy(hash, 0, packet, at + SIGNED_PART, HASH_LENGTH);
  }

  /** The vehicle's time, ticks of ten microseconds since 2015. */
  public long ticks() {
    return ticks;
  }
}
