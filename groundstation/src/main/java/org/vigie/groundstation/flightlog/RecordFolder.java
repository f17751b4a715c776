package org.vigie.groundstation.flightlog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes a record as a folder: all of it, synced, or nothing under its name. */
public final class RecordFolder {
  private RecordFolder() {}

  /**
   * Writes a record.
   *
   * @param target the record's folder; must not exist, its parent is made if needed
   * @throws IOException if it exists or cannot be written
   */
  public static void write(FlightRecord record, Path target) throws IOException {
    Path parent = target.toAbsolutePath().normalize().getParent();
    if (parent == null || Files.exists(target)) {
      throw new IOException(target + " exists already");
    }
    OwnerOnly.createFolders(parent);
    Path fresh = parent.resolve("." + target.getFileName() + ".new");
    deleteTree(fresh);
    TreeSet<Path> folders = new TreeSet<>();
    for (Map.Entry<String, RecordBytes> file : record.files().entrySet()) {
      Path path = fresh.resolve(file.getKey()).normalize();
      Path folder = path.getParent();
      if (folder == null || !path.startsWith(fresh)) {
        throw new IOException("no file of a record: " + file.getKey());
      }
      OwnerOnly.createFolders(folder);
      folders.add(folder);
      copy(file.getValue(), path);
    }
    for (Path folder : folders.descendingSet()) {
      sync(folder);
    }
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    sync(parent);
  }

  private static void copy(RecordBytes bytes, Path path) throws IOException {
    try (FileChannel channel =
            OwnerOnly.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        InputStream in = bytes.open()) {
      OutputStream out = Channels.newOutputStream(channel);
      in.transferTo(out);
      channel.force(true);
    }
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
