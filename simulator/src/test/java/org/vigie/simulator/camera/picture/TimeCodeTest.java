package org.vigie.simulator.camera.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The wall clock in the picture's top edge. */
class TimeCodeTest {
  @Test
  void what_is_written_is_read_again_at_both_sizes() {
    SplittableRandom random = new SplittableRandom(1);
    for (int width : new int[] {1280, 640}) {
      Picture picture = new Picture(width, width * 9 / 16);
      for (int i = 0; i < 200; i++) {
        long time = random.nextLong(1L << 45);
        TimeCode.write(picture, time);
        assertThat(TimeCode.read(picture)).hasValue(time & 0xFFFF_FFFFL);
      }
    }
  }

  @Test
  void cells_lie_as_the_station_expects_them() {
    // 0x80000001: first and 32nd bit; check byte 80^00^00^01^5A = DB = 11011011
    Picture picture = new Picture(1280, 720);
    TimeCode.write(picture, 0x8000_0001L);
    byte[] luma = picture.luma();
    assertThat(luma[17 * 1280 + 31] & 255).isGreaterThanOrEqualTo(128);
    assertThat(luma[17 * 1280 + 32] & 255).isLessThan(128);
    assertThat(luma[31 * 32 + 16] & 255).isGreaterThanOrEqualTo(128);
    StringBuilder check = new StringBuilder();
    for (int cell = 32; cell < 40; cell++) {
      check.append((luma[cell * 32 + 16] & 255) >= 128 ? '1' : '0');
    }
    assertThat(check.toString()).isEqualTo("11011011");
    assertThat(luma[18 * 1280 + 16]).as("below the bar").isZero();
  }

  @Test
  void one_wrong_bit_makes_it_unreadable() {
    Picture picture = new Picture(640, 360);
    for (int cell = 0; cell < 40; cell++) {
      TimeCode.write(picture, 1_795_000_000_123L);
      for (int row = 0; row < 9; row++) {
        for (int x = cell * 16; x < cell * 16 + 16; x++) {
          int at = row * 640 + x;
          picture.luma()[at] = (byte) (251 - (picture.luma()[at] & 255));
        }
      }
      assertThat(TimeCode.read(picture)).isEmpty();
    }
  }
}
