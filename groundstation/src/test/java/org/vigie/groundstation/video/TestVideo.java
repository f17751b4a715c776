package org.vigie.groundstation.video;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Streams made, and read back, by FFmpeg: the oracle of all that is tested here. */
public final class TestVideo {
  public static final int FPS = 25;
  public static final long FRAME_90K = 90_000 / FPS;

  static {
    av_log_set_level(AV_LOG_ERROR);
  }

  /** AV_FRAME_FLAG_CORRUPT of frame.h. */
  private static final int CORRUPT = 1;

  private TestVideo() {}

  /** One access unit, as encoded or as FFmpeg's own demultiplexer found it. */
  public static final class Unit {
    private final byte[] bytes;
    private final long pts90k;
    private final boolean key;

    public Unit(byte[] bytes, long pts90k, boolean key) {
      this.bytes = bytes;
      this.pts90k = pts90k;
      this.key = key;
    }

    public byte[] bytes() {
      return bytes;
    }

    public long pts90k() {
      return pts90k;
    }

    public boolean key() {
      return key;
    }
  }

  private static int check(int result, String what) {
    if (result < 0) {
      throw new IllegalStateException(what + ": " + result);
    }
    return result;
  }

  /** H.264 Baseline by libopenh264, a moving texture, the first time as given. */
  public static List<Unit> encode(int width, int height, int frames, int gop, long firstPts90k) {
    AVCodec codec = avcodec_find_encoder_by_name("libopenh264");
    AVCodecContext context = avcodec_alloc_context3(codec);
    context.width(width).height(height).gop_size(gop).pix_fmt(AV_PIX_FMT_YUV420P);
    context.time_base(av_make_q(1, 90_000));
    context.framerate(av_make_q(FPS, 1));
    context.bit_rate(600_000);
    av_opt_set(context.priv_data(), "allow_skip_frames", "0", 0);
    check(avcodec_open2(context, codec, (AVDictionary) null), "encoder");
    AVFrame frame = av_frame_alloc();
    frame.format(AV_PIX_FMT_YUV420P).width(width).height(height);
    check(av_frame_get_buffer(frame, 0), "frame");
    AVPacket packet = av_packet_alloc();
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i <= frames; i++) {
      if (i < frames) {
        check(av_frame_make_writable(frame), "frame");
        draw(frame, width, height, i);
        frame.pts(firstPts90k + i * FRAME_90K);
        frame.pict_type(i % gop == 0 ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
      }
      check(avcodec_send_frame(context, i < frames ? frame : null), "encode");
      while (avcodec_receive_packet(context, packet) == 0) {
        units.add(unit(packet));
        av_packet_unref(packet);
      }
    }
    av_packet_free(packet);
    av_frame_free(frame);
    avcodec_free_context(context);
    return units;
  }

  private static Unit unit(AVPacket packet) {
    byte[] bytes = new byte[packet.size()];
    packet.data().get(bytes);
    return new Unit(bytes, packet.pts(), (packet.flags() & AV_PKT_FLAG_KEY) != 0);
  }

  private static void draw(AVFrame frame, int width, int height, int time) {
    for (int plane = 0; plane < 3; plane++) {
      int rows = plane == 0 ? height : height / 2;
      int columns = plane == 0 ? width : width / 2;
      BytePointer row = frame.data(plane);
      byte[] line = new byte[columns];
      for (int y = 0; y < rows; y++) {
        for (int x = 0; x < columns; x++) {
          line[x] = (byte) ((((x + time) * 2 + y) & 0x7F) | (plane << 5));
        }
        row.position((long) y * frame.linesize(plane)).put(line);
      }
    }
  }

  /** An MPEG transport stream by FFmpeg's muxer. */
  public static byte[] mux(List<Unit> units, boolean pesLength) {
    return mux(units, pesLength, AV_CODEC_ID_H264);
  }

  public static byte[] mux(List<Unit> units, boolean pesLength, int codecId) {
    return mux(units, pesLength, codecId, List.of());
  }

