package org.vigie.groundstation.vehicle;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.mavlink.VelocityNed;
import org.vigie.groundstation.vehicle.protocol.Equipment;
import org.vigie.groundstation.vehicle.protocol.RemoteIdState;
import org.vigie.groundstation.vehicle.way.WayQuality;

/**
 * A snapshot in the making, kept from turn to turn: any number of messages change its parts, then
 * one snapshot is made of them. Confined to whoever folds.
 */
final class SnapshotDraft {
  private static final double PERCENT_MAX = 100;

  private final String vehicleId;
  private final int systemId;
  private VehicleSnapshot frozen;
  private boolean changed;
  LinkState link;
  @Nullable Instant firstHeartbeatAt;
  @Nullable Instant lastHeartbeatAt;
  VehicleSnapshot.@Nullable Identity identity;
  @Nullable FlightMode mode;
  boolean armed;
  int systemStatus;
  VehicleSnapshot.@Nullable Position position;
  VehicleSnapshot.@Nullable Attitude attitude;
  VehicleSnapshot.@Nullable Battery battery;
  VehicleSnapshot.@Nullable Gps gps;
  VehicleSnapshot.@Nullable Ekf ekf;
  VehicleSnapshot.@Nullable HomeFix home;
  VehicleSnapshot.@Nullable MissionProgress mission;
  OptionalInt lastReachedSeq;
  LandedState landed;
  VehicleSnapshot.@Nullable Fence fence;
  boolean prearmHealthy;
  List<WayQuality> ways;
  VehicleSnapshot.@Nullable Wind wind;
  RemoteIdState remoteId;
  Equipment equipment;

  SnapshotDraft(VehicleSnapshot from) {
    frozen = from;
    vehicleId = from.vehicleId();
    systemId = from.systemId();
    link = from.link();
    firstHeartbeatAt = from.firstHeartbeatAt();
    lastHeartbeatAt = from.lastHeartbeatAt();
    identity = from.identity();
    mode = from.mode();
    armed = from.armed();
    systemStatus = from.systemStatus();
    position = from.position();
    attitude = from.attitude();
    battery = from.battery();
    gps = from.gps();
    ekf = from.ekf();
    home = from.home();
    mission = from.mission();
    lastReachedSeq = from.lastReachedSeq();
    landed = from.landed();
    fence = from.fence();
    prearmHealthy = from.prearmHealthy();
    ways = from.ways();
    wind = from.wind();
    remoteId = from.remoteId();
    equipment = from.equipment();
  }

  void attitude(double rollRad, double pitchRad, double yawRad, Instant at) {
    attitude = new VehicleSnapshot.Attitude(rollRad, pitchRad, yawRad, at);
    changed = true;
  }

  void position(
      LatLon point,
      AltitudeAmsl altitude,
      HeightAboveHome height,
      VelocityNed velocity,
      OptionalDouble headingDeg,
      Instant at) {
    position = new VehicleSnapshot.Position(point, altitude, height, velocity, headingDeg, at);
    changed = true;
  }

  /** The autopilot has no position. */
  void noPosition() {
    position = null;
    changed = true;
  }

  void gps(int fixType, OptionalInt satellites, OptionalDouble hdop, double accuracyM, Instant at) {
    gps = new VehicleSnapshot.Gps(fixType, satellites, hdop, accuracyM, at);
    changed = true;
  }

  void status(
      boolean prearm,
      OptionalDouble volts,
      OptionalDouble amps,
      OptionalDouble percent,
      Instant at) {
    prearmHealthy = prearm;
    VehicleSnapshot.Battery known = battery;
    battery =
        new VehicleSnapshot.Battery(
            volts,
            amps,
            percent(percent),
            known == null ? OptionalDouble.empty() : known.consumedMah(),
            known == null ? 0 : known.chargeState(),
            at);
    changed = true;
  }

  /** The flight battery is number 0; false for another. */
  boolean battery(
      int id,
      OptionalDouble volts,
      OptionalDouble amps,
      OptionalDouble percent,
      OptionalDouble consumedMah,
      int chargeState,
      Instant at) {
    if (id != 0) {
      return false;
    }
    battery =
        new VehicleSnapshot.Battery(
            volts, amps, percent(percent), drawn(consumedMah), chargeState, at);
    changed = true;
    return true;
  }

  /**
   * PX4 rounds up: a full battery is told as 101 %.
   *
   * @source PX4 mavlink/streams/SYS_STATUS.hpp
   */
  private static OptionalDouble percent(OptionalDouble told) {
    return told.isPresent() && told.getAsDouble() > PERCENT_MAX
        ? OptionalDouble.of(PERCENT_MAX)
        : told;
  }

  /** PX4 counts backwards when it does not measure the current: what was drawn is not known. */
  private static OptionalDouble drawn(OptionalDouble told) {
    return told.isPresent() && told.getAsDouble() < 0 ? OptionalDouble.empty() : told;
  }

  void ekf(int flags, OptionalDouble horizontalVariance, Instant at) {
    ekf = new VehicleSnapshot.Ekf(flags, horizontalVariance, at);
    changed = true;
  }

  /** A part was replaced since the last snapshot. */
  void touch() {
    changed = true;
  }

  boolean changed() {
    return changed;
  }

  /** The snapshot of what was folded so far; the last one itself when nothing was. */
  VehicleSnapshot freeze() {
    if (changed) {
      frozen = build();
      changed = false;
    }
    return frozen;
  }

  private VehicleSnapshot build() {
    return new VehicleSnapshot(
        vehicleId,
        systemId,
        link,
        firstHeartbeatAt,
        lastHeartbeatAt,
        identity,
        mode,
        armed,
        systemStatus,
        position,
        attitude,
        battery,
        gps,
        ekf,
        home,
        mission,
        lastReachedSeq,
        landed,
        fence,
        prearmHealthy,
        ways,
        wind,
        remoteId,
        equipment);
  }
}
