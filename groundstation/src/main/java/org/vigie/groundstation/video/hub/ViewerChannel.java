package org.vigie.groundstation.video.hub;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over a connection whose handshake was answered: reads the viewer's few messages, writes
 * below whatever the HTTP server has in the pipeline. Nothing that comes goes further up, not even
 * the end of the request, which HTTP servers tell after the handshake.
 */
final class ViewerChannel extends ChannelInboundHandlerAdapter {
  /** An acknowledgement has 60 bytes; a list of codecs a few hundred. */
  static final int MESSAGE_BYTES_MAX = 4096;

  /** Together they bound what a viewer that does not read holds back. */
  private static final int SEND_BUFFER_BYTES = 128 << 10;

  private static final WriteBufferWaterMark WATER_MARK =
      new WriteBufferWaterMark(96 << 10, 192 << 10);

  /** Under which Vert.x has its own handler in the pipeline. */
  private static final String SERVER_HANDLER = "handler";

  private static final String DECODER = "vigie-video-decoder";
  private static final String NAME = "vigie-video-viewer";

  private static final Logger LOG = LoggerFactory.getLogger(ViewerChannel.class);

  private final Viewer viewer;

  private ViewerChannel(Viewer viewer) {
    this.viewer = viewer;
  }

  /** Takes the viewer's channel over; in its event loop. */
  static void install(Viewer viewer) {
    ChannelConfig config = viewer.channel().config();
    config.setOption(ChannelOption.SO_SNDBUF, SEND_BUFFER_BYTES);
    config.setWriteBufferWaterMark(WATER_MARK);
    WebSocketDecoderConfig limits =
        WebSocketDecoderConfig.newBuilder()
            .allowExtensions(false)
            .expectMaskedFrames(true)
            .maxFramePayloadLength(MESSAGE_BYTES_MAX)
            .closeOnProtocolViolation(false) // there is no encoder that could say so
            .build();
    ChannelPipeline pipeline = viewer.channel().pipeline();
    WebSocket13FrameDecoder decoder = new WebSocket13FrameDecoder(limits);
    ViewerChannel handler = new ViewerChannel(viewer);
    if (pipeline.get(SERVER_HANDLER) != null) {
      pipeline.addBefore(SERVER_HANDLER, DECODER, decoder);
      pipeline.addBefore(SERVER_HANDLER, NAME, handler);
    } else {
      pipeline.addLast(DECODER, decoder);
      pipeline.addLast(NAME, handler);
    }
    config.setAutoRead(true);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    viewer.attached(context);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      if (message instanceof TextWebSocketFrame text && text.isFinalFragment()) {
        viewer.received(text.text());
      } else if (message instanceof PingWebSocketFrame ping) {
        viewer.pong(ByteBufUtil.getBytes(ping.content()));
      } else if (message instanceof CloseWebSocketFrame close) {
        int code = close.statusCode() < 0 ? ViewerEnd.GOING_AWAY : close.statusCode();
        viewer.end(code, "closed by the viewer");
      } else if (message instanceof WebSocketFrame && !(message instanceof PongWebSocketFrame)) {
        viewer.end(ViewerEnd.REFUSED, "not a message of a viewer");
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    viewer.gone();
    context.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof CorruptedWebSocketFrameException broken) {
      viewer.end(broken.closeStatus().code(), "not a WebSocket frame of a viewer");
    } else {
      LOG.debug("a viewer's connection broke: {}", cause.toString());
      ChannelFuture unused = context.close();
    }
  }
}
