package org.vigie.groundstation.video.hub;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import org.vigie.groundstation.picture.FrameHeader;

/**
 * One WebSocket frame, built once and written to all viewers. Counted: who keeps it retains it.
 *
 * @threading the bytes never change; views are each writer's own
 */
final class SharedFrame {
  private final FrameHeader header;
  private final FrameFacts facts;
  private final long serial;
  private final byte[] config;
  private final ByteBuf whole;
  private final int headBytes;

  private SharedFrame(
      FrameHeader header, long serial, byte[] config, ByteBuf whole, int headBytes) {
    this.header = header;
    this.facts =
        new FrameFacts(
            header.key(), header.damaged(), header.discontinuity(), header.epoch(), header.ptsUs());
    this.serial = serial;
    this.config = config;
    this.whole = whole;
    this.headBytes = headBytes;
  }

  /**
   * Builds one, retained once.
   *
   * @param serial in the order of publishing, over all that a source sends
   * @param config the frame that whoever gets this one must have got before; the same array for all
   *     of an epoch
   */
  static SharedFrame of(
      ByteBufAllocator memory, FrameHeader header, long serial, byte[] config, byte[] payload) {
    byte[] head = head(header, payload.length);
    ByteBuf whole = memory.directBuffer(head.length + payload.length);
    whole.writeBytes(head).writeBytes(payload);
    return new SharedFrame(header, serial, config, whole, head.length);
  }

  private static byte[] head(FrameHeader header, int payload) {
    byte[] frame = WebSocketBytes.binaryHeader(FrameHeader.BYTES + payload);
    ByteBuffer head = ByteBuffer.allocate(frame.length + FrameHeader.BYTES).put(frame);
    header.write(head);
    return head.array();
  }

  FrameHeader header() {
    return header;
  }

  FrameFacts facts() {
    return facts;
  }

  long serial() {
    return serial;
  }

  byte[] config() {
    return config;
  }

  int bytes() {
    return whole.readableBytes();
  }

  /** To be written once, by whoever asks. */
  ByteBuf view() {
    return whole.retainedDuplicate();
  }

  /** The same for a viewer that did not get what came before: another head, the same payload. */
  ByteBuf viewAfterGap() {
    if (header.discontinuity()) {
      return view();
    }
    FrameHeader marked =
        new FrameHeader(
            header.type(),
            header.codec(),
            header.key(),
            header.damaged(),
            true,
            header.stream(),
            header.epoch(),
            header.sequence(),
            header.ptsUs(),
            header.captureUtcUs());
    int payload = whole.readableBytes() - headBytes;
    ByteBuf head = whole.alloc().directBuffer(headBytes).writeBytes(head(marked, payload));
    return whole
        .alloc()
        .compositeDirectBuffer(2)
        .addComponent(true, head)
        .addComponent(true, whole.retainedSlice(headBytes, payload));
  }

  void retain() {
    whole.retain();
  }

  void release() {
    whole.release();
  }
}