  /** The same with a packet of KLV after each unit, as far as there are some. */
  public static byte[] mux(List<Unit> units, boolean pesLength, int codecId, List<byte[]> klv) {
    try {
      Path file = Files.createTempFile("vigie", ".ts");
      AVFormatContext out = new AVFormatContext(null);
      check(avformat_alloc_output_context2(out, null, "mpegts", file.toString()), "muxer");
      AVStream stream = avformat_new_stream(out, null);
      stream.codecpar().codec_type(AVMEDIA_TYPE_VIDEO).codec_id(codecId);
      stream.time_base(av_make_q(1, 90_000));
      if (!klv.isEmpty()) {
        AVStream data = avformat_new_stream(out, null);
        data.codecpar().codec_type(AVMEDIA_TYPE_DATA).codec_id(AV_CODEC_ID_SMPTE_KLV);
        data.time_base(av_make_q(1, 90_000));
      }
      AVIOContext io = new AVIOContext(null);
      check(avio_open(io, file.toString(), AVIO_FLAG_WRITE), "file");
      out.pb(io);
      AVDictionary options = new AVDictionary(null);
      av_dict_set(options, "omit_video_pes_length", pesLength ? "0" : "1", 0);
      av_dict_set(options, "muxdelay", "0", 0);
      check(avformat_write_header(out, options), "header");
      AVPacket packet = av_packet_alloc();
      for (int i = 0; i < units.size(); i++) {
        write(out, packet, 0, units.get(i));
        if (i < klv.size()) {
          write(out, packet, 1, new Unit(klv.get(i), units.get(i).pts90k(), true));
        }
      }
      check(av_write_trailer(out), "trailer");
      av_packet_free(packet);
      av_dict_free(options);
      avio_closep(out.pb());
      avformat_free_context(out);
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(AVFormatContext out, AVPacket packet, int stream, Unit unit) {
    check(av_new_packet(packet, unit.bytes().length), "packet");
    packet.data().put(unit.bytes());
    packet.stream_index(stream).pts(unit.pts90k()).dts(unit.pts90k()).duration(FRAME_90K);
    packet.flags(unit.key() ? AV_PKT_FLAG_KEY : 0);
    check(av_write_frame(out, packet), "write");
    av_packet_unref(packet);
  }

  /** The access units of a file as FFmpeg sees them; 33-bit times unwrapped by it. */
  public static List<Unit> demux(Path file) {
    AVFormatContext in = new AVFormatContext(null);
    check(avformat_open_input(in, file.toString(), null, null), "open");
    check(avformat_find_stream_info(in, (AVDictionary) null), "streams");
    AVPacket packet = av_packet_alloc();
    List<Unit> units = new ArrayList<>();
    while (av_read_frame(in, packet) >= 0) {
      if (in.streams(packet.stream_index()).codecpar().codec_type() == AVMEDIA_TYPE_VIDEO) {
        units.add(unit(packet));
      }
      av_packet_unref(packet);
    }
    av_packet_free(packet);
    avformat_close_input(in);
    return units;
  }

  public static List<Unit> demux(byte[] ts) {
    try {
      Path file = Files.createTempFile("vigie", ".ts");
      Files.write(file, ts);
      List<Unit> units = demux(file);
      Files.delete(file);
      return units;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many pictures FFmpeg decodes of a file without any complaint. */
  public static int decodes(Path file) {
    AVFormatContext in = new AVFormatContext(null);
    check(avformat_open_input(in, file.toString(), null, null), "open");
    check(avformat_find_stream_info(in, (AVDictionary) null), "streams");
    AVCodecContext context = avcodec_alloc_context3(avcodec_find_decoder(AV_CODEC_ID_H264));
    check(avcodec_parameters_to_context(context, in.streams(0).codecpar()), "parameters");
    check(
        avcodec_open2(context, avcodec_find_decoder(AV_CODEC_ID_H264), (AVDictionary) null),
        "decoder");
    AVPacket packet = av_packet_alloc();
    AVFrame frame = av_frame_alloc();
    int pictures = 0;
    boolean more = true;
    while (more) {
      more = av_read_frame(in, packet) >= 0;
      int sent = avcodec_send_packet(context, more ? packet : null);
      check(sent, "decode");
      av_packet_unref(packet);
      while (avcodec_receive_frame(context, frame) == 0) {
        boolean whole = (frame.flags() & CORRUPT) == 0;
        pictures += whole && frame.decode_error_flags() == 0 ? 1 : 0;
      }
    }
    av_frame_free(frame);
    av_packet_free(packet);
    avcodec_free_context(context);
    avformat_close_input(in);
    return pictures;
  }
}
