package org.vigie.simulator.camera;

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
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.vigie.simulator.camera.picture.Picture;

/**
 * H.264 by FFmpeg's LGPL encoder libopenh264: constrained baseline, no look-ahead, one access unit
 * for each picture, at once. Confined to one thread; closing it frees native memory.
 *
 * @source FFmpeg libavcodec/libopenh264enc.c (options and their defaults)
 */
final class H264Encoder implements AutoCloseable {
  static final int FRAMES_PER_S = 25;

  /** A viewer that joins or has lost a packet sees a whole picture within one second. */
  static final int KEY_EVERY = 25;

  /** Finer than this a still town would spend bits on nothing. */
  private static final int QUANTISER_MIN = 18;

  private static final int ERROR_TEXT_BYTES = 128;

  private final AVCodecContext context;
  private final AVFrame frame;
  private final AVPacket packet;
  private long frames;

  /**
   * @throws IllegalStateException if this FFmpeg has no such encoder or refuses the size
   */
  H264Encoder(int width, int height, int bitsPerS) {
    av_log_set_level(AV_LOG_ERROR);
    AVCodec codec = avcodec_find_encoder_by_name("libopenh264");
    if (codec == null || codec.isNull()) {
      throw new IllegalStateException("this FFmpeg has no encoder libopenh264");
    }
    context = avcodec_alloc_context3(codec);
    context.width(width);
    context.height(height);
    context.pix_fmt(AV_PIX_FMT_YUV420P);
    context.time_base().num(1).den(FRAMES_PER_S);
    context.framerate().num(FRAMES_PER_S).den(1);
    context.bit_rate(bitsPerS);
    context.rc_max_rate(bitsPerS * 2L);
    context.gop_size(KEY_EVERY);
    context.max_b_frames(0);
    context.qmin(QUANTISER_MIN);
    context.slices(1);
    context.thread_count(1);
    context.color_range(AVCOL_RANGE_MPEG);
    context.colorspace(AVCOL_SPC_BT709);
    context.color_primaries(AVCOL_PRI_BT709);
    context.color_trc(AVCOL_TRC_BT709);
    AVDictionary options = new AVDictionary();
    av_dict_set(options, "profile", "constrained_baseline", 0);
    av_dict_set(options, "rc_mode", "bitrate", 0);
    av_dict_set(options, "allow_skip_frames", "0", 0);
    check("open libopenh264", avcodec_open2(context, codec, options));
    av_dict_free(options);
    frame = av_frame_alloc();
    frame.width(width);
    frame.height(height);
    frame.format(AV_PIX_FMT_YUV420P);
    check("allocate a frame", av_frame_get_buffer(frame, 0));
    packet = av_packet_alloc();
  }

  /**
   * Codes one picture.
   *
   * @param key whether it must be a key picture; every 25th is one anyway
   */
  AccessUnit encode(Picture picture, boolean key) {
    check("reuse a frame", av_frame_make_writable(frame));
    copy(picture.luma(), picture.width(), picture.height(), 0);
    copy(picture.blue(), picture.width() / 2, picture.height() / 2, 1);
    copy(picture.red(), picture.width() / 2, picture.height() / 2, 2);
    frame.pts(frames++);
    frame.pict_type(key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
    check("encode", avcodec_send_frame(context, frame));
    check("encode", avcodec_receive_packet(context, packet));
    byte[] bytes = new byte[packet.size()];
    packet.data().get(bytes);
    boolean isKey = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
    av_packet_unref(packet);
    return new AccessUnit(bytes, isKey);
  }

  private void copy(byte[] plane, int width, int height, int index) {
    BytePointer to = frame.data(index);
    int stride = frame.linesize(index);
    if (stride == width) {
      to.put(plane, 0, width * height);
      return;
    }
    for (int row = 0; row < height; row++) {
      to.position((long) row * stride).put(plane, row * width, width);
    }
    to.position(0);
  }

  private static void check(String what, int code) {
    if (code < 0) {
      byte[] text = new byte[ERROR_TEXT_BYTES];
      av_strerror(code, text, text.length);
      throw new IllegalStateException(
          "cannot " + what + ": " + new String(text, StandardCharsets.UTF_8).trim());
    }
  }

  @Override
  public void close() {
    av_packet_free(packet);
    av_frame_free(frame);
    avcodec_free_context(context);
  }
}
