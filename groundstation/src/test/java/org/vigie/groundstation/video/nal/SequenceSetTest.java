package org.vigie.groundstation.video.nal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.groundstation.picture.VideoCodec;

/** Sets written by x264 and x265 of Debian's FFmpeg 7 for pictures of sizes that need cropping. */
class SequenceSetTest {
  @ParameterizedTest
  @CsvSource({
    "H264, 6764001eacd940a02fea6c0440000003004000000c83c58b6580, avc1.64001E, 638, 358",
    "H264, 677a001ebcd940a02fea2f011000000300100000030320f162d960, avc1.7A001E, 638, 358",
    "H264, 67640028acd94078044fde0220000003002000000643e2c5b2c0, avc1.640028, 1920, 1080",
    "H265, 42010101600000030090000003000003003ca00a480b9c95964a924caf016808000003000800000300c840,"
        + " hev1.1.6.L60.90, 322, 182"
  })
  void size_and_codec_are_the_encoders(
      VideoCodec codec, String nal, String name, int width, int height) {
    PictureConfig config = SequenceSet.read(codec, hex(nal)).orElseThrow().config();
    assertThat(config).isEqualTo(new PictureConfig(codec, name, width, height));
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  @Test
  void a_set_that_is_cut_is_none() {
    byte[] whole = hex("6764001eacd940a02fea6c0440000003004000000c83c58b6580");
    for (int length = 1; length < 9; length++) {
      assertThat(SequenceSet.read(VideoCodec.H264, Arrays.copyOf(whole, length))).isEmpty();
    }
  }

  @Test
  void no_bytes_make_it_throw() {
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      for (VideoCodec codec : VideoCodec.values()) {
        SequenceSet.read(codec, bytes)
            .ifPresent(set -> assertThat(set.config().width()).isBetween(1, 16_384));
      }
    }
  }
}
