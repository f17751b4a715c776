package org.vigie.groundstation.video.nal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.picture.VideoCodec;
import org.vigie.groundstation.video.TestVideo;
import org.vigie.groundstation.video.TestVideo.Unit;
import org.vigie.groundstation.video.ts.Collected;
import org.vigie.groundstation.video.ts.TsUnit;

class PictureAssemblerTest {
  private static final int DATAGRAM = 7 * 188;
  private static final long START = 900_000;
  private static final List<Unit> ENCODED = TestVideo.encode(320, 192, 40, 10, START);

  private final List<AccessUnit> found = new ArrayList<>();
  private final PictureAssembler assembler = new PictureAssembler(found::add);

  private void feed(List<Unit> units) {
    give(Collected.of(TestVideo.mux(units, false), DATAGRAM).units);
  }

  private void give(Iterable<TsUnit> units) {
    units.forEach(unit -> assembler.unit(unit, 5));
  }

  private static Unit shifted(Unit unit, long by) {
    return new Unit(unit.bytes(), unit.pts90k() + by, unit.key());
  }

  private static List<Unit> shifted(List<Unit> units, long by) {
    return units.stream().map(unit -> shifted(unit, by)).toList();
  }

  @Test
  void gives_each_picture_on_as_it_is_and_numbers_it() {
    feed(ENCODED);
    List<Unit> oracle = TestVideo.demux(TestVideo.mux(ENCODED, false));
    assertThat(found).hasSize(40);
    for (int i = 0; i < 40; i++) {
      AccessUnit unit = found.get(i);
      assertThat(unit.bytes()).isEqualTo(oracle.get(i).bytes());
      assertThat(unit.key()).isEqualTo(i % 10 == 0);
      assertThat(unit.carriesSets()).isEqualTo(i % 10 == 0);
      assertThat(unit.sequence()).isEqualTo(i);
      assertThat(unit.ptsUs()).isEqualTo(10_000_000 + i * 40_000);
      assertThat(unit.epoch()).isZero();
      assertThat(unit.startsEpoch()).isEqualTo(i == 0);
      assertThat(unit.discontinuity()).isFalse();
    }
    PictureConfig config = found.get(0).config();
    assertThat(config.width()).isEqualTo(320);
    assertThat(config.height()).isEqualTo(192);
    assertThat(config.name()).matches("avc1\\.42[0-9A-F]{4}");
  }

  @Test
  void begins_with_a_key() {
    feed(ENCODED.subList(3, 40));
    assertThat(found).hasSize(30);
    assertThat(found.get(0).key()).isTrue();
    assertThat(found.get(0).discontinuity()).isTrue();
    assertThat(assembler.unready()).isEqualTo(7);
  }

