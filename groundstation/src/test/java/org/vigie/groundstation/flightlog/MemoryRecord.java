package org.vigie.groundstation.flightlog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vigie.groundstation.flightlog.verify.RecordSource;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;

/** A record in an attacker's hands. */
final class MemoryRecord implements RecordSource {
  final SortedMap<String, byte[]> files = new TreeMap<>();

  static MemoryRecord of(Path folder) throws IOException {
    MemoryRecord record = new MemoryRecord();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        record.files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return record;
  }

  MemoryRecord copy() {
    MemoryRecord copy = new MemoryRecord();
    copy.files.putAll(files);
    return copy;
  }

  MemoryRecord with(String name, byte[] bytes) {
    MemoryRecord copy = copy();
    copy.files.put(name, bytes);
    return copy;
  }

  MemoryRecord without(String name) {
    MemoryRecord copy = copy();
    copy.files.remove(name);
    return copy;
  }

  byte[] get(String name) {
    return files.getOrDefault(name, new byte[0]);
  }

  List<String> lines(String name) {
    return new String(get(name), StandardCharsets.UTF_8).lines().toList();
  }

  MemoryRecord withLines(String name, List<String> lines) {
    return with(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Lists the files again as they are now, under this key. */
  MemoryRecord signedBy(NoteSigner signer) throws IOException {
    MemoryRecord copy = copy();
    @SuppressWarnings("unchecked")
    Map<String, Object> manifest =
        new TreeMap<>(CanonicalJson.mapper().readValue(get("record.json"), Map.class));
    manifest.put("key", signer.key().toString());
    manifest.put("station", signer.key().name());
    manifest.put(
        "files",
        files.entrySet().stream()
            .filter(file -> !file.getKey().startsWith("record."))
            .map(
                file ->
                    Map.of(
                        "name",
                        file.getKey(),
                        "size",
                        file.getValue().length,
                        "sha256",
                        ContentHash.of(file.getValue())))
            .toList());
    String text = CanonicalJson.write(manifest);
    copy.files.put("record.json", text.getBytes(StandardCharsets.UTF_8));
    String signed = FlightRecord.FORMAT + "\n" + ContentHash.of(text).hex() + "\n";
    String note = signer.sign(signed).serialise();
    copy.files.put("record.sig", note.getBytes(StandardCharsets.UTF_8));
    return copy;
  }

  @Override
  public SortedSet<String> names() {
    return new TreeSet<>(files.keySet());
  }

  @Override
  public InputStream open(String name) throws IOException {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new NoSuchFileException(name);
    }
    return new ByteArrayInputStream(bytes);
  }
}
