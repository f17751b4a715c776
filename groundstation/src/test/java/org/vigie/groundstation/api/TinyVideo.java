package org.vigie.groundstation.api;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.picture.PictureState;
import org.vigie.groundstation.picture.VideoView;

/**
 * A door that sends one hand-made WebSocket frame, keeps what it reads, and says good-bye when it
 * is told to.
 *
 * @source RFC 6455 section 5.2
 */
final class TinyVideo implements VideoDoor {
  static final String SOURCE = "V-1";
  static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.UTF_8);
  private static final int FIN_BINARY = 0x82;
  private static final int FIN_CLOSE = 0x88;
  private static final int LENGTH = 0x7F;

  /** Who came in. */
  final BlockingQueue<String> viewers = new LinkedBlockingQueue<>();

  /** Payloads of the frames that came from viewers, unmasked. */
  final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  volatile boolean broken;

  /** What it says of a connection that ends. */
  volatile String endReason = "left";

  /** The connection is reset while it is handed over. */
  volatile boolean reset;

  /** Handlers of the connection as it was handed over. */
  volatile List<String> pipeline = List.of();

  @Override
  public List<VideoView> views() {
    return List.of(
        new VideoView(SOURCE, PictureState.LIVE, 0.04, null, 1280, 720, 25, 2_000, 0, true));
  }

  @Override
  public void accept(String source, Person person, Channel channel, VideoAdmission admission) {
    if (broken) {
      throw new IllegalStateException("broken on purpose");
    }
    if (reset) {
      channel.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
      throw new NoSuchElementException("handler"); // as its pipeline has it
    }
    pipeline = channel.pipeline().names();
    AtomicLong sent = new AtomicLong();
    channel.pipeline().addBefore("handler", "viewer", new Reader());
    admission.counting(sent::get);
    admission.onCut(
        (code, reason) -> channel.eventLoop().execute(() -> bye(channel, code, reason)));
    channel.closeFuture().addListener(end -> admission.closed(sent.get(), endReason));
    channel
        .writeAndFlush(frame(FIN_BINARY, Unpooled.wrappedBuffer(PICTURE)))
        .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    sent.incrementAndGet();
    viewers.add(person.id() + " " + source);
  }

  private static void bye(Channel channel, int code, String reason) {
    ByteBuf payload =
        Unpooled.buffer().writeShort(code).writeBytes(reason.getBytes(StandardCharsets.US_ASCII));
    channel
        .writeAndFlush(frame(FIN_CLOSE, payload))
        .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
  }

  private static ByteBuf frame(int first, ByteBuf payload) {
    return Unpooled.buffer()
        .writeByte(first)
        .writeByte(payload.readableBytes())
        .writeBytes(payload);
  }

  /** Frames that are small and come whole, as a test sends them. */
  private final class Reader extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf in = (ByteBuf) message;
      int first = in.readUnsignedByte();
      int length = in.readUnsignedByte() & LENGTH;
      byte[] mask = new byte[4];
      in.readBytes(mask);
      byte[] payload = new byte[length];
      in.readBytes(payload);
      in.release();
      for (int i = 0; i < length; i++) {
        payload[i] ^= mask[i % mask.length];
      }
      if (first == FIN_CLOSE) {
        context.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
      } else {
        heard.add(new String(payload, StandardCharsets.UTF_8));
      }
    }
  }
}
