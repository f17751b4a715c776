package org.vigie.groundstation.video.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.flightlog.OwnerOnly;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.EventType;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.time.StationClock;
import org.vigie.groundstation.video.record.VideoEvent.SegmentClosed;
import org.vigie.groundstation.video.record.VideoEvent.SegmentState;

/** Takes up the segments that the station's death left open. Before any recording starts. */
public final class SegmentRecovery {
  private static final int PACKET = 188;
  private static final byte SYNC = 0x47;

  private static final Logger LOG = LoggerFactory.getLogger(SegmentRecovery.class);

  private final Path root;
  private final Journal journal;
  private final StationClock clock;

  /**
   * What was found.
   *
   * @param recovered segments whose hash is in the journal now
   * @param failed segments that could not be read or written; they stay as they are, and the next
   *     start tries again
   * @param orphans segments left as they are, since their flight's stream is closed or unknown
   */
  public record Report(List<SegmentClosed> recovered, List<Path> orphans, List<Path> failed) {
    public Report {
      failed = List.copyOf(failed);
      recovered = List.copyOf(recovered);
      orphans = List.copyOf(orphans);
    }
  }

  public SegmentRecovery(Path root, Journal journal, StationClock clock) {
    this.root = root;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Cuts each open segment to whole packets, makes its index anew, and waits until its hash is
   * durable.
   *
   * @param owners for whom a flight is, by its id; empty if its stream takes no more entries
   * @throws IOException if the folder or the journal refuses; what was done stays done
   */
  public Report recover(Function<String, Optional<RecordingOwner>> owners) throws IOException {
    List<SegmentClosed> recovered = new ArrayList<>();
    List<Path> orphans = new ArrayList<>();
    List<Path> failed = new ArrayList<>();
    for (Path flight : flights()) {
      List<SegmentFiles> open = SegmentFiles.open(flight);
      if (open.isEmpty()) {
        continue;
      }
      Optional<RecordingOwner> owner = owners.apply(flight.getFileName().toString());
      if (owner.isEmpty()) {
        open.forEach(files -> orphans.add(files.ts()));
        LOG.warn("{} open segments of {} belong to no open flight", open.size(), flight);
        continue;
      }
      recovered.addAll(recover(owner.get(), open, failed));
    }
    return new Report(recovered, orphans, failed);
  }

  private List<Path> flights() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(root)) {
      return all.filter(Files::isDirectory)
          .filter(path -> SegmentFiles.NAME.matcher(path.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  private List<SegmentClosed> recover(
      RecordingOwner owner, List<SegmentFiles> open, List<Path> failed) throws IOException {
    Set<String> told = told(owner);
    EventOutbox outbox = new EventOutbox(owner, journal, clock);
    List<SegmentClosed> recovered = new ArrayList<>();
    for (SegmentFiles files : open) {
      if (told.contains(key(files.source(), files.index()))) {
        SegmentWriter.settled(files);
        continue;
      }
      Optional<SegmentClosed> repaired;
      try {
        repaired = repair(files);
      } catch (IOException e) {
        LOG.error("{} could not be recovered, and is tried again at the next start", files.ts(), e);
        failed.add(files.ts());
        continue;
      }
      if (repaired.isEmpty()) {
        Files.deleteIfExists(files.ts());
        Files.deleteIfExists(files.idx());
        SegmentWriter.settled(files);
        continue;
      }
      outbox.add(repaired.get(), () -> {});
      outbox.settle();
      SegmentWriter.settled(files);
      recovered.add(repaired.get());
      LOG.info("recovered {}", repaired.get());
    }
    return recovered;
  }

  private Set<String> told(RecordingOwner owner) {
    EventType closed = SegmentClosed.class.getAnnotation(EventType.class);
    Set<String> told = new HashSet<>();
    for (Entry entry : journal.read(StreamId.flight(owner.flightId()))) {
      if (closed != null && entry.type().equals(closed.value())) {
        told.add(key(entry.tree().path("source").asText(), entry.tree().path("index").asInt()));
      }
    }
    return told;
  }

  private static String key(String source, int index) {
    return source + "/" + index;
  }

  private static Optional<SegmentClosed> repair(SegmentFiles files) throws IOException {
    if (!Files.exists(files.ts())) {
      return Optional.empty();
    }
    byte[] index = Files.exists(files.idx()) ? Files.readAllBytes(files.idx()) : new byte[0];
    SegmentScan scan = new SegmentScan(IndexRecord.readAll(index));
    long bytes;
    try (FileChannel ts =
        FileChannel.open(files.ts(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      bytes = cut(ts);
      scan.read(ts);
      ts.force(true);
    }
    if (bytes == 0) {
      return Optional.empty();
    }
    writeIndex(files, scan.records());
    List<IndexRecord> units = scan.records();
    long written = Files.getLastModifiedTime(files.ts()).toMillis();
    long from = units.isEmpty() ? 0 : units.get(0).unit().utcUs() / 1000;
    long to = units.isEmpty() ? 0 : units.get(units.size() - 1).unit().utcUs() / 1000;
    return Optional.of(
        new SegmentClosed(
            files.source(),
            files.index(),
            from == 0 ? written : from,
            to == 0 ? written : to,
            bytes,
            units.size(),
            scan.hash(),
            SegmentState.RECOVERED));
  }

  /** Cuts a torn packet, and zeros that a power cut left, off the end; answers what remains. */
  private static long cut(FileChannel ts) throws IOException {
    long size = ts.size() - ts.size() % PACKET;
    ByteBuffer one = ByteBuffer.allocate(1);
    while (size > 0) {
      one.clear();
      if (ts.read(one, size - PACKET) == 1 && one.get(0) == SYNC) {
        break;
      }
      size -= PACKET;
    }
    ts.truncate(size);
    return size;
  }

  private static void writeIndex(SegmentFiles files, List<IndexRecord> records) throws IOException {
    Path fresh = files.idx().resolveSibling(files.idx().getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel out =
        OwnerOnly.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      ByteBuffer all = ByteBuffer.allocate(records.size() * IndexRecord.BYTES);
      records.forEach(record -> all.put(record.encoded()));
      all.flip();
      while (all.hasRemaining()) {
        out.write(all);
      }
      out.force(true);
    }
    Files.move(
        fresh, files.idx(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
