package org.vigie.groundstation.mavlink;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.vigie.groundstation.mavlink.StateMessage.AutopilotVersion;
import org.vigie.groundstation.mavlink.StateMessage.EkfStatus;
import org.vigie.groundstation.mavlink.StateMessage.EstimatorStatus;
import org.vigie.groundstation.mavlink.StateMessage.ExtendedSysState;
import org.vigie.groundstation.mavlink.StateMessage.FenceStatus;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.StateMessage.StatusText;
import org.vigie.groundstation.mavlink.StateMessage.SysStatus;
import org.vigie.groundstation.mavlink.StateMessage.SystemTime;
import org.vigie.groundstation.mavlink.StateMessage.Timesync;

/** Payload layouts of {@link StateMessage}. */
final class StateCodecs {
  static final List<Codec<?>> ALL =
      List.of(
          new Codec<>(0, 50, 9, Heartbeat.class, StateCodecs::heartbeat, StateCodecs::write),
          new Codec<>(1, 124, 43, SysStatus.class, StateCodecs::sysStatus, StateCodecs::write),
          new Codec<>(
              2,
              137,
              12,
              SystemTime.class,
              in -> new SystemTime(in.i64(), in.u32()),
              (time, out) -> out.i64(time.unixUs()).u32(time.bootMs())),
          new Codec<>(
              111,
              34,
              18,
              Timesync.class,
              in -> new Timesync(in.i64(), in.i64(), in.u8(), in.u8()),
              (sync, out) ->
                  out.i64(sync.tc1Ns())
                      .i64(sync.ts1Ns())
                      .u8(sync.targetSystem())
                      .u8(sync.targetComponent())),
          new Codec<>(
              148, 178, 78, AutopilotVersion.class, StateCodecs::version, StateCodecs::write),
          new Codec<>(162, 189, 9, FenceStatus.class, StateCodecs::fence, StateCodecs::write),
          new Codec<>(193, 71, 26, EkfStatus.class, StateCodecs::ekf, StateCodecs::write),
          new Codec<>(
              230, 163, 42, EstimatorStatus.class, StateCodecs::estimator, StateCodecs::write),
          new Codec<>(
              245,
              130,
              2,
              ExtendedSysState.class,
              in -> new ExtendedSysState(in.u8(), in.u8()),
              (state, out) -> out.u8(state.vtolState()).u8(state.landedState())),
          new Codec<>(
              253,
              83,
              54,
              StatusText.class,
              in -> new StatusText(in.u8(), in.text(StatusText.LENGTH_MAX), in.u16(), in.u8()),
              (text, out) ->
                  out.u8(text.severity())
                      .text(text.text(), StatusText.LENGTH_MAX)
                      .u16(text.id())
                      .u8(text.chunk())));

  private StateCodecs() {}

  private static Heartbeat heartbeat(PayloadReader in) {
    return new Heartbeat(in.u32(), in.u8(), in.u8(), in.u8(), in.u8(), in.u8());
  }

  private static void write(Heartbeat heartbeat, PayloadWriter out) {
    out.u32(heartbeat.customMode())
        .u8(heartbeat.type())
        .u8(heartbeat.autopilot())
        .u8(heartbeat.baseMode())
        .u8(heartbeat.systemStatus())
        .u8(heartbeat.mavlinkVersion());
  }

  private static SysStatus sysStatus(PayloadReader in) {
    long present = in.u32();
    long enabled = in.u32();
    long health = in.u32();
    double loadPercent = in.u16() / 10.0;
    OptionalDouble volts = in.optionalU16(1000);
    OptionalDouble amps = in.optionalI16(100, -1);
    double dropPercent = in.u16() / 100.0;
    int commErrors = in.u16();
    int errors1 = in.u16();
    int errors2 = in.u16();
    int errors3 = in.u16();
    int errors4 = in.u16();
    int percent = in.i8();
    return new SysStatus(
        present,
        enabled,
        health,
        loadPercent,
        volts,
        amps,
        percent == -1 ? OptionalDouble.empty() : OptionalDouble.of(percent),
        dropPercent,
        commErrors,
        errors1,
        errors2,
        errors3,
        errors4,
        in.u32(),
        in.u32(),
        in.u32());
  }

