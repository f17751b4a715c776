package org.vigie.groundstation.video.nal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.picture.VideoCodec;
import org.vigie.groundstation.video.nal.BitReader.BadBitsException;

/** The parameter sets that a source has sent, by their ids. Confined to one thread. */
final class ParameterSets {
  /** A set with all scaling lists has under 2 KB. */
  static final int SET_BYTES_MAX = 4096;

  /** Encoders use one or two of each; the standards allow 16, 32 and 256. */
  static final int VIDEO_IDS = 16;

  static final int SEQUENCE_IDS = 32;
  static final int PICTURE_IDS = 64;

  private static final byte[] START = {0, 0, 0, 1};

  private final VideoCodec codec;
  private final Map<Integer, byte[]> video = new TreeMap<>();
  private final Map<Integer, byte[]> sequence = new TreeMap<>();
  private final Map<Integer, byte[]> picture = new TreeMap<>();
  private @Nullable PictureConfig newest;
  private boolean changed;

  ParameterSets(VideoCodec codec) {
    this.codec = codec;
  }

  VideoCodec codec() {
    return codec;
  }

  /** Of the newest sequence parameter set. */
  Optional<PictureConfig> config() {
    return Optional.ofNullable(newest);
  }

  /** Whether a sequence set came that differs from the one before, since this was last asked. */
  boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  /** Remembers a set; what cannot be read is left out. */
  void add(NalKind kind, byte[] nal) {
    if (nal.length > SET_BYTES_MAX) {
      return;
    }
    try {
      switch (kind) {
        case VIDEO_SET -> put(video, (int) new BitReader(nal, 2).u(4), VIDEO_IDS, nal);
        case PICTURE_SET ->
            put(picture, new BitReader(nal, NalKind.headerBytes(codec)).ue(), PICTURE_IDS, nal);
        case SEQUENCE_SET -> addSequence(nal);
        default -> {}
      }
    } catch (BadBitsException e) {
      // a set that ends too early: the one before stays
    }
  }

  private void addSequence(byte[] nal) {
    SequenceSet.read(codec, nal)
        .ifPresent(
            set -> {
              byte[] before = sequence.get(set.id());
              if (!Arrays.equals(before, nal)) {
                // picture sets refer to what was before
                picture.clear();
                changed = true;
                put(sequence, set.id(), SEQUENCE_IDS, nal);
              }
              newest = set.config();
            });
  }

  private static void put(Map<Integer, byte[]> sets, int id, int limit, byte[] nal) {
    if (id < limit) {
      sets.put(id, nal);
    }
  }

  /** Whether a picture can be decoded with what is here. */
  boolean isWhole() {
    return !sequence.isEmpty()
        && !picture.isEmpty()
        && (codec == VideoCodec.H264 || !video.isEmpty());
  }

  /** All of them, Annex B. */
  byte[] annexB() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Map<Integer, byte[]>> all = new ArrayList<>(List.of(video, sequence, picture));
    for (Map<Integer, byte[]> sets : all) {
      for (byte[] nal : sets.values()) {
        out.writeBytes(START);
        out.writeBytes(nal);
      }
    }
    return out.toByteArray();
  }
}
