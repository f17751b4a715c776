package org.vigie.groundstation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.sign.FrameSigning;
import org.vigie.groundstation.mavlink.sign.SignatureVerdict;
import org.vigie.groundstation.mavlink.sign.SigningKey;

/** Keys on disk: of their owner only, in one of two forms, and in no message. */
final class SigningKeyFileTest {
  private static final Instant NOW = Instant.parse("2026-11-24T13:00:00Z");
  private static final String DIGITS = "00112233445566778899aabbccddeeff".repeat(2);

  @TempDir private Path folder;

  private Path file(byte[] bytes, String mode) throws IOException {
    Path file = folder.resolve("v1.key");
    Files.write(file, bytes);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    return file;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  private static Frame signed(SigningKey key) {
    return new FrameWriter(1, 1)
        .write(
            new Heartbeat(3, 2, 3, 0x81, 4, 3),
            Objects.requireNonNull(FrameSigning.with(key, false).seal(0, NOW)));
  }

  @Test
  void bytes_and_digits_are_the_same_key() throws Exception {
    byte[] raw = java.util.HexFormat.of().parseHex(DIGITS);
    SigningKey bytes = SigningKeyFile.read(file(raw, "rw-------"));
    SigningKey digits = SigningKeyFile.read(file(ascii(DIGITS + "\n"), "r--------"));
    assertThat(FrameSigning.with(digits, false).judge(signed(bytes), NOW))
        .isEqualTo(SignatureVerdict.TAKEN);
  }

  @Test
  void a_file_that_others_may_read_is_refused() {
    assertThatThrownBy(() -> SigningKeyFile.read(file(ascii(DIGITS), "rw-r-----")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("v1.key")
        .hasMessageContaining("chmod 600");
  }

  @Test
  void what_is_no_key_is_told_without_being_shown() {
    for (String bad : new String[] {"secret-passphrase", DIGITS + "00", DIGITS.replace('f', 'g')}) {
      assertThatThrownBy(() -> SigningKeyFile.read(file(ascii(bad), "rw-------")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("v1.key")
          .hasMessageNotContaining(bad)
          .hasNoCause();
    }
    assertThatThrownBy(() -> SigningKeyFile.read(folder.resolve("none.key")))
        .hasMessageContaining("none.key");
  }
}
