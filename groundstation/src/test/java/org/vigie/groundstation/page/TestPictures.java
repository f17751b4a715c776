package org.vigie.groundstation.page;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

/**
 * Pictures with the time-stamp bar code across the top and a moving bar below, as real H.264 access
 * units, Annex B, parameter sets in each key.
 *
 * @threading confined to one thread
 */
final class TestPictures implements AutoCloseable {
  private static final int CELLS = 40;
  private static final int CHECK_SEED = 0x5A;
  private static final int BLACK = 16;
  private static final int WHITE = 235;

  private final int width;
  private final int height;
  private final AVCodecContext context;
  private final AVFrame frame;
  private final AVPacket packet;
  private int count;
  private boolean key;

  TestPictures(int width, int height, int framesPerSecond, int gop) {
    this.width = width;
    this.height = height;
    av_log_set_level(AV_LOG_ERROR);
    this.context = avcodec_alloc_context3(avcodec_find_encoder_by_name("libopenh264"));
    context.width(width).height(height).pix_fmt(AV_PIX_FMT_YUV420P);
    try (AVRational tick = new AVRational().num(1).den(framesPerSecond)) {
      context.time_base(tick);
    }
    context.gop_size(gop).bit_rate(1_500_000).max_b_frames(0);
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "allow_skip_frames", "0", 0);
    checked(avcodec_open2(context, context.codec(), options), "open the encoder");
    av_dict_free(options);
    frame = av_frame_alloc();
    frame.format(AV_PIX_FMT_YUV420P).width(width).height(height);
    checked(av_frame_get_buffer(frame, 32), "allocate a frame");
    packet = av_packet_alloc();
  }

  /** Draws and encodes one picture of a moment. */
  byte[] encode(long wallMs) {
    checked(av_frame_make_writable(frame), "write a frame");
    draw(wallMs);
    frame.pts(count++);
    checked(avcodec_send_frame(context, frame), "encode a frame");
    checked(avcodec_receive_packet(context, packet), "give a unit");
    byte[] unit = new byte[packet.size()];
    packet.data().get(unit);
    key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
    av_packet_unref(packet);
    return unit;
  }

  /** Whether the last unit was a key. */
  boolean key() {
    return key;
  }

  private void draw(long wallMs) {
    boolean[] code = barCode(wallMs);
    int stride = frame.linesize(0);
    int bar = Math.floorMod(count * 4, width);
    byte[] line = new byte[stride];
    BytePointer luma = frame.data(0);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        line[x] = (byte) luma(x, y, code, bar);
      }
      luma.position((long) y * stride).put(line, 0, stride);
    }
    luma.position(0);
    fill(frame.data(1), frame.linesize(1), 118);
    fill(frame.data(2), frame.linesize(2), 122);
  }

  private int luma(int x, int y, boolean[] code, int bar) {
    if (y < height / CELLS) {
      return code[x * CELLS / width] ? WHITE : BLACK;
    }
    if (Math.abs(x - bar) < 8) {
      return 220;
    }
    return 60 + (x * 60 / width) + (y * 60 / height) + ((x / 40 + y / 40) % 2) * 12;
  }

  private void fill(BytePointer plane, int stride, int value) {
    byte[] bytes = new byte[stride * height / 2];
    Arrays.fill(bytes, (byte) value);
    plane.put(bytes, 0, bytes.length);
  }

  /** 32 bits of milliseconds and 8 of check, the highest first. */
  static boolean[] barCode(long wallMs) {
    long low = wallMs & 0xFFFF_FFFFL;
    int check = CHECK_SEED;
    for (int shift = 0; shift < 32; shift += 8) {
      check ^= (int) (low >> shift) & 0xFF;
    }
    long bits = low << 8 | check;
    boolean[] code = new boolean[CELLS];
    for (int i = 0; i < CELLS; i++) {
      code[i] = (bits >> (CELLS - 1 - i) & 1) != 0;
    }
    return code;
  }

  private static void checked(int result, String what) {
    if (result < 0) {
      throw new IllegalStateException("could not " + what + ": " + result);
    }
  }

  @Override
  public void close() {
    av_packet_free(packet);
    av_frame_free(frame);
    avcodec_free_context(context);
  }
}
