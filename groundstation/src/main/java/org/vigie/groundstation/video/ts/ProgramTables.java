package org.vigie.groundstation.video.ts;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Which packets carry what: the one programme of PAT and PMT, its first H.264 or H.265 stream, and
 * its streams of metadata. Confined to one thread.
 */
final class ProgramTables {
  static final int PAT_PID = 0;
  static final int NONE = -1;

  /** A camera sends one stream of metadata, perhaps two; further ones are not taken. */
  static final int DATA_PIDS_MAX = 8;

  private static final int H264 = 0x1B;
  private static final int H265 = 0x24;
  private static final int PRIVATE_PES = 0x06;
  private static final int METADATA_PES = 0x15;
  private static final int PAT_TABLE = 0;
  private static final int PMT_TABLE = 2;

  private final SectionAssembly pat = new SectionAssembly();
  private final SectionAssembly pmt = new SectionAssembly();
  private int program = NONE;
  private int pmtPid = NONE;
  private int videoPid = NONE;
  private boolean h265;
  private List<DataStream> data = List.of();

  /** A stream of metadata; the synchronous kind wraps each packet into an access unit cell. */
  record DataStream(int pid, boolean cells) {}

  int pmtPid() {
    return pmtPid;
  }

  int videoPid() {
    return videoPid;
  }

  boolean h265() {
    return h265;
  }

  List<DataStream> data() {
    return data;
  }

  long errors() {
    return pat.errors() + pmt.errors();
  }

  /** The packets of the newest PAT and PMT, for the beginning of a file; empty before both. */
  byte[] packets() {
    if (pat.wholePackets().length == 0 || pmt.wholePackets().length == 0) {
      return new byte[0];
    }
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(pat.wholePackets());
    both.writeBytes(pmt.wholePackets());
    return both.toByteArray();
  }

  /** A packet was lost or changed on the way: half a section is none. */
  void lost(int pid) {
    (pid == PAT_PID ? pat : pmt).reset();
  }

  /** Takes a packet of PAT or PMT; true if another video stream is meant from now on. */
  boolean add(TsPacket packet) {
    if (packet.pid == PAT_PID) {
      int length = pat.add(packet);
      return length > 0 && readPat(pat.section(), length);
    }
    int length = pmt.add(packet);
    return length > 0 && readPmt(pmt.section(), length);
  }

  private static boolean isCurrent(byte[] section, int table) {
    return (section[0] & 0xFF) == table && (section[1] & 0x80) != 0 && (section[5] & 0x01) != 0;
  }

  private boolean readPat(byte[] section, int length) {
    if (!isCurrent(section, PAT_TABLE)) {
      return false;
    }
    int firstNumber = NONE;
    int firstPid = NONE;
    for (int at = 8; at + 4 <= length - 4; at += 4) {
      int number = u16(section, at);
      int pid = u16(section, at + 2) & 0x1FFF;
      if (number == program && pid == pmtPid) {
        return false;
      }
      if (number != 0 && pid != PAT_PID && firstNumber == NONE) {
        firstNumber = number;
        firstPid = pid;
      }
    }
    program = firstNumber;
    pmtPid = firstPid;
    pmt.reset();
    boolean had = videoPid != NONE;
    videoPid = NONE;
    data = List.of();
    return had;
  }

  private boolean readPmt(byte[] section, int length) {
    if (!isCurrent(section, PMT_TABLE) || u16(section, 3) != program || length < 16) {
      return false;
    }
    int end = length - 4;
    int at = 12 + (u16(section, 10) & 0x0FFF);
    int newVideo = NONE;
    boolean newH265 = false;
    List<DataStream> newData = new ArrayList<>();
    while (at + 5 <= end) {
      int type = section[at] & 0xFF;
      int pid = u16(section, at + 1) & 0x1FFF;
      boolean ours = pid != PAT_PID && pid != pmtPid && pid != TsPacket.NULL_PID;
      if (ours && (type == H264 || type == H265) && newVideo == NONE) {
        newVideo = pid;
        newH265 = type == H265;
      } else if (ours
          && (type == PRIVATE_PES || type == METADATA_PES)
          && newData.size() < DATA_PIDS_MAX) {
        newData.add(new DataStream(pid, type == METADATA_PES));
      }
      at += 5 + (u16(section, at + 3) & 0x0FFF);
    }
    boolean changed = newVideo != videoPid || newH265 != h265;
    videoPid = newVideo;
    h265 = newH265;
    data = List.copyOf(newData);
    return changed;
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }
}
