package org.vigie.groundstation.mavlink;

import java.util.List;
import org.vigie.groundstation.mavlink.MissionMessage.MissionAck;
import org.vigie.groundstation.mavlink.MissionMessage.MissionClearAll;
import org.vigie.groundstation.mavlink.MissionMessage.MissionCount;
import org.vigie.groundstation.mavlink.MissionMessage.MissionCurrent;
import org.vigie.groundstation.mavlink.MissionMessage.MissionItemInt;
import org.vigie.groundstation.mavlink.MissionMessage.MissionItemReached;
import org.vigie.groundstation.mavlink.MissionMessage.MissionRequest;
import org.vigie.groundstation.mavlink.MissionMessage.MissionRequestInt;
import org.vigie.groundstation.mavlink.MissionMessage.MissionRequestList;
import org.vigie.groundstation.mavlink.MissionMessage.MissionSetCurrent;

/** Payload layouts of {@link MissionMessage}. */
final class MissionCodecs {
  static final List<Codec<?>> ALL =
      List.of(
          new Codec<>(
              40,
              230,
              5,
              MissionRequest.class,
              MissionCodecs::request,
              (request, out) ->
                  out.u16(request.seq())
                      .u8(request.targetSystem())
                      .u8(request.targetComponent())
                      .u8(request.missionType())),
          new Codec<>(
              41,
              28,
              4,
              MissionSetCurrent.class,
              MissionCodecs::setCurrent,
              (set, out) -> out.u16(set.seq()).u8(set.targetSystem()).u8(set.targetComponent())),
          new Codec<>(
              42, 28, 18, MissionCurrent.class, MissionCodecs::current, MissionCodecs::write),
          new Codec<>(
              43,
              132,
              3,
              MissionRequestList.class,
              in -> new MissionRequestList(in.u8(), in.u8(), in.u8()),
              (list, out) ->
                  out.u8(list.targetSystem()).u8(list.targetComponent()).u8(list.missionType())),
          new Codec<>(44, 221, 9, MissionCount.class, MissionCodecs::count, MissionCodecs::write),
          new Codec<>(
              45,
              232,
              3,
              MissionClearAll.class,
              in -> new MissionClearAll(in.u8(), in.u8(), in.u8()),
              (clear, out) ->
                  out.u8(clear.targetSystem()).u8(clear.targetComponent()).u8(clear.missionType())),
          new Codec<>(
              46,
              11,
              2,
              MissionItemReached.class,
              in -> new MissionItemReached(in.u16()),
              (reached, out) -> out.u16(reached.seq())),
          new Codec<>(
              47,
              153,
              8,
              MissionAck.class,
              in -> new MissionAck(in.u8(), in.u8(), in.u8(), in.u8(), in.u32()),
              (ack, out) ->
                  out.u8(ack.targetSystem())
                      .u8(ack.targetComponent())
                      .u8(ack.type())
                      .u8(ack.missionType())
                      .u32(ack.opaqueId())),
          new Codec<>(
              51,
              196,
              5,
              MissionRequestInt.class,
              MissionCodecs::requestInt,
              (request, out) ->
                  out.u16(request.seq())
                      .u8(request.targetSystem())
                      .u8(request.targetComponent())
                      .u8(request.missionType())),
          new Codec<>(73, 38, 38, MissionItemInt.class, MissionCodecs::item, MissionCodecs::write));

  private MissionCodecs() {}

  private static MissionRequest request(PayloadReader in) {
    int seq = in.u16();
    return new MissionRequest(in.u8(), in.u8(), seq, in.u8());
  }

  private static MissionRequestInt requestInt(PayloadReader in) {
    int seq = in.u16();
    return new MissionRequestInt(in.u8(), in.u8(), seq, in.u8());
  }

  private static MissionSetCurrent setCurrent(PayloadReader in) {
    int seq = in.u16();
    return new MissionSetCurrent(in.u8(), in.u8(), seq);
  }

  private static MissionCount count(PayloadReader in) {
    int count = in.u16();
    return new MissionCount(in.u8(), in.u8(), count, in.u8(), in.u32());
  }

  private static void write(MissionCount count, PayloadWriter out) {
    out.u16(count.count())
        .u8(count.targetSystem())
        .u8(count.targetComponent())
        .u8(count.missionType())
        .u32(count.opaqueId());
  }

  private static MissionCurrent current(PayloadReader in) {
    return new MissionCurrent(in.u16(), in.u16(), in.u8(), in.u8(), in.u32(), in.u32(), in.u32());
  }

  private static void write(MissionCurrent current, PayloadWriter out) {
    out.u16(current.seq())
        .u16(current.total())
        .u8(current.missionState())
        .u8(current.missionMode())
        .u32(current.missionId())
        .u32(current.fenceId())
        .u32(current.rallyPointsId());
  }

  private static MissionItemInt item(PayloadReader in) {
    float param1 = in.f32();
    float param2 = in.f32();
    float param3 = in.f32();
    float param4 = in.f32();
    int x = in.i32();
    int y = in.i32();
    float z = in.f32();
    int seq = in.u16();
    int command = in.u16();
    int system = in.u8();
    int component = in.u8();
    int frame = in.u8();
    int current = in.u8();
    int autocontinue = in.u8();
    return new MissionItemInt(
        system,
        component,
        seq,
        frame,
        command,
        current,
        autocontinue,
        param1,
        param2,
        param3,
        param4,
        x,
        y,
        z,
        in.u8());
  }

  private static void write(MissionItemInt item, PayloadWriter out) {
    out.f32(item.param1())
        .f32(item.param2())
        .f32(item.param3())
        .f32(item.param4())
        .i32(item.x())
        .i32(item.y())
        .f32(item.z())
        .u16(item.seq())
        .u16(item.command())
        .u8(item.targetSystem())
        .u8(item.targetComponent())
        .u8(item.frame())
        .u8(item.current())
        .u8(item.autocontinue())
        .u8(item.missionType());
  }
}
