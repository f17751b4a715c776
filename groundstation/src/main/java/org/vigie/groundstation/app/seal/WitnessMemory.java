package org.vigie.groundstation.app.seal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flightlog.OwnerOnly;
import org.vigie.groundstation.flightlog.witness.Seen;
import org.vigie.groundstation.flightlog.witness.WitnessAnswer;
import org.vigie.groundstation.journal.seal.MerkleHash;

/**
 * What a witness saw last of each log, in a file of lines {@code origin size root} that is replaced
 * whole and synced. Held by one process at a time.
 *
 * @threading confined to one thread at a time
 */
final class WitnessMemory implements AutoCloseable {
  private final Path file;
  private final Path folder;
  private final FileChannel lock;
  private final Map<String, Seen> seen;

  private WitnessMemory(Path file, Path folder, FileChannel lock, Map<String, Seen> seen) {
    this.file = file;
    this.folder = folder;
    this.lock = lock;
    this.seen = seen;
  }

  /**
   * Opens the file, or begins one.
   *
   * @throws IOException if another witness has it open, or it is damaged: a witness that forgot
   *     must not begin anew by itself
   */
  static WitnessMemory open(Path file) throws IOException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null) {
      throw new IOException(file + " is no file in a folder");
    }
    OwnerOnly.createFolders(folder);
    FileChannel lock =
        OwnerOnly.open(
            folder.resolve(file.getFileName() + ".lock"),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    try {
      if (tryLock(lock) == null) {
        throw new IOException(file + " is in use by another witness");
      }
      return new WitnessMemory(file, folder, lock, read(file));
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static Map<String, Seen> read(Path file) throws IOException {
    Map<String, Seen> seen = new TreeMap<>();
    if (!Files.exists(file)) {
      return seen;
    }
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      String[] words = line.split(" ", -1);
      try {
        if (words.length != 3
            || seen.put(words[0], new Seen(Long.parseLong(words[1]), MerkleHash.parse(words[2])))
                != null) {
          throw new IllegalArgumentException("origin size root, each origin once");
        }
      } catch (IllegalArgumentException e) {
        throw new IOException(
            file + ":" + number + ": not what this witness wrote; restore it from a back-up", e);
      }
    }
    return seen;
  }

  Map<String, Seen> all() {
    return seen;
  }

  /** Keeps what was seen; on disk when this returns, and forgotten again if that fails. */
  void keep(WitnessAnswer.Growth growth) throws IOException {
    Map<String, Seen> changed = new TreeMap<>(seen);
    changed.put(growth.origin(), growth.seen());
    StringBuilder text = new StringBuilder();
    changed.forEach(
        (origin, last) ->
            text.append(origin)
                .append(' ')
                .append(last.size())
                .append(' ')
                .append(last.root().base64())
                .append('\n'));
    write(text.toString());
    seen.putAll(changed);
  }

  private void write(String text) throws IOException {
    Path fresh = folder.resolve(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
        OwnerOnly.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      channel.write(StandardCharsets.UTF_8.encode(text));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
