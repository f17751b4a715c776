package org.vigie.groundstation.video.nal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.picture.VideoCodec;
import org.vigie.groundstation.video.nal.NalScan.Nal;
import org.vigie.groundstation.video.ts.TsUnit;

/**
 * Makes access units of what a transport stream carried: pictures that share a PES packet are cut
 * apart, keys get the parameter sets that they lack, and each change of codec, size or clock begins
 * a new epoch, which starts with a key. Confined to one thread.
 */
public final class PictureAssembler {
  /** A source whose time jumps so far is another stream. */
  static final long JUMP_90K = 10 * 90_000;

  /** Datagrams overtake each other by milliseconds; a restarted source goes back further. */
  static final long LATE_90K = 90_000;

  private static final long DEFAULT_INTERVAL_90K = 90_000 / 25;
  private static final long INTERVAL_MAX_90K = 90_000;
  private static final long U32_MAX = 0xFFFF_FFFFL;
  private static final int U16_MAX = 0xFFFF;

  private final Consumer<AccessUnit> sink;
  private ParameterSets sets = new ParameterSets(VideoCodec.H264);
  private @Nullable PictureConfig config;
  private boolean waiting = true;
  private int epoch = -1;
  private long sequence;
  private long lastDts = TsUnit.NO_TIME;
  private long lastPts = TsUnit.NO_TIME;
  private long interval = DEFAULT_INTERVAL_90K;
  private boolean leftOut;
  private long emitted;
  private long unready;
  private long refused;

  public PictureAssembler(Consumer<AccessUnit> sink) {
    this.sink = sink;
  }

  /** Units given on. */
  public long emitted() {
    return emitted;
  }

  /** Units left out because no key with its parameter sets had come since the epoch began. */
  public long unready() {
    return unready;
  }

  /**
   * Units left out because they hold no picture or more than {@link NalScan#NALS_MAX} NAL units.
   */
  public long refused() {
    return refused;
  }

  /** Another stream follows. */
  public void restart() {
    waiting = true;
    lastDts = TsUnit.NO_TIME;
    lastPts = TsUnit.NO_TIME;
    interval = DEFAULT_INTERVAL_90K;
  }

  /**
   * Takes a unit in; gives on what is in it, before it returns.
   *
   * @param captureUtcUs wall time, microseconds since 1970
   */
  public void unit(TsUnit unit, long captureUtcUs) {
    VideoCodec codec = unit.h265() ? VideoCodec.H265 : VideoCodec.H264;
    if (codec != sets.codec()) {
      sets = new ParameterSets(codec);
      restart();
    }
    Optional<List<Nal>> nals = NalScan.scan(codec, unit.bytes());
    if (nals.isEmpty() || nals.get().isEmpty()) {
      refuse();
      return;
    }
    List<List<Nal>> pictures = split(nals.get());
    long pts = unit.pts90k();
    if (pts == TsUnit.NO_TIME) {
      pts = lastPts == TsUnit.NO_TIME ? 0 : lastPts + interval;
    }
    long dts = unit.dts90k() == TsUnit.NO_TIME ? pts : unit.dts90k();
    boolean late = isLate(dts, hasKey(pictures.get(0)));
    if (!late) {
      learnInterval(dts, pictures.size());
      lastDts = dts + (pictures.size() - 1) * interval;
      lastPts = pts + (pictures.size() - 1) * interval;
    }
    for (int i = 0; i < pictures.size(); i++) {
      Part part =
          new Part(
              pictures.get(i),
              i == 0 ? 0 : pictures.get(i).get(0).from(),
              i + 1 < pictures.size() ? pictures.get(i + 1).get(0).from() : unit.bytes().length,
              pts + i * interval);
      picture(unit, part, late || unit.damaged(), captureUtcUs);
    }
  }

  /** One picture of a unit: its NAL units, its bytes, its time. */
  private record Part(List<Nal> nals, int from, int to, long pts90k) {}

  private void refuse() {
    refused++;
    leftOut = true;
  }

  private static boolean hasKey(List<Nal> nals) {
    return nals.stream().anyMatch(nal -> nal.kind() == NalKind.KEY_SLICE);
  }

