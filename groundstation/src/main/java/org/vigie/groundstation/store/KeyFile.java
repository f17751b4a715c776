package org.vigie.groundstation.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vigie.groundstation.flightlog.OwnerOnly;

/**
 * A file of two lines: the vkey that everyone may know and the private key (PKCS #8, base64).
 * Readable by its owner only.
 */
record KeyFile(String vkey, PrivateKey secret) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /** Makes a signer of a file's two lines. */
  interface Fit<T> {
    T of(String vkey, PrivateKey secret);
  }

  /**
   * Reads a key.
   *
   * @throws IOException if the file is no key, does not fit, or is open to others
   */
  static <T> T open(Path file, Fit<T> fit) throws IOException {
    if (isPosix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IOException(file + " is open to others than its owner: chmod 600");
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (lines.size() != 2) {
      throw new IOException(file + ": line 1 is the vkey, line 2 the private key, no more");
    }
    try {
      byte[] pkcs8 = Base64.getDecoder().decode(lines.get(1));
      PrivateKey secret =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      return fit.of(lines.get(0), secret);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // the cause may quote the secret: it stays out of the message
      throw new IOException(file + " does not hold a vkey and its private key", e);
    }
  }

  static KeyPair fresh() throws IOException {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IOException("this Java has no Ed25519", e);
    }
  }

  /** Writes the file, synced: all of it, or what was there before stays. */
  void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null) {
      throw new IOException(file + " is no file in a folder");
    }
    OwnerOnly.createFolders(folder);
    Path fresh = folder.resolve(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    String text = vkey + "\n" + Base64.getEncoder().encodeToString(secret.getEncoded()) + "\n";
    try (FileChannel channel =
        OwnerOnly.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      channel.write(StandardCharsets.UTF_8.encode(text));
      channel.force(true);
    }
    move(fresh, file);
  }

  /** Puts a file in the place of another, synced. */
  static void move(Path fresh, Path file) throws IOException {
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean isPosix(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return vkey;
  }
}
