package org.vigie.groundstation.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vigie.groundstation.flightlog.OwnerOnly;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.journal.seal.VerifierKey;

/**
 * The station's signing key: a file of two lines, the vkey that everyone may know and the private
 * key (PKCS #8, base64), readable by its owner only.
 */
public final class StationKeys {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private StationKeys() {}

  /**
   * The signer of a station; its key is made at the first start.
   *
   * @param file where the key is
   * @param stationId name of the key and origin of the station's checkpoints
   * @throws IOException if the file is no key, is another station's, or is open to others
   */
  public static NoteSigner openOrCreate(Path file, String stationId) throws IOException {
    NoteSigner signer = Files.exists(file) ? open(file) : create(file, stationId);
    if (!signer.key().name().equals(stationId)) {
      throw new IOException(
          file + " is the key of station " + signer.key().name() + ", not of " + stationId);
    }
    return signer;
  }

  private static NoteSigner open(Path file) throws IOException {
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
      return new NoteSigner(VerifierKey.parse(lines.get(0)), secret);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // the cause may quote the secret: it stays out of the message
      throw new IOException(file + " does not hold a vkey and its private key", e);
    }
  }

  private static NoteSigner create(Path file, String stationId) throws IOException {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      VerifierKey key = VerifierKey.of(stationId, (EdECPublicKey) pair.getPublic());
      String secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
      write(file, key + "\n" + secret + "\n");
      return new NoteSigner(key, pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IOException("this Java has no Ed25519", e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null) {
      throw new IOException(file + " is no file in a folder");
    }
    OwnerOnly.createFolders(folder);
    Path fresh = folder.resolve(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    if (isPosix(folder)) {
      Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } else {
      Files.createFile(fresh);
    }
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.write(StandardCharsets.UTF_8.encode(text));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean isPosix(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }
}
