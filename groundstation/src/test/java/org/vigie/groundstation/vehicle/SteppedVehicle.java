package org.vigie.groundstation.vehicle;

import java.time.Instant;
import java.util.function.Consumer;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameReader;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.Messages;
import org.vigie.groundstation.mavlink.VehicleMessage;

/** The logic of a vehicle's loop without its thread: bytes, inputs and moments go in by hand. */
public final class SteppedVehicle<I> {
  private final VehicleSettings settings;
  private final VehicleCore<I> core;
  private final FrameReader reader = new FrameReader();
  private final FrameWriter writer;

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
    boolean own =
        frame.systemId() == settings.systemId()
            && frame.componentId() == VehicleSettings.AUTOPILOT_COMPONENT;
    if (own) {
      VehicleMessage message = Messages.decode(frame);
      if (!(message instanceof VehicleMessage.Unreadable)) {
        core.onMessage(message, now, now);
      }
    }
  }

  public void input(I input, Instant now) {
    core.onInput(input, now);
  }

  public void tick(Instant now) {
    core.onTick(now);
  }
}
