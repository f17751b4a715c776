package org.vigie.groundstation.video.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the segments of one flight lie: {@code V1-00000.ts}, beside it {@code V1-00000.idx}, and
 * {@code V1-00000.open} until the segment's hash is durable in the journal.
 */
record SegmentFiles(Path folder, String source, int index) {
  /** Sources and flights, as they may stand in a file's name. */
  static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,63})-([0-9]{5,9})\\.(ts|open)");

  SegmentFiles {
    requireName(source);
  }

  static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name for a file: " + name);
    }
  }

  Path ts() {
    return file("ts");
  }

  Path idx() {
    return file("idx");
  }

  Path open() {
    return file("open");
  }

  private Path file(String ending) {
    return folder.resolve(String.format(Locale.ROOT, "%s-%05d.%s", source, index, ending));
  }

  /** The segments of a folder that are marked as open, by source and index. */
  static List<SegmentFiles> open(Path folder) throws IOException {
    List<SegmentFiles> open = new ArrayList<>();
    for (Path file : list(folder)) {
      Matcher name = FORM.matcher(file.getFileName().toString());
      if (name.matches() && name.group(3).equals("open")) {
        number(name).ifPresent(n -> open.add(new SegmentFiles(folder, name.group(1), n)));
      }
    }
    return open;
  }

  /** The number after the largest that a source has used in a folder. */
  static int nextIndex(Path folder, String source) throws IOException {
    int next = 0;
    for (Path file : list(folder)) {
      Matcher name = FORM.matcher(file.getFileName().toString());
      if (name.matches() && name.group(1).equals(source)) {
        next = Math.max(next, number(name).orElse(-1) + 1);
      }
    }
    return next;
  }

  private static Optional<Integer> number(Matcher name) {
    return Optional.of(Integer.parseInt(name.group(2)));
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
