package org.vigie.groundstation.video.ts;

import java.util.ArrayList;
import java.util.List;

/** All that a demultiplexer gives. */
public final class Collected implements TsSink {
  public final List<TsUnit> units = new ArrayList<>();
  public final List<byte[]> klv = new ArrayList<>();
  public int changes;

  @Override
  public void packet(byte[] buffer, int offset, boolean unitStart) {
    if (buffer[offset] != 0x47) {
      throw new AssertionError("no packet");
    }
  }

  @Override
  public void unit(TsUnit unit) {
    units.add(unit);
  }

  @Override
  public void klv(byte[] bytes, long pts90k) {
    klv.add(bytes);
  }

  @Override
  public void videoChanged() {
    changes++;
  }

  /** Feeds a whole stream in datagrams of so many bytes. */
  public static Collected of(byte[] ts, int datagram) {
    Collected all = new Collected();
    TsDemuxer demuxer = new TsDemuxer(all);
    for (int at = 0; at < ts.length; at += datagram) {
      demuxer.datagram(ts, at, Math.min(datagram, ts.length - at), at);
    }
    demuxer.end();
    return all;
  }
}