  /** Cuts where a picture's first slice, or what precedes it, follows another picture's slice. */
  private static List<List<Nal>> split(List<Nal> nals) {
    List<List<Nal>> pictures = new ArrayList<>();
    List<Nal> current = new ArrayList<>();
    boolean slices = false;
    for (Nal nal : nals) {
      if (slices && (nal.kind().opensPicture() || nal.firstOfPicture())) {
        pictures.add(current);
        current = new ArrayList<>();
        slices = false;
      }
      slices |= nal.kind().isSlice();
      current.add(nal);
    }
    pictures.add(current);
    return pictures;
  }

  /** Whether it was overtaken on the way; a jump of the clock begins to wait for a key instead. */
  private boolean isLate(long dts, boolean key) {
    if (lastDts == TsUnit.NO_TIME) {
      return false;
    }
    long step = dts - lastDts;
    if (step > JUMP_90K || step < -LATE_90K || (step < 0 && key)) {
      restart();
      return false;
    }
    return step < 0;
  }

  private void learnInterval(long dts, int pictures) {
    if (lastDts != TsUnit.NO_TIME && pictures == 1) {
      long step = dts - lastDts;
      interval = step > 0 && step <= INTERVAL_MAX_90K ? step : interval;
    }
  }

  private void picture(TsUnit unit, Part part, boolean damaged, long captureUtcUs) {
    boolean key = !damaged && hasKey(part.nals());
    boolean hasSequence = false;
    boolean hasPicture = false;
    for (Nal nal : part.nals()) {
      hasSequence |= nal.kind() == NalKind.SEQUENCE_SET;
      hasPicture |= nal.kind() == NalKind.PICTURE_SET;
      if (!damaged && nal.kind().isSet()) {
        sets.add(nal.kind(), nal.bytes(unit.bytes()));
      }
    }
    if (part.nals().stream().noneMatch(nal -> nal.kind().isSlice())) {
      leftOut |= damaged;
      refused += damaged ? 1 : 0;
      return; // sets or delimiters alone, which some encoders send ahead
    }
    boolean starts = false;
    if (key && sets.isWhole()) {
      starts = beginEpochIfNew();
    } else if (waiting || key) {
      unready++;
      leftOut = true;
      return;
    }
    PictureConfig known = config;
    if (known == null) {
      return;
    }
    boolean carriesSets = hasSequence && hasPicture;
    byte[] bytes =
        key && !carriesSets
            ? withSets(unit.bytes(), part)
            : part.from() == 0 && part.to() == unit.bytes().length
                ? unit.bytes()
                : Arrays.copyOfRange(unit.bytes(), part.from(), part.to());
    boolean discontinuity = leftOut || unit.afterLoss();
    leftOut = false;
    emitted++;
    AccessUnit.Marks marks =
        new AccessUnit.Marks(key, damaged, discontinuity, starts, key && carriesSets);
    long number = sequence;
    sequence = (sequence + 1) & U32_MAX;
    long ptsUs = Math.max(0, part.pts90k()) * 100 / 9;
    sink.accept(new AccessUnit(known, bytes, marks, epoch, number, ptsUs, captureUtcUs));
  }

  private boolean beginEpochIfNew() {
    PictureConfig now = sets.config().orElse(config);
    boolean setsChanged = sets.takeChanged();
    boolean isNew = setsChanged || waiting || !Objects.equals(now, config);
    config = now;
    waiting = false;
    if (isNew) {
      epoch = (epoch + 1) & U16_MAX;
    }
    return isNew;
  }

  /** The same picture with all known sets in front, after its delimiter. */
  private byte[] withSets(byte[] bytes, Part part) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(part.to() - part.from() + 256);
    List<Nal> rest = new ArrayList<>(part.nals());
    if (rest.get(0).kind() == NalKind.DELIMITER) {
      Nal delimiter = rest.remove(0);
      out.write(bytes, delimiter.from(), delimiter.to() - delimiter.from());
    }
    out.writeBytes(sets.annexB());
    for (Nal nal : rest) {
      if (!nal.kind().isSet()) {
        out.write(bytes, nal.from(), nal.to() - nal.from());
      }
    }
    return out.toByteArray();
  }

  /** All parameter sets known now, Annex B, as a recording needs before a key without them. */
  public byte[] parameterSets() {
    return sets.annexB();
  }
}
