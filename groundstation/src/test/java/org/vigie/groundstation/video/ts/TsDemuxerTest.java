package org.vigie.groundstation.video.ts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.groundstation.video.TestVideo;
import org.vigie.groundstation.video.TestVideo.Unit;

/** Our demultiplexer against FFmpeg's muxer and demultiplexer, and against a hostile network. */
class TsDemuxerTest {
  private static final int DATAGRAM = 7 * 188;
  private static final long SEED = 20261121;
  private static final List<Unit> ENCODED = TestVideo.encode(320, 192, 130, 25, 90_000);
  private static final byte[] BOUNDED = TestVideo.mux(ENCODED, true);
  private static final byte[] UNBOUNDED = TestVideo.mux(ENCODED, false);

  private static void assertSame(List<TsUnit> found, List<Unit> oracle) {
    assertThat(found).hasSameSizeAs(oracle);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).bytes()).as("unit %d", i).isEqualTo(oracle.get(i).bytes());
      assertThat(found.get(i).pts90k()).as("time %d", i).isEqualTo(oracle.get(i).pts90k());
      assertThat(found.get(i).damaged()).isFalse();
      assertThat(found.get(i).afterLoss()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void finds_the_units_that_ffmpeg_finds_bit_by_bit(boolean pesLength) {
    byte[] ts = pesLength ? BOUNDED : UNBOUNDED;
    List<Unit> oracle = TestVideo.demux(ts);
    assertThat(oracle).hasSize(130);
    assertSame(Collected.of(ts, DATAGRAM).units, oracle);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 187, 189, 1000, 65_507})
  void finds_them_however_the_bytes_are_cut(int datagram) {
    assertSame(Collected.of(UNBOUNDED, datagram).units, TestVideo.demux(UNBOUNDED));
  }

  @Test
  void a_unit_of_known_length_ends_with_its_last_packet() {
    assertThat(unitsBeforeNextBegins(BOUNDED)).isEqualTo(130);
  }

  @Test
  void a_unit_of_unknown_length_ends_by_stuffing_once_that_has_proved_itself() {
    // units that fill their last packet exactly have no stuffing and end with the next
    assertThat(unitsBeforeNextBegins(UNBOUNDED)).isBetween(70, 130 - EndRule.PROOF_UNITS);
  }

  /** Counts units that came out before the packet that begins the next one. */
  private static int unitsBeforeNextBegins(byte[] ts) {
    int[] early = new int[1];
    boolean[] starting = new boolean[1];
    TsDemuxer demuxer =
        new TsDemuxer(
            new TsSink() {
              @Override
              public void packet(byte[] buffer, int offset, boolean unitStart) {}

              @Override
              public void unit(TsUnit unit) {
                early[0] += starting[0] ? 0 : 1;
              }

              @Override
              public void klv(byte[] bytes, long pts90k) {}

              @Override
              public void videoChanged() {}
            });
    for (int at = 0; at < ts.length; at += 188) {
      int pid = (ts[at + 1] & 0x1F) << 8 | (ts[at + 2] & 0xFF);
      starting[0] = (ts[at + 1] & 0x40) != 0 && pid == 0x100 && !isSmall(ts, at);
      demuxer.datagram(ts, at, 188, 0);
    }
    return early[0];
  }

  /** A unit in one packet begins and ends with it. */
  private static boolean isSmall(byte[] ts, int at) {
    for (int next = at + 188; next < ts.length; next += 188) {
      if (((ts[next + 1] & 0x1F) << 8 | (ts[next + 2] & 0xFF)) == 0x100) {
        return (ts[next + 1] & 0x40) != 0;
      }
    }
    return true;
  }

  @Test
  void stuffing_in_the_middle_turns_the_rule_off_for_good() {
    EndRule rule = new EndRule();
    for (int i = 0; i < EndRule.PROOF_UNITS; i++) {
      assertThat(rule.holds()).isFalse();
      rule.next(true, false);
      rule.next(false, true);
    }
    rule.next(true, true);
    assertThat(rule.holds()).isTrue();
    assertThat(rule.next(false, false)).isTrue();
    assertThat(rule.holds()).isFalse();
    for (int i = 0; i < 2 * EndRule.PROOF_UNITS; i++) {
      rule.next(true, true);
    }
    assertThat(rule.holds()).isFalse();
  }

  private static List<byte[]> datagrams(byte[] ts) {
    List<byte[]> all = new ArrayList<>();
    for (int at = 0; at < ts.length; at += DATAGRAM) {
      all.add(Arrays.copyOfRange(ts, at, Math.min(ts.length, at + DATAGRAM)));
    }
    return all;
  }

  private static Collected feed(List<byte[]> datagrams) {
    Collected all = new Collected();
    TsDemuxer demuxer = new TsDemuxer(all);
    datagrams.forEach(one -> demuxer.datagram(one, 0, one.length, 0));
    demuxer.end();
    return all;
  }

  /** Whatever claims to be whole must be one of the true units. */
  private static int assertHonest(Collected found) {
    List<byte[]> truth = TestVideo.demux(UNBOUNDED).stream().map(Unit::bytes).toList();
    int whole = 0;
    int from = 0;
    for (TsUnit unit : found.units) {
      if (unit.damaged()) {
        continue;
      }
      int at = from;
      while (at < truth.size() && !Arrays.equals(truth.get(at), unit.bytes())) {
        at++;
      }
      assertThat(at).as("a unit that is not damaged is a true one").isLessThan(truth.size());
      from = at;
      whole++;
    }
    return whole;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void with_lost_datagrams_no_mangled_unit_is_called_whole(boolean pesLength) {
    Random random = new Random(SEED);
    for (int run = 0; run < 20; run++) {
      List<byte[]> sent = new ArrayList<>(datagrams(pesLength ? BOUNDED : UNBOUNDED));
      int before = sent.size();
      sent.removeIf(one -> random.nextInt(20) == 0);
      Collected found = feed(sent);
      int whole = assertHonest(found);
      assertThat(whole).isGreaterThan(40);
      if (sent.size() < before) {
        assertThat(found.units).anyMatch(unit -> unit.damaged() || unit.afterLoss());
      }
    }
  }

  @Test
  void a_unit_lost_as_a_whole_shows_in_the_next() {
    Collected all = new Collected();
    TsDemuxer demuxer = new TsDemuxer(all);
    int unit = 0;
    for (int at = 0; at < BOUNDED.length; at += 188) {
      int pid = (BOUNDED[at + 1] & 0x1F) << 8 | (BOUNDED[at + 2] & 0xFF);
      unit += pid == 0x100 && (BOUNDED[at + 1] & 0x40) != 0 ? 1 : 0;
      if (pid != 0x100 || unit != 5) {
        demuxer.datagram(BOUNDED, at, 188, 0);
      }
    }
    assertThat(all.units).hasSize(129);
    assertThat(all.units.stream().filter(TsUnit::afterLoss).toList())
        .singleElement()
        .isSameAs(all.units.get(4));
    assertThat(demuxer.counters().lostPackets()).isPositive();
  }

  @Test
  void packets_that_come_twice_change_nothing() {
    List<byte[]> sent = new ArrayList<>();
    for (int at = 0; at < UNBOUNDED.length; at += 188) {
      byte[] packet = Arrays.copyOfRange(UNBOUNDED, at, at + 188);
      sent.add(packet);
      sent.add(packet);
    }
    Collected found = feed(sent);
    assertSame(found.units, TestVideo.demux(UNBOUNDED));
  }

  @Test
  void datagrams_that_overtake_each_other_damage_but_never_deceive() {
    Random random = new Random(SEED);
    for (int run = 0; run < 20; run++) {
      List<byte[]> sent = new ArrayList<>(datagrams(UNBOUNDED));
      for (int i = 0; i + 1 < sent.size(); i++) {
        if (random.nextInt(30) == 0) {
          Collections.swap(sent, i, i + 1);
        }
      }
      assertThat(assertHonest(feed(sent))).isGreaterThan(30);
    }
  }

  @Test
  void garbage_between_packets_is_stepped_over() {
    Random random = new Random(SEED);
    List<byte[]> sent = new ArrayList<>();
    for (byte[] one : datagrams(UNBOUNDED)) {
      byte[] garbage = new byte[random.nextInt(400)];
      random.nextBytes(garbage);
      sent.add(garbage);
      sent.add(one);
    }
    assertSame(feed(sent).units, TestVideo.demux(UNBOUNDED));
  }

  @Test
  void times_go_on_where_33_bits_begin_anew() {
    long first = (1L << 33) - 3 * TestVideo.FRAME_90K;
    byte[] ts = TestVideo.mux(TestVideo.encode(64, 64, 10, 5, first), true);
    List<TsUnit> units = Collected.of(ts, DATAGRAM).units;
    assertThat(units).hasSize(10);
    for (int i = 1; i < 10; i++) {
      assertThat(units.get(i).pts90k() - units.get(i - 1).pts90k()).isEqualTo(TestVideo.FRAME_90K);
    }
    assertThat(units.get(9).pts90k()).isGreaterThan(1L << 33);
  }

  @Test
  void metadata_comes_out_byte_by_byte() {
    Random random = new Random(SEED);
    List<byte[]> klv = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      byte[] packet = new byte[20 + random.nextInt(600)];
      random.nextBytes(packet);
      System.arraycopy(new byte[] {0x06, 0x0E, 0x2B, 0x34}, 0, packet, 0, 4);
      klv.add(packet);
    }
    byte[] ts = TestVideo.mux(ENCODED, true, avcodec.AV_CODEC_ID_H264, klv);
    Collected found = Collected.of(ts, DATAGRAM);
    assertThat(found.units).hasSize(130);
    assertThat(found.klv).containsExactlyElementsOf(klv);
  }

  @Test
  void a_unit_beyond_the_limit_is_left_out_and_counted() {
    List<Unit> units = new ArrayList<>(ENCODED.subList(0, 10));
    byte[] huge = Arrays.copyOf(units.get(4).bytes(), TsDemuxer.UNIT_BYTES_MAX + 1);
    Arrays.fill(huge, units.get(4).bytes().length, huge.length, (byte) 0x55);
    units.set(4, new Unit(huge, units.get(4).pts90k(), false));
    byte[] ts = TestVideo.mux(units, false);
    Collected all = new Collected();
    TsDemuxer demuxer = new TsDemuxer(all);
    demuxer.datagram(ts, 0, ts.length, 0);
    demuxer.end();
    assertThat(all.units).hasSize(9);
    assertThat(demuxer.counters().oversizeUnits()).isEqualTo(1);
    assertThat(all.units.get(4).afterLoss()).isTrue();
  }

  @Test
  void a_table_with_a_wrong_checksum_is_not_believed() {
    byte[] ts = UNBOUNDED.clone();
    for (int at = 0; at < ts.length; at += 188) {
      int pid = (ts[at + 1] & 0x1F) << 8 | (ts[at + 2] & 0xFF);
      if (pid == 0) {
        ts[at + 13] ^= 1;
      }
    }
    Collected all = new Collected();
    TsDemuxer demuxer = new TsDemuxer(all);
    demuxer.datagram(ts, 0, ts.length, 0);
    assertThat(all.units).isEmpty();
    assertThat(demuxer.counters().tableErrors()).isPositive();
  }

  @Test
  void the_checksum_is_the_standards() {
    // "123456789": check value 0x0376E6E7 of CRC-32/MPEG-2 in the CRC RevEng catalogue
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
    assertThat(Crc32Mpeg.of(digits, 0, 9)).isEqualTo(0x0376E6E7);
  }

  private static void fuzz(int datagrams, long seed) {
    Random random = new Random(seed);
    List<byte[]> source = new ArrayList<>(datagrams(UNBOUNDED));
    source.addAll(datagrams(BOUNDED));
    Collected all = new Collected();
    TsDemuxer demuxer = new TsDemuxer(all);
    for (int i = 0; i < datagrams; i++) {
      byte[] bytes = source.get(random.nextInt(4) == 0 ? i % 20 : i % source.size()).clone();
      int flips = random.nextInt(8);
      for (int flip = 0; flip < flips; flip++) {
        // headers are hit more often than payloads
        int packet = random.nextInt(bytes.length / 188) * 188;
        int at = random.nextBoolean() ? packet + random.nextInt(30) : random.nextInt(bytes.length);
        bytes[at] = (byte) random.nextInt(256);
      }
      int length = random.nextInt(10) == 0 ? random.nextInt(bytes.length + 1) : bytes.length;
      demuxer.datagram(bytes, 0, length, i);
      assertThat(all.units).allMatch(unit -> unit.bytes().length <= TsDemuxer.UNIT_BYTES_MAX);
      all.units.clear();
      all.klv.clear();
    }
    demuxer.end();
    assertThat(demuxer.counters().datagrams()).isEqualTo(datagrams);
    assertThat(demuxer.counters().units()).isPositive();
  }

  @Test
  void no_bytes_make_it_throw() {
    fuzz(40_000, SEED);
  }

  @Test
  @Tag("deep")
  void no_bytes_make_it_throw_in_a_million_datagrams() {
    for (int seed = 0; seed < 10; seed++) {
      fuzz(100_000, seed);
    }
  }

  @Test
  void noise_alone_is_survived() {
    Random random = new Random(SEED);
    Collected all = new Collected();
    TsDemuxer demuxer = new TsDemuxer(all);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = new byte[random.nextInt(2000)];
      random.nextBytes(bytes);
      for (int at = 0; at < bytes.length && random.nextBoolean(); at += 188) {
        bytes[at] = 0x47;
      }
      demuxer.datagram(bytes, 0, bytes.length, i);
    }
    demuxer.end();
    assertThat(all.units).isEmpty();
  }
}
