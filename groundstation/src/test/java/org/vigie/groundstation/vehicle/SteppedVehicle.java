package org.vigie.groundstation.vehicle;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameReader;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.Messages;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.vehicle.protocol.Components;
import org.vigie.groundstation.vehicle.way.WayGrade;
import org.vigie.groundstation.vehicle.way.WayQuality;

/** The logic of a vehicle's loop without its thread: bytes, inputs and moments go in by hand. */
public final class SteppedVehicle<I> {
  private final VehicleSettings settings;
  private final VehicleCore<I> core;
  private final FrameReader reader = new FrameReader();
  private final FrameWriter writer;
  private Instant lastHeardAt = Instant.EPOCH;

  public SteppedVehicle(
      VehicleSettings settings, Supervisor<I> supervisor, Consumer<byte[]> outwards) {
    this.settings = settings;
    writer = new FrameWriter(settings.stationSystemId(), settings.stationComponentId());
    core =
        new VehicleCore<>(
            settings,
            supervisor,
            message -> {
              outwards.accept(writer.write(message).bytes());
              return true;
            });
  }

  public VehicleSnapshot snapshot() {
    return core.snapshot();
  }

  public void bytes(byte[] bytes, int length, Instant now) {
    reader.read(bytes, 0, length, frame -> frame(frame, now));
  }

  private void frame(Frame frame, Instant now) {
    if (frame.systemId() != settings.systemId()) {
      return;
    }
    VehicleMessage message = Messages.decode(frame);
    if (message instanceof VehicleMessage.Unreadable) {
      return;
    }
    if (frame.componentId() == VehicleSettings.AUTOPILOT_COMPONENT) {
      core.onMessage(message, now, now);
      lastHeardAt = now;
    } else if (Components.reads(frame.componentId(), frame.messageId())) {
      core.onDevice(frame.componentId(), message, now);
    }
  }

  public void input(I input, Instant now) {
    core.onInput(input, now);
  }

  public void tick(Instant now) {
    WayGrade grade = now.isBefore(lastHeardAt.plusSeconds(2)) ? WayGrade.GOOD : WayGrade.SILENT;
    core.onWays(
        List.of(
            new WayQuality(
                "by hand",
                grade,
                true,
                lastHeardAt,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                0,
                0)));
    core.onTick(now);
  }
}
