package org.vigie.groundstation.video.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.video.nal.AccessUnit;
import org.vigie.groundstation.video.nal.PictureAssembler;
import org.vigie.groundstation.video.ts.TsDemuxer;
import org.vigie.groundstation.video.ts.TsSink;
import org.vigie.groundstation.video.ts.TsUnit;
import org.vigie.planner.canonical.ContentHash;

/** Reads a segment from its beginning and makes its index anew. Used once. */
final class SegmentScan implements TsSink {
  private static final int PACKET = 188;
  private static final int CHUNK = 512 * PACKET;

  private final Map<Long, IndexRecord> known = new HashMap<>();
  private final List<IndexRecord> records = new ArrayList<>();
  private final MessageDigest sha256 = SegmentWriter.sha256();
  private final TsDemuxer demuxer = new TsDemuxer(this);
  private final PictureAssembler pictures = new PictureAssembler(this::picture);
  private @Nullable AccessUnit first;
  private long packetAt;
  private long unitAt;
  private boolean ownPacket;

  /**
   * A scan.
   *
   * @param before what is readable of the index that was there; it alone knows wall time
   */
  SegmentScan(List<IndexRecord> before) {
    before.forEach(record -> known.put(record.offset(), record));
  }

  /** Reads all of a file of whole packets. */
  void read(FileChannel file) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    long size = file.size();
    for (long at = 0; at < size; at += chunk.limit()) {
      chunk.clear().limit((int) Math.min(CHUNK, size - at));
      while (chunk.hasRemaining()) {
        if (file.read(chunk, at + chunk.position()) < 0) {
          throw new IOException("a segment became shorter while it was read");
        }
      }
      sha256.update(chunk.array(), 0, chunk.limit());
      for (int offset = 0; offset < chunk.limit(); offset += PACKET) {
        packetAt = at + offset;
        ownPacket = false;
        demuxer.datagram(chunk.array(), offset, PACKET, 0);
      }
    }
    packetAt = size;
    ownPacket = false;
    demuxer.end();
  }

  List<IndexRecord> records() {
    return records;
  }

  ContentHash hash() {
    return new ContentHash(HexFormat.of().formatHex(sha256.digest()));
  }

  @Override
  public void packet(byte[] buffer, int offset, boolean unitStart) {
    if (unitStart) {
      unitAt = packetAt;
    }
    ownPacket = true;
  }

  @Override
  public void unit(TsUnit unit) {
    first = null;
    pictures.unit(unit, 0);
    AccessUnit found = first;
    if (found == null) {
      return;
    }
    IndexRecord before = known.get(unitAt);
    long to = ownPacket ? packetAt + PACKET : packetAt;
    int length = (int) Math.min(to - unitAt, Integer.MAX_VALUE);
    // an index record follows its packets: a unit without one did not come to its end
    boolean torn = before == null && !known.isEmpty();
    RecordedUnit recorded =
        before != null
            ? before.unit()
            : new RecordedUnit(
                found.key() && !torn,
                found.damaged() || torn,
                found.startsEpoch(),
                found.ptsUs(),
                utcUs(found.ptsUs()));
    records.add(new IndexRecord(recorded, unitAt, before == null ? length : before.length()));
  }

  /** Wall time goes on from the unit before as the source's own does; 0 if none is known. */
  private long utcUs(long ptsUs) {
    if (records.isEmpty()) {
      return 0;
    }
    RecordedUnit last = records.get(records.size() - 1).unit();
    return last.utcUs() == 0 ? 0 : Math.max(last.utcUs(), last.utcUs() + ptsUs - last.ptsUs());
  }

  private void picture(AccessUnit unit) {
    first = first == null ? unit : first;
  }

  @Override
  public void klv(byte[] bytes, long pts90k) {}

  @Override
  public void videoChanged() {
    pictures.restart();
  }
}
