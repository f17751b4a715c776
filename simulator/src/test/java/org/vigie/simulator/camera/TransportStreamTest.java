package org.vigie.simulator.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Packets as ISO/IEC 13818-1 wants them; FFmpeg's view is in VideoLineTest. */
class TransportStreamTest {
  private static final SplittableRandom RANDOM = new SplittableRandom(5);

  private static AccessUnit unit(int bytes, boolean key) {
    byte[] coded = new byte[bytes];
    RANDOM.nextBytes(coded);
    return new AccessUnit(coded, key);
  }

  @Test
  void an_access_unit_of_any_length_comes_out_as_it_went_in() {
    TransportStream stream = new TransportStream();
    TsReader reader = new TsReader();
    for (int bytes = 1; bytes < 800; bytes++) {
      AccessUnit unit = unit(bytes, bytes % 25 == 0);
      long time = bytes * 3600L;
      byte[] packets = stream.pack(unit, time);
      assertThat(packets.length % 188).isZero();
      TsReader.Pes pes = reader.read(packets);
      assertThat(pes.complete()).isTrue();
      assertThat(pes.time90k()).isEqualTo(time);
      assertThat(pes.clock90k()).isEqualTo((time - 3600) & ((1L << 33) - 1));
      byte[] coded = pes.payload();
      assertThat(Arrays.copyOf(coded, 6)).containsExactly(0, 0, 0, 1, 9, 0xF0);
      assertThat(Arrays.copyOfRange(coded, 6, coded.length)).isEqualTo(unit.annexB());
    }
    assertThat(reader.gaps()).isZero();
    assertThat(reader.tables()).isGreaterThan(800 / 5);
  }

  @Test
  void a_unit_too_long_for_the_length_field_says_so_and_is_whole() {
    TransportStream stream = new TransportStream();
    AccessUnit unit = unit(200_000, true);
    TsReader.Pes pes = new TsReader().read(stream.pack(unit, 90_000));
    assertThat(pes.length()).isZero();
    assertThat(pes.payload()).hasSize(200_006);
  }

  @Test
  void time_wraps_at_33_bits() {
    TransportStream stream = new TransportStream();
    TsReader.Pes pes = new TsReader().read(stream.pack(unit(9, false), (1L << 33) + 77));
    assertThat(pes.time90k()).isEqualTo(77);
    assertThat(pes.clock90k()).isEqualTo((1L << 33) + 77 - 3600);
  }
}
