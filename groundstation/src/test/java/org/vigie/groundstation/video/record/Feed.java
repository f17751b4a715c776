package org.vigie.groundstation.video.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.time.WallClock;
import org.vigie.groundstation.video.nal.AccessUnit;
import org.vigie.groundstation.video.nal.PictureAssembler;
import org.vigie.groundstation.video.ts.TsDemuxer;
import org.vigie.groundstation.video.ts.TsSink;
import org.vigie.groundstation.video.ts.TsUnit;

/** Feeds a recorder as the station does, a packet at a time. */
final class Feed implements TsSink {
  private final SourceRecorder recorder;
  private final WallClock clock;
  private final TsDemuxer demuxer = new TsDemuxer(this);
  private final PictureAssembler pictures = new PictureAssembler(this::picture);
  final AtomicLong units = new AtomicLong();
  private @Nullable AccessUnit first;

  Feed(SourceRecorder recorder, WallClock clock) {
    this.recorder = recorder;
    this.clock = clock;
  }

  void packets(byte[] ts, int from, int to) {
    for (int at = from; at < to; at += 188) {
      demuxer.datagram(ts, at, 188, clock.monotonicNs());
    }
  }

  /** Where each unit of video begins in a stream, and where the stream ends. */
  static List<Integer> starts(byte[] ts) {
    List<Integer> starts = new ArrayList<>();
    for (int at = 0; at < ts.length; at += 188) {
      boolean video = (ts[at + 1] & 0x1F) == 1 && ts[at + 2] == 0;
      if (video && (ts[at + 1] & 0x40) != 0) {
        starts.add(at);
      }
    }
    starts.add(ts.length);
    return starts;
  }

  @Override
  public void packet(byte[] buffer, int offset, boolean unitStart) {
    recorder.packet(buffer, offset, unitStart);
  }

  @Override
  public void unit(TsUnit unit) {
    first = null;
    pictures.unit(unit, clock.now().toEpochMilli() * 1000);
    recorder.unit(first, demuxer.tablePackets(), demuxer.videoPid(), pictures.parameterSets());
    units.incrementAndGet();
  }

  private void picture(AccessUnit unit) {
    first = first == null ? unit : first;
  }

  @Override
  public void klv(byte[] bytes, long pts90k) {}

  @Override
  public void videoChanged() {}
}
