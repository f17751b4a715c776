package org.vigie.groundstation.flight.watch;

import java.util.Optional;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.monitor.Reaction;
import org.vigie.groundstation.vehicle.LandedState;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.planner.plan.Home;
import org.vigie.planner.request.HomeError;

/**
 * Whether home is where it was proven. Heights, fence and every return move with it, so an aircraft
 * whose home has moved stops, and is sent on no way that counts from there. PX4 sets its home again
 * seconds after arming; both makes take any other in flight, from whoever commands it.
 *
 * @source recordings p10, a22
 */
final class HomeWatch implements Watch {
  @Override
  public Optional<Concern> look(Sight sight) {
    VehicleSnapshot vehicle = sight.vehicle();
    return vehicle.landed() == LandedState.ON_GROUND
        ? Optional.empty() // PX4 takes the place where it has landed
        : vehicle.findHome().flatMap(home -> moved(sight.plan().home(), home));
  }

  private static Optional<Concern> moved(Home proven, VehicleSnapshot.HomeFix now) {
    double apartM = Geodesics.distanceM(now.point(), proven.position());
    double higherM = Math.abs(now.altitude().metres() - proven.altitude().metres());
    if (!(apartM <= HomeError.HORIZONTAL_M)) {
      return Optional.of(concern(apartM, HomeError.HORIZONTAL_M));
    }
    return higherM <= HomeError.VERTICAL_M
        ? Optional.empty()
        : Optional.of(concern(higherM, HomeError.VERTICAL_M));
  }

  private static Concern concern(double valueM, double limitM) {
    return new Concern(ConcernKind.HOME, Reaction.HOLD, valueM, limitM, "m", "");
  }
}
