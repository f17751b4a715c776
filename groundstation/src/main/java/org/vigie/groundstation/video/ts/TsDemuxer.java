package org.vigie.groundstation.video.ts;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.vigie.groundstation.video.ts.ProgramTables.DataStream;

/**
 * Takes one MPEG transport stream apart as it comes. A unit of video ends at the length that its
 * PES packet announces; or at a packet with stuffing, once {@link EndRule} holds for the source;
 * else when the next one begins, which costs one frame of delay. Nothing is thrown, whatever the
 * bytes are. Confined to one thread.
 */
public final class TsDemuxer {
  /** Ten times a key frame of 4K at high quality; more is no picture. */
  public static final int UNIT_BYTES_MAX = 4 << 20;

  /** MISB sets are hundreds of bytes, and a bounded PES packet holds at most 64 KB. */
  static final int KLV_BYTES_MAX = 64 << 10;

  /** Beginning of every SMPTE universal label. @source SMPTE ST 336 */
  private static final byte[] LABEL = {0x06, 0x0E, 0x2B, 0x34};

  /** service id, sequence number, flags, length. @source ISO/IEC 13818-1, 2.12.4 */
  private static final int CELL_BYTES = 5;

  private final TsSink sink;
  private final PacketFramer framer = new PacketFramer(this::packet);
  private final TsPacket packet = new TsPacket();
  private final ProgramTables tables = new ProgramTables();
  private final EndRule endRule = new EndRule();
  private final PesBuffer video = new PesBuffer(UNIT_BYTES_MAX);
  private final TimeUnwrap times = new TimeUnwrap();

  /** Of PAT, PMT, video and data only: {@link ProgramTables#DATA_PIDS_MAX} + 3 at most. */
  private final Map<Integer, Continuity> continuity = new HashMap<>();

  private final Map<Integer, PesBuffer> klv = new HashMap<>();

  private long nowNs;
  private boolean afterLoss;
  private long datagrams;
  private long bytes;
  private long packets;
  private long duplicatePackets;
  private long lostPackets;
  private long badPackets;
  private long orphanPackets;
  private long units;
  private long damagedUnits;
  private long oversizeUnits;
  private long refusedUnits;
  private long klvUnits;

  public TsDemuxer(TsSink sink) {
    this.sink = sink;
  }

  /**
   * Takes in what came at once.
   *
   * @param arrivalNs when, monotonic nanoseconds
   */
  public void datagram(byte[] from, int offset, int length, long arrivalNs) {
    nowNs = arrivalNs;
    datagrams++;
    bytes += Math.max(0, length);
    framer.datagram(from, offset, length);
  }

  /** The stream has ended: what was begun is as complete as it will ever be. */
  public void end() {
    if (endRule.holds() && video.isOpen()) {
      video.damage(); // it should have ended by itself
    }
    finishVideo();
  }

  /** The packets of the newest PAT and PMT, as a file begins with; empty before both came. */
  public byte[] tablePackets() {
    return tables.packets();
  }

  /** The PID of the video, or -1. */
  public int videoPid() {
    return tables.videoPid();
  }

  public TsCounters counters() {
    return new TsCounters(
        datagrams,
        bytes,
        packets,
        framer.garbageBytes(),
        duplicatePackets,
        lostPackets,
        badPackets,
        orphanPackets,
        tables.errors(),
        units,
        damagedUnits,
        oversizeUnits,
        refusedUnits,
        klvUnits,
        endRule.holds());
  }

  private void packet(byte[] buffer, int offset) {
    packet.read(buffer, offset);
    packets++;
    if (packet.pid == TsPacket.NULL_PID) {
      return;
    }
    if (packet.transportError || packet.malformed || packet.scrambled) {
      bad();
      return;
    }
    boolean table = packet.pid == ProgramTables.PAT_PID || packet.pid == tables.pmtPid();
    boolean ofVideo = !table && packet.pid == tables.videoPid();
    if (!table && !ofVideo && !isData(packet.pid)) {
      sink.packet(buffer, offset, false);
      return;
    }
    Continuity counter = continuity.computeIfAbsent(packet.pid, pid -> new Continuity());
    Continuity.Verdict verdict = counter.judge(packet);
    if (verdict == Continuity.Verdict.DUPLICATE) {
      duplicatePackets++;
      return;
    }
    boolean lost = verdict == Continuity.Verdict.LOST;
    if (ofVideo) {
      ofVideo(lost ? counter.lost() : 0, lost);
      return;
    }
    sink.packet(buffer, offset, false);
    if (!packet.hasPayload) {
      return;
    }
    if (table) {
      ofTables(lost);
    } else {
      ofData(lost);
    }
  }

