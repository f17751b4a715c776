package org.vigie.groundstation.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class FrameHeaderTest {
  private static final FrameHeader HEADER =
      new FrameHeader(
          FrameType.ACCESS_UNIT,
          VideoCodec.H264,
          true,
          false,
          true,
          3,
          65_535,
          4_294_967_295L,
          40_000,
          1_795_000_000_000_000L);

  @Test
  void the_bytes_are_those_that_pages_read() {
    ByteBuffer out = ByteBuffer.allocate(FrameHeader.BYTES);
    HEADER.write(out);
    assertThat(HexFormat.of().formatHex(out.array()))
        .isEqualTo(
            "01020501"
                + "0003ffff"
                + "ffffffff"
                + "0000000000009c40"
                + "0006608b015f3000"
                + "00000000");
  }

  @Test
  void what_was_written_is_read() {
    ByteBuffer out = ByteBuffer.allocate(FrameHeader.BYTES);
    HEADER.write(out);
    assertThat(FrameHeader.read(out.flip())).isEqualTo(HEADER);
  }

  @Test
  void a_frame_that_is_short_or_of_another_kind_is_refused() {
    assertThatThrownBy(() -> FrameHeader.read(ByteBuffer.allocate(31)))
        .isInstanceOf(IllegalArgumentException.class);
    ByteBuffer other = ByteBuffer.allocate(FrameHeader.BYTES);
    HEADER.write(other);
    assertThatThrownBy(() -> FrameHeader.read(other.flip().put(0, (byte) 2)))
        .hasMessageContaining("version 2");
    assertThatThrownBy(() -> FrameHeader.read(other.put(0, (byte) 1).put(1, (byte) 9).rewind()))
        .hasMessageContaining("frame type 9");
  }
}
