package org.vigie.planner.choice;

import java.time.Duration;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.planner.proof.ProofInputs;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.scene.SceneFinder;

/**
 * An aircraft at its site that could fly to an incident.
 *
 * @param request what its plan would be made from
 * @param inputs what that plan would be proven against
 * @param readyIn time until it could take off: charging, a crew on its way
 */
public record Candidate(PlanRequest request, ProofInputs inputs, Duration readyIn) {
  private static final double NANOS_PER_SECOND = 1e9;

  public Candidate {
    if (readyIn.isNegative()) {
      throw new IllegalArgumentException("ready before now: " + readyIn);
    }
    if (!request.aircraft().equals(inputs.aircraft()) || !request.site().equals(inputs.site())) {
      throw new IllegalArgumentException("plan and proof are of different aircraft or sites");
    }
  }

  double readyInS() {
    return readyIn.getSeconds() + readyIn.getNano() / NANOS_PER_SECOND;
  }

  /** No flight of it begins its scene earlier: straight there at full speed, seconds from now. */
  double earliestS() {
    double distanceM =
        Geodesics.distanceM(request.site().home().position(), request.incident().position());
    double wayM = Math.max(0, distanceM - SceneFinder.STAND_OFF_M_MAX);
    return readyInS() + wayM / request.aircraft().cruiseMps();
  }
}
