package org.vigie.simulator.net.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.net.frame.Signing.KeyOutcome;
import org.vigie.simulator.net.frame.Signing.Verdict;

/** Signatures: the hash of another implementation, time, keys, and what each make excuses. */
class SigningTest {
  /** Key 1, 2 ... 32. */
  private static final byte[] KEY = key();

  /** 2025-02-20, in ticks of ten microseconds since 2015. */
  private static final long NOW = 32_000_000_000_000L;

  private static final long MINUTE = 6_000_000;

  /**
   * HEARTBEAT of system 255, signed with that key at that time on link 3.
   *
   * @source computed with Python's hashlib: the first six bytes of SHA-256 over key, packet with
   *     checksum, link and time
   */
  private static final String SIGNED =
      "fd09010007ffbe0000000000000006080004039902030000a2941a1d50b2166b928f";

  private static byte[] key() {
    byte[] key = new byte[32];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) (i + 1);
    }
    return key;
  }

  private static Frame frame(byte[] bytes) {
    List<Frame> found = new ArrayList<>();
    new FrameReader(id -> id == 0 ? 50 : id == 109 ? 185 : Extras.UNKNOWN, found::add)
        .read(ByteBuffer.wrap(bytes));
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static Frame signedVector() {
    return frame(HexFormat.of().parseHex(SIGNED));
  }

  private static Signing of(SigningRules rules) {
    Signing signing = new Signing(rules);
    assertThat(signing.setup(KEY, NOW, false, false)).isEqualTo(KeyOutcome.SET);
    return signing;
  }

  /** A station's packet, signed by a signing of its own. */
  private static Frame sent(int system, int link, long ticks) {
    Signing station = new Signing(SigningRules.PX4);
    station.setup(KEY, ticks, false, false);
    Payload payload = new Payload(0, 50, new byte[] {0, 0, 0, 0, 6, 8, 0, 4, 3}, 9);
    return new FrameWriter(system, 190).frame(payload, 2, station.signer(link)).orElseThrow();
  }

  private static Frame unsigned(int messageId, int extra) {
    Payload payload = new Payload(messageId, extra, new byte[9], 9);
    return new FrameWriter(255, 190).frame(payload, 2, Optional.empty()).orElseThrow();
  }

  @Test
  void a_signature_made_elsewhere_is_ours() {
    assertThat(of(SigningRules.PX4_ALWAYS).judge(signedVector(), false)).isEqualTo(Verdict.TAKEN);
    Frame own = sent(255, 3, NOW);
    assertThat(HexFormat.of().formatHex(own.bytes(), own.signatureAt() + 1, own.signatureAt() + 7))
        .isEqualTo(SIGNED.substring(SIGNED.length() - 24, SIGNED.length() - 12));
    byte[] again = HexFormat.of().parseHex(SIGNED);
    byte[] hash = new byte[13];
    System.arraycopy(again, again.length - 13, hash, 0, 13);
    new SignerProbe().check(again, hash);
  }

  /** Signs the vector's packet anew and finds the same thirteen bytes. */
  private static final class SignerProbe {
    void check(byte[] packet, byte[] expected) {
      Signing station = new Signing(SigningRules.PX4);
      station.setup(KEY, NOW, false, false);
      byte[] blank = packet.clone();
      java.util.Arrays.fill(blank, blank.length - 13, blank.length, (byte) 0);
      station.signer(3).orElseThrow().sign(blank);
      assertThat(java.util.Arrays.copyOfRange(blank, blank.length - 13, blank.length))
          .isEqualTo(expected);
    }
  }

  @Test
  void any_changed_bit_is_a_forgery() {
    byte[] packet = HexFormat.of().parseHex(SIGNED);
    for (int bit = (packet.length - 13) * 8; bit < packet.length * 8; bit++) {
      byte[] changed = packet.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(of(SigningRules.PX4_ALWAYS).judge(frame(changed), false))
          .isEqualTo(Verdict.FORGED);
    }
  }

  @Test
  void a_packet_that_comes_again_is_stale() {
    Signing signing = of(SigningRules.PX4_ALWAYS);
    assertThat(signing.judge(sent(255, 1, NOW + 10), false)).isEqualTo(Verdict.TAKEN);
    assertThat(signing.judge(sent(255, 1, NOW + 10), false)).isEqualTo(Verdict.STALE);
    assertThat(signing.judge(sent(255, 1, NOW + 9), false)).isEqualTo(Verdict.STALE);
    assertThat(signing.judge(sent(255, 1, NOW + 11), false)).isEqualTo(Verdict.TAKEN);
  }

  @Test
  void a_new_sender_may_be_a_minute_behind_and_no_more() {
    Signing signing = of(SigningRules.PX4_ALWAYS);
    signing.judge(sent(255, 1, NOW + 10 * MINUTE), false);
    assertThat(signing.ticks()).isEqualTo(NOW + 10 * MINUTE);
    assertThat(signing.judge(sent(254, 1, NOW + 9 * MINUTE - 1), false)).isEqualTo(Verdict.STALE);
    assertThat(signing.judge(sent(254, 1, NOW + 9 * MINUTE), false)).isEqualTo(Verdict.TAKEN);
    // the same sender over another link is another stream
    assertThat(signing.judge(sent(254, 2, NOW + 9 * MINUTE), false)).isEqualTo(Verdict.TAKEN);
  }

  @Test
  void there_is_room_for_sixteen_senders() {
    Signing signing = of(SigningRules.PX4_ALWAYS);
    for (int i = 0; i < 16; i++) {
      assertThat(signing.judge(sent(100 + i, 1, NOW + 1), false)).isEqualTo(Verdict.TAKEN);
    }
    assertThat(signing.judge(sent(200, 1, NOW + 1), false)).isEqualTo(Verdict.TOO_MANY_SENDERS);
    assertThat(signing.judge(sent(100, 1, NOW + 2), false)).isEqualTo(Verdict.TAKEN);
  }

  @Test
  void an_ardupilot_takes_unsigned_only_radio_reports_and_what_comes_over_its_first_port() {
    Signing signing = of(SigningRules.ARDUPILOT);
    assertThat(signing.judge(unsigned(0, 50), false)).isEqualTo(Verdict.UNSIGNED);
    assertThat(signing.judge(unsigned(109, 185), false)).isEqualTo(Verdict.TAKEN);
    assertThat(signing.judge(unsigned(0, 50), true)).isEqualTo(Verdict.TAKEN);
  }

  @Test
  void an_ardupilots_new_key_begins_a_minute_ahead_so_that_old_packets_are_no_use() {
    Signing signing = of(SigningRules.ARDUPILOT);
    assertThat(signing.ticks()).isEqualTo(NOW + MINUTE);
    assertThat(signing.judge(sent(255, 1, NOW - 1), false)).isEqualTo(Verdict.STALE);
    assertThat(signing.judge(sent(255, 1, NOW), false)).isEqualTo(Verdict.TAKEN);
  }

  @Test
  void an_armed_ardupilot_takes_no_key_and_a_key_of_zeroes_ends_signing() {
    Signing signing = new Signing(SigningRules.ARDUPILOT);
    assertThat(signing.setup(KEY, NOW, true, false)).isEqualTo(KeyOutcome.REFUSED_ARMED);
    assertThat(signing.active()).isFalse();
    signing.setup(KEY, NOW, false, false);
    assertThat(signing.active()).isTrue();
    assertThat(signing.setup(new byte[32], 0, false, true)).isEqualTo(KeyOutcome.CLEARED);
    assertThat(signing.active()).isFalse();
    assertThat(signing.signer(0)).isEmpty();
    assertThat(signing.judge(unsigned(0, 50), false)).isEqualTo(Verdict.TAKEN);
  }

  @Test
  void a_px4_takes_unsigned_packets_unless_told_otherwise_and_forged_ones_never() {
    Signing open = of(SigningRules.PX4);
    assertThat(open.judge(unsigned(0, 50), false)).isEqualTo(Verdict.TAKEN);
    byte[] forged = HexFormat.of().parseHex(SIGNED);
    forged[forged.length - 1] ^= 1;
    assertThat(open.judge(frame(forged), false)).isEqualTo(Verdict.FORGED);
    Signing strict = of(SigningRules.PX4_ALWAYS);
    assertThat(strict.judge(unsigned(0, 50), true)).isEqualTo(Verdict.UNSIGNED);
    assertThat(strict.setup(new byte[32], 0, false, false)).isEqualTo(KeyOutcome.REFUSED_UNSIGNED);
    assertThat(strict.active()).isTrue();
    assertThat(strict.setup(new byte[32], 0, false, true)).isEqualTo(KeyOutcome.CLEARED);
  }

  @Test
  void times_of_what_is_sent_never_repeat() {
    Signing signing = of(SigningRules.ARDUPILOT);
    Signing judge = of(SigningRules.PX4_ALWAYS);
    Payload payload = new Payload(0, 50, new byte[] {0, 0, 0, 0, 6, 8, 0, 4, 3}, 9);
    FrameWriter writer = new FrameWriter(1, 1);
    for (int i = 0; i < 1_000; i++) {
      Frame frame = writer.frame(payload, 2, signing.signer(0)).orElseThrow();
      assertThat(judge.judge(frame, false)).isEqualTo(Verdict.TAKEN);
    }
  }
}
