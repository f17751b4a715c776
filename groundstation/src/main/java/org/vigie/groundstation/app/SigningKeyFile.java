package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HexFormat;
import java.util.Set;
import org.vigie.groundstation.mavlink.sign.SigningKey;

/**
 * A vehicle's signing key on disk: 32 bytes, or 64 hexadecimal digits and an end of line, readable
 * by its owner only. What it holds is in no message.
 */
final class SigningKeyFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /** A key, written in digits, with some white space around it. */
  private static final long SIZE_MAX = 128;

  private SigningKeyFile() {}

  /**
   * @throws IOException with a message for people, if the file is missing, open to others, or no
   *     key
   */
  static SigningKey read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("there is no signing key at " + file);
    }
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IOException(file + " is open to others than its owner: chmod 600");
    }
    if (Files.size(file) > SIZE_MAX) {
      throw new IOException(file + " is no signing key: 32 bytes or 64 hexadecimal digits");
    }
    return parse(file, Files.readAllBytes(file));
  }

  private static SigningKey parse(Path file, byte[] bytes) throws IOException {
    try {
      if (bytes.length == SigningKey.LENGTH) {
        return SigningKey.of(bytes);
      }
      String digits = new String(bytes, StandardCharsets.ISO_8859_1).strip();
      return SigningKey.of(HexFormat.of().parseHex(digits));
    } catch (IllegalArgumentException e) { // its message may quote the secret: it is not passed on
      throw new IOException(file + " is no signing key: 32 bytes or 64 hexadecimal digits");
    }
  }
}
