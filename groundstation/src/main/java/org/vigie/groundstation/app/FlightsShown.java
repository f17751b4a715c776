package org.vigie.groundstation.app;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.dispatch.Desk;
import org.vigie.groundstation.dispatch.FlightView;

/**
 * The flights, once there is a Desk: it closes flights, and so has to know of their pictures, which
 * have to know of its flights. Thread-safe.
 */
final class FlightsShown implements Supplier<List<FlightView>> {
  private volatile @Nullable Desk desk;

  void of(Desk opened) {
    desk = opened;
  }

  @Override
  public List<FlightView> get() {
    Desk opened = desk;
    return opened == null ? List.of() : opened.flights();
  }
}
