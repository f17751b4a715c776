package org.vigie.groundstation.video.nal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vigie.groundstation.picture.VideoCodec;
import org.vigie.groundstation.video.nal.BitReader.BadBitsException;

/**
 * A sequence parameter set, as far as the relay needs it.
 *
 * @param id by which picture parameter sets refer to it
 */
record SequenceSet(int id, PictureConfig config) {
  /** 16 K: more than any level allows. */
  private static final int SIDE_MAX = 16_384;

  /** Profiles whose sets tell chroma format and scaling. @source H.264, 7.3.2.1.1 */
  private static final Set<Integer> HIGH =
      Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135);

  private static final int FRAMES_IN_CYCLE_MAX = 255;

  /** Reads one; empty if it is none. */
  static Optional<SequenceSet> read(VideoCodec codec, byte[] nal) {
    try {
      return Optional.of(codec == VideoCodec.H264 ? readH264(nal) : readH265(nal));
    } catch (BadBitsException e) {
      return Optional.empty();
    }
  }

  private static SequenceSet readH264(byte[] nal) throws BadBitsException {
    BitReader in = new BitReader(nal, 1);
    int profile = (int) in.u(8);
    int constraints = (int) in.u(8);
    int level = (int) in.u(8);
    int id = in.ue(31);
    int chroma = 1;
    boolean separate = false;
    if (HIGH.contains(profile)) {
      chroma = in.ue(3);
      separate = chroma == 3 && in.flag();
      in.ue(6); // bit depth luma
      in.ue(6); // bit depth chroma
      in.skip(1);
      if (in.flag()) {
        skipScaling(in, chroma == 3 ? 12 : 8);
      }
    }
    in.ue(12); // log2_max_frame_num_minus4
    skipOrder(in);
    in.ue(16); // max_num_ref_frames
    in.skip(1);
    int wide = in.ue(SIDE_MAX / 16) + 1;
    int high = in.ue(SIDE_MAX / 16) + 1;
    boolean framesOnly = in.flag();
    if (!framesOnly) {
      in.skip(1);
    }
    in.skip(1); // direct_8x8_inference_flag
    int fields = framesOnly ? 1 : 2;
    int unitX = separate || chroma == 0 || chroma == 3 ? 1 : 2;
    int unitY = (separate || chroma != 1 ? 1 : 2) * fields;
    int[] crop = crop(in);
    int width = wide * 16 - (crop[0] + crop[1]) * unitX;
    int height = high * 16 * fields - (crop[2] + crop[3]) * unitY;
    String name = String.format(Locale.ROOT, "avc1.%02X%02X%02X", profile, constraints, level);
    return new SequenceSet(id, config(VideoCodec.H264, name, width, height));
  }

  private static void skipOrder(BitReader in) throws BadBitsException {
    int type = in.ue(2);
    if (type == 0) {
      in.ue(12);
    } else if (type == 1) {
      in.skip(1);
      in.se();
      in.se();
      int cycle = in.ue(FRAMES_IN_CYCLE_MAX);
      for (int i = 0; i < cycle; i++) {
        in.se();
      }
    }
  }

  private static void skipScaling(BitReader in, int lists) throws BadBitsException {
    for (int list = 0; list < lists; list++) {
      int next = in.flag() ? 8 : 0;
      int last = 8;
      int size = list < 6 ? 16 : 64;
      for (int i = 0; i < size && next != 0; i++) {
        next = Math.floorMod(last + in.se(), 256);
        last = next == 0 ? last : next;
      }
    }
  }

  /** left, right, top, bottom, in units of the chroma format. */
  private static int[] crop(BitReader in) throws BadBitsException {
    int[] crop = new int[4];
    if (in.flag()) {
      for (int side = 0; side < crop.length; side++) {
        crop[side] = in.ue(SIDE_MAX);
      }
    }
    return crop;
  }

  private static PictureConfig config(VideoCodec codec, String name, int width, int height)
      throws BadBitsException {
    if (width <= 0 || height <= 0 || width > SIDE_MAX || height > SIDE_MAX) {
      throw new BadBitsException("a picture of " + width + " x " + height);
    }
    return new PictureConfig(codec, name, width, height);
  }

  private static SequenceSet readH265(byte[] nal) throws BadBitsException {
    BitReader in = new BitReader(nal, 2);
    in.skip(4);
    int layers = (int) in.u(3);
    in.skip(1);
    String name = readProfile(in, layers);
    int id = in.ue(15);
    int chroma = in.ue(3);
    boolean separate = chroma == 3 && in.flag();
    int width = in.ue(SIDE_MAX);
    int height = in.ue(SIDE_MAX);
    int unitX = separate || chroma == 0 || chroma == 3 ? 1 : 2;
    int unitY = separate || chroma != 1 ? 1 : 2;
    int[] crop = crop(in);
    width -= (crop[0] + crop[1]) * unitX;
    height -= (crop[2] + crop[3]) * unitY;
    return new SequenceSet(id, config(VideoCodec.H265, name, width, height));
  }

  /** Name as in ISO/IEC 14496-15 annex E; {@code hev1}: parameter sets are in the stream. */
  private static String readProfile(BitReader in, int layers) throws BadBitsException {
    String space = new String[] {"", "A", "B", "C"}[(int) in.u(2)];
    boolean high = in.flag();
    long profile = in.u(5);
    long compatible = Integer.toUnsignedLong(Integer.reverse((int) in.u(32)));
    long constraints = in.u(48);
    long level = in.u(8);
    boolean[] profiles = new boolean[layers];
    boolean[] levels = new boolean[layers];
    for (int i = 0; i < layers; i++) {
      profiles[i] = in.flag();
      levels[i] = in.flag();
    }
    in.skip(layers > 0 ? 2 * (8 - layers) : 0);
    for (int i = 0; i < layers; i++) {
      in.skip((profiles[i] ? 88 : 0) + (levels[i] ? 8 : 0));
    }
    StringBuilder name =
        new StringBuilder("hev1.")
            .append(space)
            .append(profile)
            .append('.')
            .append(Long.toHexString(compatible).toUpperCase(Locale.ROOT))
            .append(high ? ".H" : ".L")
            .append(level);
    for (long rest = constraints; rest != 0; rest = rest << 8 & 0xFFFF_FFFF_FFFFL) {
      name.append('.').append(Long.toHexString(rest >> 40).toUpperCase(Locale.ROOT));
    }
    return name.toString();
  }
}