  /** The picture without its parameter sets. */
  private static Unit bare(Unit unit) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (NalScan.Nal nal : NalScan.scan(VideoCodec.H264, unit.bytes()).orElseThrow()) {
      if (!nal.kind().isSet()) {
        out.write(unit.bytes(), nal.from(), nal.to() - nal.from());
      }
    }
    return new Unit(out.toByteArray(), unit.pts90k(), unit.key());
  }

  @Test
  void a_key_without_parameter_sets_gets_those_that_came_before() {
    List<Unit> units = new ArrayList<>(ENCODED);
    for (int i = 1; i < units.size(); i++) {
      units.set(i, bare(units.get(i)));
    }
    feed(units);
    assertThat(found).hasSize(40);
    AccessUnit key = found.get(10);
    assertThat(key.key()).isTrue();
    assertThat(key.carriesSets()).isFalse();
    assertThat(key.epoch()).isZero();
    List<NalKind> kinds =
        NalScan.scan(VideoCodec.H264, key.bytes()).orElseThrow().stream()
            .map(NalScan.Nal::kind)
            .toList();
    assertThat(kinds)
        .containsExactly(
            NalKind.DELIMITER, NalKind.SEQUENCE_SET, NalKind.PICTURE_SET, NalKind.KEY_SLICE);
  }

  @Test
  void another_size_begins_an_epoch() {
    List<Unit> other = TestVideo.encode(640, 384, 10, 10, START + 40 * TestVideo.FRAME_90K);
    List<Unit> both = new ArrayList<>(ENCODED);
    both.addAll(other);
    feed(both);
    assertThat(found).hasSize(50);
    assertThat(found.get(40).startsEpoch()).isTrue();
    assertThat(found.get(40).epoch()).isEqualTo(1);
    assertThat(found.get(40).config().width()).isEqualTo(640);
    assertThat(found.stream().filter(AccessUnit::startsEpoch)).hasSize(2);
  }

  @Test
  void a_jump_of_the_clock_begins_an_epoch_at_the_next_key() {
    List<Unit> units = new ArrayList<>(ENCODED.subList(0, 15));
    units.addAll(shifted(ENCODED.subList(15, 40), 11 * 90_000));
    feed(units);
    assertThat(found).hasSize(35);
    assertThat(found.get(15).startsEpoch()).isTrue();
    assertThat(found.get(15).key()).isTrue();
    assertThat(found.get(15).epoch()).isEqualTo(1);
    assertThat(found.get(15).discontinuity()).isTrue();
  }

  @Test
  void a_source_that_starts_again_begins_an_epoch() {
    feed(ENCODED);
    feed(ENCODED);
    assertThat(found).hasSize(80);
    assertThat(found.get(40).startsEpoch()).isTrue();
    assertThat(found.get(40).epoch()).isEqualTo(1);
  }

  @Test
  void a_short_silence_begins_none() {
    List<Unit> units = new ArrayList<>(ENCODED.subList(0, 20));
    units.addAll(shifted(ENCODED.subList(20, 40), 9 * 90_000));
    feed(units);
    assertThat(found).hasSize(40);
    assertThat(found.get(39).epoch()).isZero();
  }

  @Test
  void a_unit_that_was_overtaken_is_damaged_and_begins_none() {
    byte[] ts = TestVideo.mux(ENCODED.subList(0, 10), true);
    List<TsUnit> units = new ArrayList<>(Collected.of(ts, DATAGRAM).units);
    Collections.swap(units, 5, 6);
    give(units);
    assertThat(found).hasSize(10);
    assertThat(found.get(6).damaged()).isTrue();
    assertThat(found).allMatch(unit -> unit.epoch() == 0);
  }

  @Test
  void pictures_that_share_a_packet_are_cut_apart() {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < 40; i += 2) {
      ByteArrayOutputStream two = new ByteArrayOutputStream();
      two.writeBytes(ENCODED.get(i).bytes());
      two.writeBytes(ENCODED.get(i + 1).bytes());
      units.add(new Unit(two.toByteArray(), ENCODED.get(i).pts90k(), i % 10 == 0));
    }
    feed(units);
    assertThat(found).hasSize(40);
    for (int i = 1; i < 40; i++) {
      assertThat(found.get(i).key()).isEqualTo(i % 10 == 0);
      assertThat(found.get(i).ptsUs()).isEqualTo(10_000_000 + i * 40_000L);
    }
    assertThat(found.get(3).bytes()).isEqualTo(ENCODED.get(3).bytes());
  }

  @Test
  void a_damaged_key_is_no_key() {
    byte[] ts = TestVideo.mux(ENCODED, true);
    // a packet in the middle of the second key
    int key = TestVideo.demux(ts).get(10).bytes().length;
    List<TsUnit> whole = Collected.of(ts, DATAGRAM).units;
    assertThat(key).isGreaterThan(600);
    byte[] hole = withoutPacketOfUnit(ts, 10);
    give(Collected.of(hole, DATAGRAM).units);
    assertThat(found).hasSameSizeAs(whole);
    assertThat(found.get(10).damaged()).isTrue();
    assertThat(found.get(10).key()).isFalse();
    assertThat(found.get(20).key()).isTrue();
  }

  private static byte[] withoutPacketOfUnit(byte[] ts, int unit) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int units = -1;
    int packets = 0;
    for (int at = 0; at < ts.length; at += 188) {
      boolean video = (ts[at + 1] & 0x1F) == 1 && ts[at + 2] == 0;
      boolean start = video && (ts[at + 1] & 0x40) != 0;
      units += start ? 1 : 0;
      packets = start ? 0 : packets + (video ? 1 : 0);
      if (units != unit || packets != 2 || !video) {
        out.write(ts, at, 188);
      }
    }
    return out.toByteArray();
  }

  @Test
  void h265_begins_with_its_random_access_pictures() {
    byte[] sets =
        HexFormat.of()
            .parseHex(
                "0000000140010c01ffff01600000030090000003000003003c92809"
                    + "00000000142010101600000030090000003000003003ca00a480b9c95964a924caf016808"
                    + "000003000800000300c840000000014401c172b46240");
    byte[] idr = HexFormat.of().parseHex("0000000126010f1c66");
    byte[] next = HexFormat.of().parseHex("000000010201d00155");
    byte[] first = Arrays.copyOf(sets, sets.length + idr.length);
    System.arraycopy(idr, 0, first, sets.length, idr.length);
    first[sets.length + 6] = (byte) 0xAF;
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      long pts = START + i * TestVideo.FRAME_90K;
      units.add(new Unit(i % 3 == 0 ? first : next, pts, i % 3 == 0));
    }
    give(Collected.of(TestVideo.mux(units, true, AV_CODEC_ID_HEVC), DATAGRAM).units);
    assertThat(found).hasSize(6);
    assertThat(found.stream().map(AccessUnit::key))
        .containsExactly(true, false, false, true, false, false);
    assertThat(found.get(0).config())
        .isEqualTo(new PictureConfig(VideoCodec.H265, "hev1.1.6.L60.90", 322, 182));
  }

  @Test
  void no_bytes_make_it_throw() {
    Random random = new Random(11);
    byte[] good = TestVideo.mux(ENCODED, true);
    for (int run = 0; run < 300; run++) {
      byte[] ts = good.clone();
      for (int flip = 0; flip < 400; flip++) {
        ts[random.nextInt(ts.length)] = (byte) random.nextInt(256);
      }
      give(Collected.of(ts, DATAGRAM).units);
    }
    assertThat(found).isNotEmpty();
    assertThat(found).allMatch(unit -> unit.ptsUs() >= 0 && unit.epoch() <= 0xFFFF);
  }
}
