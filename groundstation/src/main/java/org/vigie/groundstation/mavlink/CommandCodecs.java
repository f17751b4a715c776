package org.vigie.groundstation.mavlink;

import java.util.List;
import org.vigie.groundstation.mavlink.CommandMessage.CommandAck;
import org.vigie.groundstation.mavlink.CommandMessage.CommandInt;
import org.vigie.groundstation.mavlink.CommandMessage.CommandLong;

/** Payload layouts of {@link CommandMessage}. */
final class CommandCodecs {
  static final List<Codec<?>> ALL =
      List.of(
          new Codec<>(75, 158, 35, CommandInt.class, CommandCodecs::readInt, CommandCodecs::write),
          new Codec<>(
              76, 152, 33, CommandLong.class, CommandCodecs::readLong, CommandCodecs::write),
          new Codec<>(77, 143, 10, CommandAck.class, CommandCodecs::readAck, CommandCodecs::write));

  private CommandCodecs() {}

  private static CommandLong readLong(PayloadReader in) {
    float param1 = in.f32();
    float param2 = in.f32();
    float param3 = in.f32();
    float param4 = in.f32();
    float param5 = in.f32();
    float param6 = in.f32();
    float param7 = in.f32();
    int command = in.u16();
    int system = in.u8();
    int component = in.u8();
    int confirmation = in.u8();
    return new CommandLong(
        system,
        component,
        command,
        confirmation,
        param1,
        param2,
        param3,
        param4,
        param5,
        param6,
        param7);
  }

  private static void write(CommandLong command, PayloadWriter out) {
    out.f32(command.param1())
        .f32(command.param2())
        .f32(command.param3())
        .f32(command.param4())
        .f32(command.param5())
        .f32(command.param6())
        .f32(command.param7())
        .u16(command.command())
        .u8(command.targetSystem())
        .u8(command.targetComponent())
        .u8(command.confirmation());
  }

  private static CommandInt readInt(PayloadReader in) {
    float param1 = in.f32();
    float param2 = in.f32();
    float param3 = in.f32();
    float param4 = in.f32();
    int x = in.i32();
    int y = in.i32();
    float z = in.f32();
    int command = in.u16();
    int system = in.u8();
    int component = in.u8();
    int frame = in.u8();
    return new CommandInt(
        system, component, frame, command, in.u8(), in.u8(), param1, param2, param3, param4, x, y,
        z);
  }

  private static void write(CommandInt command, PayloadWriter out) {
    out.f32(command.param1())
        .f32(command.param2())
        .f32(command.param3())
        .f32(command.param4())
        .i32(command.x())
        .i32(command.y())
        .f32(command.z())
        .u16(command.command())
        .u8(command.targetSystem())
        .u8(command.targetComponent())
        .u8(command.frame())
        .u8(command.current())
        .u8(command.autocontinue());
  }

  private static CommandAck readAck(PayloadReader in) {
    return new CommandAck(in.u16(), in.u8(), in.u8(), in.i32(), in.u8(), in.u8());
  }

  private static void write(CommandAck ack, PayloadWriter out) {
    out.u16(ack.command())
        .u8(ack.result())
        .u8(ack.progress())
        .i32(ack.resultParam2())
        .u8(ack.targetSystem())
        .u8(ack.targetComponent());
  }
}
