package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.dispatch.FleetVehicle;
import org.vigie.groundstation.dispatch.RecordKeeping;
import org.vigie.groundstation.dispatch.VehicleView;
import org.vigie.groundstation.flight.FlightInput;
import org.vigie.groundstation.flight.FlightOrder;
import org.vigie.groundstation.flight.FlightSupervisor;
import org.vigie.groundstation.flight.PilotCommand;
import org.vigie.groundstation.flightlog.OwnerOnly;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.Messages;
import org.vigie.groundstation.mavlink.TrafficMessage;
import org.vigie.groundstation.mavlink.sign.FrameSigning;
import org.vigie.groundstation.store.TelemetryFile;
import org.vigie.groundstation.traffic.AdsbReading;
import org.vigie.groundstation.vehicle.AutopilotProfile;
import org.vigie.groundstation.vehicle.FlightMode;
import org.vigie.groundstation.vehicle.FrameTap;
import org.vigie.groundstation.vehicle.LinkState;
import org.vigie.groundstation.vehicle.VehicleHost;
import org.vigie.groundstation.vehicle.VehicleLoop;
import org.vigie.groundstation.vehicle.VehicleSettings;
import org.vigie.groundstation.vehicle.VehicleSnapshot;

/**
 * One vehicle put together: its loop, its supervisor, and the telemetry of the flight that it is
 * on.
 *
 * @threading thread-safe
 */
final class VehicleUnit implements FrameTap, AutoCloseable {
  /** MAVLink common.xml #246, of the vehicle's own receiver. */
  private static final int ADSB_VEHICLE = 246;

  private static final Logger LOG = LoggerFactory.getLogger(VehicleUnit.class);

  private final StationConfig.VehiclePart part;
  private final AutopilotProfile profile;
  private final UnitSetting setting;
  private final FlightSupervisor supervisor;
  private final LogKeeper logs;
  private final VehicleLoop<FlightInput> loop;
  private volatile @Nullable TelemetryFile telemetry;
  private volatile String telemetryOf = "";

  VehicleUnit(
      StationConfig.VehiclePart part,
      AutopilotProfile profile,
      FrameSigning signing,
      UnitSetting setting) {
    this.part = part;
    this.profile = profile;
    this.setting = setting;
    this.supervisor =
        new FlightSupervisor(
            profile,
            setting.patience(),
            setting.airspace(),
            VehicleSnapshot.unheard(part.id(), part.systemId()),
            setting.journal(),
            this::answered);
    this.logs =
        new LogKeeper(
            part.id(),
            setting.telemetryFolder().resolveSibling("logs").resolve(part.id()),
            LogKeeper.KEPT_FREE_BYTES,
            supervisor,
            setting.journal());
    this.loop =
        new VehicleLoop<>(
            VehicleSettings.of(part.id(), part.systemId(), profile)
                .with(setting.identities().of(part)),
            signing,
            logs,
            new VehicleHost(
                setting.clock(), setting.scheduler(), setting.threads(), this, setting.alarm()));
  }

  /** The journal's answers hold acts back: they take the lane that is never full. */
  private void answered(FlightInput input) {
    if (!loop.offerSafety(input)) {
      LOG.error("{}: an answer of the journal found no room", part.id());
    }
  }

  VehicleLoop<FlightInput> loop() {
    return loop;
  }

  @Override
  public void tap(Instant at, Direction direction, Frame frame) {
    TelemetryFile file = telemetry;
    if (file != null) {
      file.append(at, frame.bytes());
    }
    if (frame.messageId() == ADSB_VEHICLE
        && Messages.decode(frame) instanceof TrafficMessage.AdsbVehicle heard) {
      AdsbReading.of(heard, at).ifPresent(setting.airspace()::tell);
    }
    if (direction == Direction.FROM_VEHICLE) {
      setting.watchers().accept(frame);
    }
  }

