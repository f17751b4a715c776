package org.vigie.groundstation.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.EdECPublicKey;
import java.util.Optional;
import org.vigie.groundstation.journal.seal.Cosigner;
import org.vigie.groundstation.journal.seal.CosignerKey;

/** A witness's key: a file of the same two lines as a station's. */
public final class WitnessKeys {
  private WitnessKeys() {}

  /**
   * The cosigner of a witness; its key is made at the first start.
   *
   * @param name of the key, needed only while there is none
   * @throws IOException if the file is no witness's key, is of another name, or is open to others;
   *     or if it has to be made and has no name
   */
  public static Cosigner openOrCreate(Path file, Optional<String> name) throws IOException {
    if (!Files.exists(file)) {
      return create(
          file,
          name.orElseThrow(
              () -> new IOException(file + ": there is no key yet, give it a --name")));
    }
    Cosigner cosigner =
        KeyFile.open(file, (vkey, secret) -> new Cosigner(CosignerKey.parse(vkey), secret));
    if (name.isPresent() && !cosigner.key().name().equals(name.get())) {
      throw new IOException(
          file + " is the key of " + cosigner.key().name() + ", not of " + name.get());
    }
    return cosigner;
  }

  private static Cosigner create(Path file, String name) throws IOException {
    KeyPair pair = KeyFile.fresh();
    CosignerKey key = CosignerKey.of(name, (EdECPublicKey) pair.getPublic());
    new KeyFile(key.toString(), pair.getPrivate()).write(file);
    return new Cosigner(key, pair.getPrivate());
  }
}
