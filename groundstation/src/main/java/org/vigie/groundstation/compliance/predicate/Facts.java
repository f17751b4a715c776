package org.vigie.groundstation.compliance.predicate;

import org.vigie.groundstation.compliance.evidence.EvidenceSet;
import org.vigie.groundstation.compliance.request.AircraftFacts;
import org.vigie.groundstation.compliance.request.DecisionRequest;
import org.vigie.groundstation.compliance.request.FlightFacts;

/** Everything that a question may look at. */
public record Facts(DecisionRequest request, EvidenceSet evidence) {
  FlightFacts flight() {
    return request.flight();
  }

  AircraftFacts aircraft() {
    return request.aircraft();
  }
}
