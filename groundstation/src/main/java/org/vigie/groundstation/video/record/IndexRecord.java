package org.vigie.groundstation.video.record;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One line of the index beside a segment: 40 bytes, big-endian, written once, closed by a CRC-32 so
 * that a torn one shows. It can be made again from the segment, but for wall time.
 *
 * <pre>
 *  0 u64 ptsUs   8 u64 utcUs   16 u64 offset   24 u32 length   28 u32 flags   32 u32 0   36 u32 crc
 * </pre>
 *
 * @param offset of the unit's first packet in the segment
 * @param length of its packets
 */
record IndexRecord(RecordedUnit unit, long offset, int length) {
  static final int BYTES = 40;

  private static final int CRC_AT = 36;
  private static final int KEY = 1;
  private static final int DAMAGED = 2;
  private static final int STARTS_EPOCH = 4;

  byte[] encoded() {
    int flags =
        (unit.key() ? KEY : 0)
            | (unit.damaged() ? DAMAGED : 0)
            | (unit.startsEpoch() ? STARTS_EPOCH : 0);
    ByteBuffer out = ByteBuffer.allocate(BYTES);
    out.putLong(unit.ptsUs()).putLong(unit.utcUs()).putLong(offset).putInt(length);
    out.putInt(flags).putInt(0).putInt(crc(out.array(), 0));
    return out.array();
  }

  private static int crc(byte[] bytes, int from) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, CRC_AT);
    return (int) crc.getValue();
  }

  /** The records of an index whose CRC is right; what is torn or changed is left out. */
  static List<IndexRecord> readAll(byte[] index) {
    List<IndexRecord> records = new ArrayList<>(index.length / BYTES);
    for (int from = 0; from + BYTES <= index.length; from += BYTES) {
      read(index, from).ifPresent(records::add);
    }
    return records;
  }

  private static Optional<IndexRecord> read(byte[] index, int from) {
    ByteBuffer in = ByteBuffer.wrap(index, from, BYTES);
    long ptsUs = in.getLong();
    long utcUs = in.getLong();
    long offset = in.getLong();
    int length = in.getInt();
    int flags = in.getInt();
    in.getInt();
    if (in.getInt() != crc(index, from)) {
      return Optional.empty();
    }
    RecordedUnit unit =
        new RecordedUnit(
            (flags & KEY) != 0, (flags & DAMAGED) != 0, (flags & STARTS_EPOCH) != 0, ptsUs, utcUs);
    return Optional.of(new IndexRecord(unit, offset, length));
  }
}
