package org.vigie.groundstation.console.film;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

/** Pictures of one colour, coded in H.264 by libopenh264: the first of every ten is a key frame. */
public final class Footage {
  public static final int WIDTH = 320;
  public static final int HEIGHT = 180;
  public static final int GROUP = 10;

  private Footage() {}

  /** One access unit a picture; colours as luma and two chromas, 0 to 255. */
  public static List<byte[]> of(int pictures, int luma, int cb, int cr) {
    AVCodec codec = avcodec_find_encoder_by_name("libopenh264");
    if (codec == null) {
      throw new IllegalStateException("this FFmpeg has no libopenh264");
    }
    AVCodecContext context = avcodec_alloc_context3(codec);
    context
        .width(WIDTH)
        .height(HEIGHT)
        .pix_fmt(AV_PIX_FMT_YUV420P)
        .gop_size(GROUP)
        .bit_rate(500_000)
        .time_base(new AVRational().num(1).den(25))
        .framerate(new AVRational().num(25).den(1));
    check(avcodec_open2(context, codec, (AVDictionary) null));
    AVFrame frame = av_frame_alloc();
    frame.width(WIDTH).height(HEIGHT).format(AV_PIX_FMT_YUV420P);
    check(av_frame_get_buffer(frame, 0));
    AVPacket packet = av_packet_alloc();
    List<byte[]> units = new ArrayList<>();
    for (int i = 0; i < pictures; i++) {
      check(av_frame_make_writable(frame));
      fill(frame.data(0), frame.linesize(0) * HEIGHT, luma);
      fill(frame.data(1), frame.linesize(1) * HEIGHT / 2, cb);
      fill(frame.data(2), frame.linesize(2) * HEIGHT / 2, cr);
      frame.pts(i);
      check(avcodec_send_frame(context, frame));
      while (avcodec_receive_packet(context, packet) >= 0) {
        byte[] unit = new byte[packet.size()];
        packet.data().get(unit);
        units.add(unit);
        av_packet_unref(packet);
      }
    }
    av_packet_free(packet);
    av_frame_free(frame);
    avcodec_free_context(context);
    return units;
  }

  private static void fill(BytePointer plane, int bytes, int value) {
    byte[] all = new byte[bytes];
    Arrays.fill(all, (byte) value);
    plane.put(all, 0, bytes);
  }

  private static void check(int code) {
    if (code < 0) {
      throw new IllegalStateException("FFmpeg says " + code);
    }
  }
}
