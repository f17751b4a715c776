package org.vigie.groundstation.vehicle;

import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A snapshot in the making: a copy whose parts can be replaced. */
final class SnapshotDraft {
  private final String vehicleId;
  private final int systemId;
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

  SnapshotDraft(VehicleSnapshot from) {
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
  }

  VehicleSnapshot freeze() {
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
        prearmHealthy);
  }
}
