package org.vigie.groundstation.flightlog.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A record in a folder. Links are not followed: what they lead to is not in the record. */
public final class FolderSource implements RecordSource {
  private static final String INPUTS = "inputs";

  private final Path folder;

  public FolderSource(Path folder) {
    this.folder = folder;
  }

  @Override
  public SortedSet<String> names() throws IOException {
    SortedSet<String> names = new TreeSet<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(path -> !path.equals(folder)).forEach(path -> add(path, names));
    }
    return names;
  }

  private void add(Path path, SortedSet<String> names) {
    StringBuilder name = new StringBuilder();
    for (Path element : folder.relativize(path)) {
      name.append(name.length() == 0 ? "" : "/").append(element);
    }
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      names.add(name.toString());
    } else if (!name.toString().equals(INPUTS)) {
      names.add(name + "/");
    }
  }

  @Override
  public InputStream open(String name) throws IOException {
    Path path = folder.resolve(name).normalize();
    if (!path.startsWith(folder.normalize())
        || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException(name);
    }
    return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
  }
}