  /** An input for the supervisor; a flight that begins or goes on has its telemetry open first. */
  boolean offer(FlightInput input) {
    if (input instanceof FlightInput.Begin begin && !record(begin.order())) {
      return false;
    }
    if (input instanceof FlightInput.Resume resume) {
      record(resume.order()); // supervised even if the disk does not answer
    }
    return loop.offer(input);
  }

  private boolean record(FlightOrder order) {
    loop.operatedBy(setting.identities().operatorOf(order.serviceId()));
    try {
      telemetryOf = order.flightId();
      telemetry = open(order.flightId(), order.serviceId(), order.commune());
      return true;
    } catch (IOException e) {
      LOG.error("{}: no telemetry can be written for {}", part.id(), order.flightId(), e);
      return false;
    }
  }

  private TelemetryFile open(String flightId, String service, String commune) throws IOException {
    OwnerOnly.createFolders(setting.telemetryFolder());
    return TelemetryFile.open(
        tlog(flightId),
        new TelemetryFile.Owner(flightId, service, commune),
        setting.journal(),
        setting.clock(),
        setting.scheduler());
  }

  Path tlog(String flightId) {
    return setting.telemetryFolder().resolve(flightId + ".tlog");
  }

  /** A pilot's order; when the loop is dead it goes past it. */
  boolean offerSafety(FlightInput input) {
    if (loop.offerSafety(input)) {
      return true;
    }
    if (input instanceof FlightInput.Order order) {
      FlightMode mode =
          switch (order.command()) {
            case HOLD, AVOID -> profile.hold();
            case RETURN, ABORT -> profile.provenReturn();
            case LAND -> profile.land();
            case RESUME, TERMINATE -> null;
          };
      return order.command() == PilotCommand.TERMINATE
          ? loop.terminateDirect()
          : mode != null && loop.sendDirect(mode);
    }
    return false;
  }

  /** Ends a flight's telemetry; one that an earlier life of the station left is ended too. */
  CompletionStage<RecordKeeping.Telemetry> endTelemetry(
      String flightId, String service, String commune) {
    try {
      TelemetryFile file = telemetryOf.equals(flightId) ? telemetry : null;
      if (file != null) {
        telemetry = null; // another flight's goes on
      } else {
        if (!Files.exists(tlog(flightId))) {
          return CompletableFuture.completedFuture(new RecordKeeping.Telemetry(0, 0));
        }
        file = open(flightId, service, commune);
      }
      return file.finish()
          .thenApply(totals -> new RecordKeeping.Telemetry(totals.bytes(), totals.frames()));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Whether the aircraft is in its proven return, or does not answer any more. */
  boolean returning() {
    VehicleSnapshot now = loop.snapshot();
    return now.link() == LinkState.LOST || !now.armed() || now.inMode(profile.provenReturn());
  }

  /** The logs on its own card; asked for again when what is known is old. */
  LogKeeper logs() {
    if (logs.old(setting.clock().now())) {
      loop.offer(new FlightInput.ListLogs());
    }
    return logs;
  }

  /** Begins to fetch a log; a code of why not, empty when it is begun. */
  String fetchLog(int id, String by) {
    String refusal = logs.refusal(id);
    return refusal.isEmpty() && !loop.offer(new FlightInput.FetchLog(id, by)) ? "busy" : refusal;
  }

  FleetVehicle fleetVehicle() {
    VehicleSnapshot now = loop.snapshot();
    boolean ready =
        loop.healthy() && now.link() == LinkState.OK && !now.armed() && now.position() != null;
    return new FleetVehicle(part.id(), part.aircraft(), part.site(), services(), ready);
  }

  private List<String> services() {
    return part.services();
  }

  VehicleView view() {
    Instant now = setting.clock().now();
    return new VehicleLook(part.id(), loop.healthy(), setting.terrain())
        .view(loop.snapshot(), supervisor.contained(now), now);
  }

  @Override
  public void close() {
    loop.close();
    TelemetryFile file = telemetry;
    if (file != null) {
      file.close();
    }
  }
}