  private boolean isData(int pid) {
    for (DataStream stream : tables.data()) {
      if (stream.pid() == pid) {
        return true;
      }
    }
    return false;
  }

  /** Its PID may be what was hit: it counts as lost for whoever it says it belongs to. */
  private void bad() {
    badPackets++;
    if (packet.pid == tables.videoPid()) {
      loss();
    }
  }

  private void loss() {
    afterLoss = true;
    endRule.lost();
    if (video.isOpen()) {
      video.damage();
    }
  }

  private void ofTables(boolean lost) {
    if (lost) {
      tables.lost(packet.pid);
    }
    if (tables.add(packet)) {
      finishVideo();
      endRule.reset();
      sink.videoChanged();
    }
    continuity.keySet().removeIf(this::isForeign);
    klv.keySet().removeIf(pid -> !isData(pid));
  }

  private boolean isForeign(int pid) {
    return pid != ProgramTables.PAT_PID
        && pid != tables.pmtPid()
        && pid != tables.videoPid()
        && !isData(pid);
  }

  private void ofVideo(int lostBefore, boolean lost) {
    if (lost) {
      lostPackets += lostBefore;
      loss();
    }
    if (!packet.hasPayload) {
      sink.packet(packet.buffer, packet.offset, false);
      return;
    }
    if (endRule.next(packet.unitStart, packet.stuffed)) {
      // the last unit was ended too early: whoever wants no damaged pictures must know
      afterLoss = true;
    }
    if (packet.unitStart) {
      finishVideo();
      video.open(nowNs);
    }
    sink.packet(packet.buffer, packet.offset, packet.unitStart);
    if (!video.isOpen()) {
      orphanPackets++;
      return;
    }
    video.add(packet.buffer, packet.payloadFrom, packet.payloadLength());
    if (!video.isPes()) {
      refuse();
    } else if (video.isComplete() || (packet.stuffed && endRule.holds() && !video.isBounded())) {
      finishVideo();
    }
  }

  private void refuse() {
    refusedUnits++;
    afterLoss = true;
    video.close();
  }

  private void finishVideo() {
    if (!video.isOpen()) {
      return;
    }
    if (video.isOversize()) {
      oversizeUnits++;
      afterLoss = true;
      video.close();
      return;
    }
    if (!video.hasHeader() || video.payloadLength() == 0) {
      refuse();
      return;
    }
    boolean cut = video.isBounded() && !video.isComplete();
    boolean damaged = video.isDamaged() || cut;
    long pts = video.pts();
    long dts = video.dts();
    long unwrapped = TsUnit.NO_TIME;
    if (pts != PesBuffer.NO_TIME) {
      unwrapped = damaged ? times.nearest(pts) : times.unwrap(pts);
    }
    long decode = dts == PesBuffer.NO_TIME ? unwrapped : times.nearest(dts);
    TsUnit unit =
        new TsUnit(
            tables.h265(),
            video.payload(),
            unwrapped,
            decode,
            damaged,
            afterLoss,
            video.firstArrivalNs());
    afterLoss = damaged;
    units++;
    damagedUnits += damaged ? 1 : 0;
    video.close();
    sink.unit(unit);
  }

  private void ofData(boolean lost) {
    PesBuffer buffer = klv.computeIfAbsent(packet.pid, pid -> new PesBuffer(KLV_BYTES_MAX));
    if (lost) {
      buffer.close(); // a damaged set of metadata says wrong things
    }
    if (packet.unitStart) {
      finishKlv(buffer);
      buffer.open(nowNs);
    }
    if (!buffer.isOpen()) {
      return;
    }
    buffer.add(packet.buffer, packet.payloadFrom, packet.payloadLength());
    if (!buffer.isPes() || buffer.isOversize()) {
      buffer.close();
    } else if (buffer.isComplete()) {
      finishKlv(buffer);
    }
  }

  private void finishKlv(PesBuffer buffer) {
    if (buffer.isOpen() && buffer.hasHeader() && !buffer.isOversize()) {
      byte[] payload = buffer.payload();
      int from = startsWithLabel(payload, 0) ? 0 : CELL_BYTES;
      if (startsWithLabel(payload, from)) {
        long pts = buffer.pts();
        klvUnits++;
        sink.klv(
            from == 0 ? payload : Arrays.copyOfRange(payload, from, payload.length),
            pts == PesBuffer.NO_TIME ? TsUnit.NO_TIME : times.nearest(pts));
      }
    }
    buffer.close();
  }

  private static boolean startsWithLabel(byte[] bytes, int from) {
    for (int i = 0; i < LABEL.length; i++) {
      if (from + i >= bytes.length || bytes[from + i] != LABEL[i]) {
        return false;
      }
    }
    return true;
  }
}
