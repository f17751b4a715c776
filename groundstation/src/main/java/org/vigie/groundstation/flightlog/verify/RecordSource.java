package org.vigie.groundstation.flightlog.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.SortedSet;

/** Where a record is read from. */
public interface RecordSource {
  /** Everything that lies in it, by name with {@code /} between folders. */
  SortedSet<String> names() throws IOException;

  /**
   * The bytes of one file.
   *
   * @throws IOException if there is no such plain file
   */
  InputStream open(String name) throws IOException;

  /** What is wrong with what holds the files, if anything is; then it is not read further. */
  default Optional<Damage> damage() {
    return Optional.empty();
  }

  /**
   * A container that no record has.
   *
   * @param container its name
   * @param where what showed it
   */
  record Damage(String container, Fault fault, String where) {}
}
