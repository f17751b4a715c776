package org.vigie.groundstation.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.EdECPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.groundstation.flightlog.KeyHistory;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;
import org.vigie.groundstation.journal.seal.VerifierKey;

/**
 * The station's signing key: a file of two lines, the vkey that everyone may know and the private
 * key (PKCS #8, base64), readable by its owner only. While the key is being changed, the new one
 * waits in a file beside it until the journal says that it is in force.
 */
public final class StationKeys {
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

  /**
   * The signer of a station whose journal is open: its key is the one that the journal names, or
   * one that signed its last checkpoint. A change of keys that a crash broke off is brought to its
   * end, or undone if the journal does not have it.
   *
   * @throws IOException if the key of this journal is not there; none is made in its place
   */
  public static NoteSigner open(Path file, String stationId, SqliteJournal journal)
      throws IOException {
    Path next = next(file);
    List<VerifierKey> history = KeyHistory.read(journal, stationId);
    boolean changed = !history.isEmpty();
    if (changed && Files.exists(next) && open(next).key().equals(history.get(0))) {
      KeyFile.move(next, file);
    }
    Files.deleteIfExists(next);
    Optional<SealedCheckpoint> last = journal.checkpoints().findLast();
    if (!Files.exists(file) && (changed || last.isPresent())) {
      throw new IOException(file + " is missing, and the journal beside it is sealed: restore it");
    }
    NoteSigner signer = openOrCreate(file, stationId);
    if (changed && !signer.key().equals(history.get(0))) {
      throw new IOException(
          file + " is " + signer.key() + ", but the journal says " + history.get(0));
    }
    List<VerifierKey> known = changed ? history : List.of(signer.key());
    if (last.isPresent() && known.stream().noneMatch(key -> key.signed(last.get().note()))) {
      throw new IOException(
          "the journal's last checkpoint is not signed by " + signer.key() + ": restore its key");
    }
    return signer;
  }

  /** The station's public keys as a file, newest first. */
  public static String published(NoteSigner signer, String stationId, SqliteJournal journal)
      throws IOException {
    List<VerifierKey> history = KeyHistory.read(journal, stationId);
    List<VerifierKey> keys = history.isEmpty() ? List.of(signer.key()) : history;
    return keys.stream().map(key -> key + "\n").collect(Collectors.joining());
  }

  /** Makes the key that is to follow; it is not in force yet. */
  public static NoteSigner prepareNext(Path file, String stationId) throws IOException {
    return create(next(file), stationId);
  }

  /** Puts the prepared key in force, once the journal says so; the old secret is gone then. */
  public static void adoptNext(Path file) throws IOException {
    KeyFile.move(next(file), file);
  }

  private static Path next(Path file) {
    return file.resolveSibling(file.getFileName() + ".next");
  }

  private static NoteSigner open(Path file) throws IOException {
    return KeyFile.open(file, (vkey, secret) -> new NoteSigner(VerifierKey.parse(vkey), secret));
  }

  private static NoteSigner create(Path file, String stationId) throws IOException {
    KeyPair pair = KeyFile.fresh();
    VerifierKey key = VerifierKey.of(stationId, (EdECPublicKey) pair.getPublic());
    new KeyFile(key.toString(), pair.getPrivate()).write(file);
    return new NoteSigner(key, pair.getPrivate());
  }
}
