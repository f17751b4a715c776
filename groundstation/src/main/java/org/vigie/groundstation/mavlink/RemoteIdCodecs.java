package org.vigie.groundstation.mavlink;

import java.util.List;
import org.vigie.groundstation.mavlink.RemoteIdMessage.ArmStatus;
import org.vigie.groundstation.mavlink.RemoteIdMessage.BasicId;
import org.vigie.groundstation.mavlink.RemoteIdMessage.OperatorId;
import org.vigie.groundstation.mavlink.RemoteIdMessage.SelfId;
import org.vigie.groundstation.mavlink.RemoteIdMessage.SystemState;
import org.vigie.groundstation.mavlink.RemoteIdMessage.SystemUpdate;

/** Payload layouts of {@link RemoteIdMessage}. */
final class RemoteIdCodecs {
  private static final int MAC = 20;

  static final List<Codec<?>> ALL =
      List.of(
          new Codec<>(
              12900,
              114,
              44,
              BasicId.class,
              in ->
                  new BasicId(
                      in.u8(), in.u8(), in.hex(MAC), in.u8(), in.u8(), in.text(BasicId.LENGTH_MAX)),
              (id, out) ->
                  out.u8(id.targetSystem())
                      .u8(id.targetComponent())
                      .hex(id.idOrMacHex(), MAC)
                      .u8(id.idType())
                      .u8(id.uaType())
                      .text(id.uasId(), BasicId.LENGTH_MAX)),
          new Codec<>(
              12903,
              249,
              46,
              SelfId.class,
              in -> new SelfId(in.u8(), in.u8(), in.hex(MAC), in.u8(), in.text(SelfId.LENGTH_MAX)),
              (id, out) ->
                  out.u8(id.targetSystem())
                      .u8(id.targetComponent())
                      .hex(id.idOrMacHex(), MAC)
                      .u8(id.type())
                      .text(id.text(), SelfId.LENGTH_MAX)),
          new Codec<>(
              12904, 77, 54, SystemState.class, RemoteIdCodecs::system, RemoteIdCodecs::write),
          new Codec<>(
              12905,
              49,
              43,
              OperatorId.class,
              in ->
                  new OperatorId(
                      in.u8(), in.u8(), in.hex(MAC), in.u8(), in.text(OperatorId.LENGTH_MAX)),
              (id, out) ->
                  out.u8(id.targetSystem())
                      .u8(id.targetComponent())
                      .hex(id.idOrMacHex(), MAC)
                      .u8(id.type())
                      .text(id.operatorId(), OperatorId.LENGTH_MAX)),
          new Codec<>(
              12918,
              139,
              51,
              ArmStatus.class,
              in -> new ArmStatus(in.u8(), in.text(ArmStatus.LENGTH_MAX)),
              (arm, out) -> out.u8(arm.status()).text(arm.error(), ArmStatus.LENGTH_MAX)),
          new Codec<>(
              12919,
              7,
              18,
              SystemUpdate.class,
              in -> new SystemUpdate(in.i32(), in.i32(), in.f32(), in.u32(), in.u8(), in.u8()),
              (update, out) ->
                  out.i32(update.operatorLatE7())
                      .i32(update.operatorLonE7())
                      .f32(update.operatorAltitudeM())
                      .u32(update.sinceS())
                      .u8(update.targetSystem())
                      .u8(update.targetComponent())));

  private RemoteIdCodecs() {}

  private static SystemState system(PayloadReader in) {
    return new SystemState(
        in.i32(),
        in.i32(),
        in.f32(),
        in.f32(),
        in.f32(),
        in.u32(),
        in.u16(),
        in.u16(),
        in.u8(),
        in.u8(),
        in.hex(MAC),
        in.u8(),
        in.u8(),
        in.u8(),
        in.u8());
  }

  private static void write(SystemState system, PayloadWriter out) {
    out.i32(system.operatorLatE7())
        .i32(system.operatorLonE7())
        .f32(system.areaCeilingM())
        .f32(system.areaFloorM())
        .f32(system.operatorAltitudeM())
        .u32(system.sinceS())
        .u16(system.areaCount())
        .u16(system.areaRadiusM())
        .u8(system.targetSystem())
        .u8(system.targetComponent())
        .hex(system.idOrMacHex(), MAC)
        .u8(system.locationType())
        .u8(system.classification())
        .u8(system.category())
        .u8(system.classEu());
  }
}
