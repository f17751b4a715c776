package org.vigie.groundstation.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.monitor.ContainmentReport;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.groundstation.dispatch.VehicleView;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.groundstation.vehicle.protocol.Equipment;
import org.vigie.groundstation.vehicle.protocol.RemoteIdState;
import org.vigie.groundstation.vehicle.way.WayQuality;

/**
 * Turns what is known of a vehicle into what screens show.
 *
 * @param healthy whether its loop still works
 * @param terrain for its height above ground
 */
record VehicleLook(String vehicleId, boolean healthy, Terrain terrain) {

  VehicleView view(VehicleSnapshot seen, Optional<ContainmentReport> contained, Instant now) {
    VehicleSnapshot.Position position = seen.position();
    VehicleSnapshot.Battery battery = seen.battery();
    VehicleSnapshot.MissionProgress mission = seen.mission();
    return new VehicleView(
        vehicleId,
        healthy ? seen.link().name() : "FAILED",
        seen.positionAge(now).map(VehicleLook::seconds).orElse(null),
        seen.armed(),
        seen.mode() == null ? "" : seen.mode().name(),
        position == null ? null : position.point().latDeg(),
        position == null ? null : position.point().lonDeg(),
        position == null ? null : position.height().metres(),
        position == null ? null : position.altitude().metres(),
        position == null
            ? null
            : Math.hypot(position.velocity().northMps(), position.velocity().eastMps()),
        position == null ? null : orNull(position.headingDeg()),
        battery == null ? null : orNull(battery.percent()),
        battery == null ? null : orNull(battery.volts()),
        null,
        position == null ? null : aboveGround(position),
        position == null ? null : -position.velocity().downMps(),
        seen.lastHeartbeatAt() == null
            ? null
            : seconds(Duration.between(seen.lastHeartbeatAt(), now)),
        contained.map(VehicleLook::containing).orElse(null),
        mission == null ? null : mission.seq(),
        mission == null || mission.total().isEmpty() ? null : mission.total().getAsInt(),
        identified(seen.identity()),
        seen.ways().stream().map(way -> way(way, now)).toList(),
        seen.findHome().map(VehicleLook::home).orElse(null),
        remoteId(seen.remoteId(), now),
        seen.equipment().cameras().stream().findFirst().map(VehicleLook::camera).orElse(null),
        seen.equipment().gimbals().stream().findFirst().map(VehicleLook::gimbal).orElse(null),
        seen.equipment().streams().stream().map(VehicleLook::stream).toList());
  }

  private static VehicleView.HomeView home(VehicleSnapshot.HomeFix home) {
    return new VehicleView.HomeView(
        home.point().latDeg(), home.point().lonDeg(), home.altitude().metres());
  }

  private static VehicleView.RemoteIdView remoteId(RemoteIdState state, Instant now) {
    return new VehicleView.RemoteIdView(
        state.carrier().name(),
        state.status().name(),
        state.error(),
        state.placedAt() == null ? null : seconds(Duration.between(state.placedAt(), now)));
  }

  private static VehicleView.CameraView camera(Equipment.Camera camera) {
    return new VehicleView.CameraView(
        camera.component(), camera.vendor(), camera.model(), camera.widthPx(), camera.heightPx());
  }

  private static VehicleView.GimbalView gimbal(Equipment.Gimbal gimbal) {
    return new VehicleView.GimbalView(
        gimbal.component(),
        orNull(gimbal.pitchMinDeg()),
        orNull(gimbal.pitchMaxDeg()),
        orNull(gimbal.yawMinDeg()),
        orNull(gimbal.yawMaxDeg()));
  }

  private static VehicleView.StreamView stream(Equipment.Stream stream) {
    return new VehicleView.StreamView(
        stream.id(),
        stream.component(),
        stream.name(),
        stream.uri(),
        stream.type().name(),
        stream.encoding(),
        stream.problem());
  }

  private static VehicleView.@Nullable Identified identified(
      VehicleSnapshot.@Nullable Identity identity) {
    return identity == null
        ? null
        : new VehicleView.Identified(identity.autopilotName(), identity.version(), identity.uid());
  }

  private static VehicleView.WayView way(WayQuality way, Instant now) {
    OptionalDouble loss = way.lossFraction();
    return new VehicleView.WayView(
        way.name(),
        way.grade().name(),
        way.chosen(),
        seconds(Duration.between(way.lastHeardAt(), now)),
        loss.isPresent() ? Double.valueOf(100 * loss.getAsDouble()) : null,
        orNull(way.roundTripS()));
  }

  private @Nullable Double aboveGround(VehicleSnapshot.Position position) {
    return terrain
        .findGround(position.point())
        .map(ground -> position.altitude().metres() - ground.metres())
        .orElse(null);
  }

  private static VehicleView.Containing containing(ContainmentReport report) {
    double marginM = Math.min(report.volumeMarginM(), report.volumeHeightMarginM());
    return new VehicleView.Containing(
        report.state().containment().name(),
        report.state().reaction().name(),
        marginM,
        Double.isFinite(report.breachS()) ? report.breachS() : null);
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static Double seconds(Duration age) {
    return age.toMillis() / 1000.0;
  }
}
