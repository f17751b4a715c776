package org.vigie.groundstation.mavlink;

import java.nio.ByteBuffer;
import java.util.List;
import org.vigie.groundstation.mavlink.LogMessage.LogData;
import org.vigie.groundstation.mavlink.LogMessage.LogEntry;
import org.vigie.groundstation.mavlink.LogMessage.LogRequestData;
import org.vigie.groundstation.mavlink.LogMessage.LogRequestEnd;
import org.vigie.groundstation.mavlink.LogMessage.LogRequestList;

/** Payload layouts of {@link LogMessage}. */
final class LogCodecs {
  static final List<Codec<?>> ALL =
      List.of(
          new Codec<>(117, 128, 6, LogRequestList.class, LogCodecs::list, LogCodecs::write),
          new Codec<>(118, 56, 14, LogEntry.class, LogCodecs::entry, LogCodecs::write),
          new Codec<>(119, 116, 12, LogRequestData.class, LogCodecs::request, LogCodecs::write),
          new Codec<>(120, 134, 97, LogData.class, LogCodecs::data, LogCodecs::write),
          new Codec<>(122, 203, 2, LogRequestEnd.class, LogCodecs::end, LogCodecs::write));

  private LogCodecs() {}

  private static LogRequestList list(PayloadReader in) {
    int start = in.u16();
    int end = in.u16();
    return new LogRequestList(in.u8(), in.u8(), start, end);
  }

  private static void write(LogRequestList one, PayloadWriter out) {
    out.u16(one.start()).u16(one.end()).u8(one.targetSystem()).u8(one.targetComponent());
  }

  private static LogEntry entry(PayloadReader in) {
    long timeUtcS = in.u32();
    long sizeBytes = in.u32();
    return new LogEntry(in.u16(), in.u16(), in.u16(), timeUtcS, sizeBytes);
  }

  private static void write(LogEntry one, PayloadWriter out) {
    out.u32(one.timeUtcS()).u32(one.sizeBytes()).u16(one.id()).u16(one.count()).u16(one.lastId());
  }

  private static LogRequestData request(PayloadReader in) {
    long offsetBytes = in.u32();
    long countBytes = in.u32();
    int id = in.u16();
    return new LogRequestData(in.u8(), in.u8(), id, offsetBytes, countBytes);
  }

  private static void write(LogRequestData one, PayloadWriter out) {
    out.u32(one.offsetBytes())
        .u32(one.countBytes())
        .u16(one.id())
        .u8(one.targetSystem())
        .u8(one.targetComponent());
  }

  private static LogData data(PayloadReader in) {
    long offsetBytes = in.u32();
    int id = in.u16();
    int count = in.u8();
    if (count > LogData.DATA_BYTES_MAX) {
      throw new IllegalArgumentException("LOG_DATA with " + count + " bytes");
    }
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) in.u8();
    }
    return new LogData(id, offsetBytes, ByteBuffer.wrap(bytes));
  }

  private static void write(LogData one, PayloadWriter out) {
    ByteBuffer data = one.data().duplicate();
    out.u32(one.offsetBytes()).u16(one.id()).u8(data.remaining());
    for (int i = 0; i < LogData.DATA_BYTES_MAX; i++) {
      out.u8(data.hasRemaining() ? data.get() : 0);
    }
  }

  private static LogRequestEnd end(PayloadReader in) {
    return new LogRequestEnd(in.u8(), in.u8());
  }

  private static void write(LogRequestEnd one, PayloadWriter out) {
    out.u8(one.targetSystem()).u8(one.targetComponent());
  }
}
