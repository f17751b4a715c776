package org.vigie.groundstation.console.film;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_LOW_DELAY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.picture.VideoCodec;

/**
 * FFmpeg's decoder and scaler for one stream.
 *
 * @threading confined to one thread
 */
final class Decoder implements AutoCloseable {
  /** Rows begin where the scaler's widest writes do. */
  private static final int ALIGN = 64;

  private static final int BYTES_A_PIXEL = 4;

  private final AVCodecContext context;
  private final AVPacket packet;
  private final AVFrame frame;
  private @Nullable SwsContext scaler;
  private @Nullable BytePointer pixels;
  private @Nullable PointerPointer<BytePointer> planes;
  private @Nullable IntPointer strides;

  /**
   * A decoder that waits for a key frame.
   *
   * @throws IllegalStateException if this FFmpeg cannot decode it
   */
  Decoder(VideoCodec codec) {
    av_log_set_level(AV_LOG_FATAL);
    int id = codec == VideoCodec.H265 ? AV_CODEC_ID_HEVC : AV_CODEC_ID_H264;
    AVCodec found = avcodec_find_decoder(id);
    if (found == null) {
      throw new IllegalStateException("no decoder for " + codec);
    }
    context = avcodec_alloc_context3(found);
    context.flags(context.flags() | AV_CODEC_FLAG_LOW_DELAY);
    context.thread_count(1); // threads by frame hold pictures back
    if (avcodec_open2(context, found, (AVDictionary) null) < 0) {
      throw new IllegalStateException("the decoder for " + codec + " does not open");
    }
    packet = av_packet_alloc();
    frame = av_frame_alloc();
  }

  /**
   * Takes one access unit in.
   *
   * @return whether a picture is there now
   * @throws IllegalStateException if the unit cannot be decoded: begin anew at a key frame
   */
  boolean decode(byte[] unit, long ptsUs) {
    if (av_new_packet(packet, unit.length) < 0) {
      throw new IllegalStateException("no memory for an access unit");
    }
    packet.data().put(unit, 0, unit.length);
    packet.pts(ptsUs);
    int sent = avcodec_send_packet(context, packet);
    av_packet_unref(packet);
    if (sent < 0) {
      throw new IllegalStateException("an access unit that cannot be decoded");
    }
    return avcodec_receive_frame(context, frame) >= 0; // a second call would wipe the picture
  }

  int width() {
    return frame.width();
  }

  int height() {
    return frame.height();
  }

  /** Puts the picture, brought to a size, into pixels of Java's {@code TYPE_INT_RGB}. */
  void copy(int width, int height, int[] into) {
    int stride = (width * BYTES_A_PIXEL + ALIGN - 1) / ALIGN * ALIGN;
    BytePointer buffer = pixels;
    if (buffer == null || buffer.capacity() < (long) stride * height + ALIGN) {
      free(buffer);
      buffer = new BytePointer((long) stride * height + ALIGN);
      pixels = buffer;
      planes = new PointerPointer<BytePointer>(1).put(buffer);
      strides = new IntPointer(1);
    }
    scaler =
        sws_getCachedContext(
            scaler,
            frame.width(),
            frame.height(),
            frame.format(),
            width,
            height,
            AV_PIX_FMT_BGRA,
            SWS_BILINEAR,
            null,
            null,
            (DoublePointer) null);
    IntPointer rows = strides;
    PointerPointer<BytePointer> target = planes;
    if (scaler == null || rows == null || target == null) {
      throw new IllegalStateException("no way from this picture to " + width + "x" + height);
    }
    rows.put(0, stride);
    sws_scale(scaler, frame.data(), frame.linesize(), 0, frame.height(), target, rows);
    IntBuffer read = buffer.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    for (int row = 0; row < height; row++) {
      read.position(row * (stride / BYTES_A_PIXEL));
      read.get(into, row * width, width);
    }
  }

  private static void free(@Nullable BytePointer pointer) {
    if (pointer != null) {
      pointer.deallocate();
    }
  }

  @Override
  public void close() {
    sws_freeContext(scaler);
    scaler = null;
    free(pixels);
    pixels = null;
    av_frame_free(frame);
    av_packet_free(packet);
    avcodec_free_context(context);
  }
}
