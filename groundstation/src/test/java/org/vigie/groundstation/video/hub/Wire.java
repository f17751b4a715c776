package org.vigie.groundstation.video.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vigie.groundstation.picture.FrameHeader;
import org.vigie.groundstation.picture.FrameType;

/** A viewer's end of an embedded channel: frames out of bytes, messages into bytes. */
final class Wire {
  final EmbeddedChannel channel = new EmbeddedChannel();
  final List<FrameHeader> headers = new ArrayList<>();
  final List<byte[]> payloads = new ArrayList<>();
  final List<ViewerEnd> ends = new ArrayList<>();
  int closeCode;

  Wire(ByteBufAllocator memory) {
    channel.config().setAllocator(memory);
  }

  /** Runs what waits in the loop, and reads what was written. */
  Wire run() {
    channel.runPendingTasks();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
      byte[] bytes = new byte[out.readableBytes()];
      out.readBytes(bytes);
      out.release();
      all.writeBytes(bytes);
    }
    ByteBuffer in = ByteBuffer.wrap(all.toByteArray());
    while (in.hasRemaining()) {
      read(in);
    }
    return this;
  }

  private void read(ByteBuffer in) {
    int opcode = in.get() & 0xFF;
    long length = in.get() & 0xFF;
    length = length == 126 ? in.getShort() & 0xFFFF : length == 127 ? in.getLong() : length;
    byte[] payload = new byte[(int) length];
    in.get(payload);
    if (opcode == 0x88) {
      closeCode = ByteBuffer.wrap(payload).getShort() & 0xFFFF;
    } else if (opcode == 0x82) {
      ByteBuffer message = ByteBuffer.wrap(payload);
      headers.add(FrameHeader.read(message));
      byte[] rest = new byte[message.remaining()];
      message.get(rest);
      payloads.add(rest);
    } else {
      assertThat(opcode).as("opcode").isEqualTo(0x8A);
    }
  }

  List<FrameHeader> units() {
    return headers.stream().filter(one -> one.type() == FrameType.ACCESS_UNIT).toList();
  }

  /** Payloads of one type, in order. */
  List<byte[]> payloads(FrameType type) {
    List<byte[]> some = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      if (headers.get(i).type() == type) {
        some.add(payloads.get(i));
      }
    }
    return some;
  }

  String lastStatus() {
    List<byte[]> all = payloads(FrameType.STATUS);
    return new String(all.get(all.size() - 1), StandardCharsets.UTF_8);
  }

  void say(String text) {
    frame(0x81, text.getBytes(StandardCharsets.UTF_8));
  }

  void ack() {
    List<FrameHeader> units = units();
    say("{\"type\":\"ack\",\"ptsUs\":" + units.get(units.size() - 1).ptsUs() + ",\"queue\":0}");
  }

  void frame(int opcode, byte[] payload) {
    ByteBuf in = Unpooled.buffer();
    in.writeByte(opcode);
    if (payload.length < 126) {
      in.writeByte(0x80 | payload.length);
    } else {
      in.writeByte(0x80 | 126).writeShort(payload.length);
    }
    in.writeInt(0).writeBytes(payload); // a mask of zeros
    channel.writeInbound(in);
  }
}