  private static void write(SysStatus status, PayloadWriter out) {
    out.u32(status.present())
        .u32(status.enabled())
        .u32(status.health())
        .u16(Math.round(status.loadPercent() * 10))
        .optionalU16(status.batteryVolts(), 1000)
        .optionalI16(status.batteryAmps(), 100, -1)
        .u16(Math.round(status.dropPercent() * 100))
        .u16(status.commErrors())
        .u16(status.errors1())
        .u16(status.errors2())
        .u16(status.errors3())
        .u16(status.errors4())
        .optionalI8(rounded(status.batteryPercent()), -1)
        .u32(status.presentExtended())
        .u32(status.enabledExtended())
        .u32(status.healthExtended());
  }

  static OptionalInt rounded(OptionalDouble value) {
    return value.isPresent()
        ? OptionalInt.of((int) Math.round(value.getAsDouble()))
        : OptionalInt.empty();
  }

  private static AutopilotVersion version(PayloadReader in) {
    return new AutopilotVersion(
        in.i64(),
        in.i64(),
        in.u32(),
        in.u32(),
        in.u32(),
        in.u32(),
        in.u16(),
        in.u16(),
        in.hex(8),
        in.hex(8),
        in.hex(8),
        in.hex(18));
  }

  private static void write(AutopilotVersion version, PayloadWriter out) {
    out.i64(version.capabilities())
        .i64(version.uid())
        .u32(version.flightSwVersion())
        .u32(version.middlewareSwVersion())
        .u32(version.osSwVersion())
        .u32(version.boardVersion())
        .u16(version.vendorId())
        .u16(version.productId())
        .hex(version.flightCustomHex(), 8)
        .hex(version.middlewareCustomHex(), 8)
        .hex(version.osCustomHex(), 8)
        .hex(version.uid2Hex(), 18);
  }

  private static FenceStatus fence(PayloadReader in) {
    long timeMs = in.u32();
    int count = in.u16();
    int breached = in.u8();
    return new FenceStatus(timeMs, count, breached != 0, in.u8(), in.u8());
  }

  private static void write(FenceStatus fence, PayloadWriter out) {
    out.u32(fence.breachTimeMs())
        .u16(fence.breachCount())
        .u8(fence.breached() ? 1 : 0)
        .u8(fence.breachType())
        .u8(fence.mitigation());
  }

  private static EstimatorStatus estimator(PayloadReader in) {
    return new EstimatorStatus(
        in.i64(),
        in.optionalF32(),
        in.optionalF32(),
        in.optionalF32(),
        in.optionalF32(),
        in.optionalF32(),
        in.optionalF32(),
        in.optionalF32(),
        in.optionalF32(),
        in.u16());
  }

  private static void write(EstimatorStatus status, PayloadWriter out) {
    out.i64(status.timeUs())
        .optionalF32(status.velocityRatio())
        .optionalF32(status.positionHorizontalRatio())
        .optionalF32(status.positionVerticalRatio())
        .optionalF32(status.compassRatio())
        .optionalF32(status.terrainRatio())
        .optionalF32(status.airspeedRatio())
        .optionalF32(status.horizontalAccuracyM())
        .optionalF32(status.verticalAccuracyM())
        .u16(status.flags());
  }

  private static EkfStatus ekf(PayloadReader in) {
    OptionalDouble velocity = in.optionalF32();
    OptionalDouble horizontal = in.optionalF32();
    OptionalDouble vertical = in.optionalF32();
    OptionalDouble compass = in.optionalF32();
    OptionalDouble terrain = in.optionalF32();
    int flags = in.u16();
    return new EkfStatus(flags, velocity, horizontal, vertical, compass, terrain, in.optionalF32());
  }

  private static void write(EkfStatus ekf, PayloadWriter out) {
    out.optionalF32(ekf.velocityVariance())
        .optionalF32(ekf.positionHorizontalVariance())
        .optionalF32(ekf.positionVerticalVariance())
        .optionalF32(ekf.compassVariance())
        .optionalF32(ekf.terrainVariance())
        .u16(ekf.flags())
        .optionalF32(ekf.airspeedVariance());
  }
}
