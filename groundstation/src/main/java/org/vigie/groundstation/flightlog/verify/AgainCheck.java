package org.vigie.groundstation.flightlog.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.DocumentException;
import org.vigie.groundstation.compliance.request.DecisionRequest;
import org.vigie.groundstation.compliance.request.FlightFacts;
import org.vigie.groundstation.flightlog.basis.BasisFiles;
import org.vigie.groundstation.flightlog.basis.FlightBasis;
import org.vigie.groundstation.flightlog.basis.HeightsAboveGround;
import org.vigie.groundstation.flightlog.basis.RecordInput;
import org.vigie.groundstation.flightlog.basis.ZonesEntered;
import org.vigie.groundstation.flightlog.verify.Manifest.Listed;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.proof.Proof;

/**
 * Proof and decision are not believed: they are worked out again, from the plan and the inputs, and
 * must come out the same to the byte. What the rules were told of the flight must be what the plan
 * says. Records of stations that kept no basis are passed over.
 */
final class AgainCheck {
  private static final String DECIDED = "flight.decided";
  private static final String REQUESTED = "flight.requested";

  private final Parts parts;
  private final Findings findings;

  AgainCheck(Parts parts, Findings findings) {
    this.parts = parts;
    this.findings = findings;
  }

  void run(Manifest manifest, List<LoggedEntry> flight) {
    Map<String, Listed> listed = manifest.byName();
    String stated =
        flight.stream()
            .filter(entry -> entry.is(DECIDED))
            .reduce((earlier, later) -> later)
            .map(last -> last.body().path("basisHash").asText(""))
            .filter(hash -> !hash.equals("null"))
            .orElse("");
    Listed basis = listed.get(FlightBasis.PART);
    if (stated.isEmpty() && basis == null) {
      return;
    }
    findings.made(Check.AGAIN);
    String here = basis == null ? "" : basis.sha256().hex();
    if (!here.equals(stated)) {
      fault(FlightBasis.PART, Fault.DISAGREES, "basisHash", stated, here);
      return;
    }
    workOut(flight);
  }

  private void workOut(List<LoggedEntry> flight) {
    Optional<FlightBasis> basis = document(FlightBasis.PART, FlightBasis.class);
    Optional<FlightPlan> plan = document("plan.json", FlightPlan.class);
    if (basis.isEmpty() || plan.isEmpty()) {
      return;
    }
    try {
      BasisFiles read = BasisFiles.read(basis.get().files(), this::bytes);
      Proof proof = basis.get().prove(plan.get(), read);
      boolean ours = basis.get().method() == FlightBasis.METHOD;
      same("proof.json", CanonicalJson.write(proof), ours);
      same("decision.json", CanonicalJson.write(basis.get().decide(read)), ours);
      asked(basis.get(), plan.get(), read);
      asked(basis.get().decision(), flight);
    } catch (DocumentException e) {
      fault("inputs/", Fault.MALFORMED, String.valueOf(e.getMessage()), "");
    } catch (IOException e) {
      fault("inputs/", Fault.UNREADABLE, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // crafted values can be anything that the records' constructors refuse late
      fault(FlightBasis.PART, Fault.MALFORMED, e.toString(), "");
    }
  }

  private byte[] bytes(RecordInput file) throws IOException {
    String part = "inputs/" + file.hash().hex();
    return parts
        .read(Check.AGAIN, part)
        .orElseThrow(() -> new IOException(part + " (" + file.name() + ")"));
  }

  private <T> Optional<T> document(String part, Class<T> type) {
    Optional<String> text = parts.text(Check.AGAIN, part);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(CanonicalJson.read(text.get(), type));
    } catch (JsonProcessingException e) {
      fault(part, Fault.MALFORMED, e.getOriginalMessage(), "");
      return Optional.empty();
    }
  }

  /** A document of the record is what was worked out again; by another method it may differ. */
  private void same(String part, String again, boolean ours) {
    Optional<String> here = parts.text(Check.AGAIN, part);
    if (here.isPresent() && !here.get().equals(again)) {
      String first = firstDifference(here.get(), again);
      if (ours) {
        fault(part, Fault.NOT_AGAIN, first);
      } else {
        findings.note(Check.AGAIN, part, Fault.OTHER_METHOD, first);
      }
    }
  }

  /** The first member that differs; a text of a record is told no further than that. */
  private static String firstDifference(String here, String again) {
    Optional<JsonNode> one = CanonicalText.object(here);
    Optional<JsonNode> other = CanonicalText.object(again);
    if (one.isPresent() && other.isPresent()) {
      for (var member : one.get().properties()) {
        if (!member.getValue().equals(other.get().path(member.getKey()))) {
          return member.getKey();
        }
      }
    }
    return "";
  }

  /** What the rules were told of plan and ground is what they are. */
  private void asked(FlightBasis basis, FlightPlan plan, BasisFiles read) {
    FlightFacts told = basis.decision().flight();
    HeightsAboveGround heights = HeightsAboveGround.of(plan, read.terrain());
    Map<String, List<?>> pairs = new HashMap<>();
    pairs.put("planHash", pair(basis.decision().planHash(), plan.hash()));
    pairs.put("maxHeightAglM", pair(told.maxHeightAglM(), heights.maxM()));
    pairs.put("minHeightAglM", pair(told.minHeightAglM(), heights.minM()));
    pairs.put("area", pair(told.area(), plan.volume().groundRiskBuffer()));
    document("proof.json", Proof.class)
        .ifPresent(
            proof -> {
              pairs.put("proofHash", pair(basis.decision().proofHash(), proof.hash()));
              pairs.put("proofHolds", pair(basis.decision().proofHolds(), proof.holds()));
              pairs.put("zonesEntered", pair(told.zonesEntered(), ZonesEntered.of(proof)));
            });
    pairs.put("aircraft", pair(basis.aircraft().id(), plan.aircraftId()));
    pairs.put("until", pair(basis.decision().until(), plan.validUntil()));
    agree(pairs);
  }

  /** What they were told of people is what the journal says. */
  private void asked(DecisionRequest request, List<LoggedEntry> flight) {
    flight.stream()
        .filter(entry -> entry.is(REQUESTED))
        .findFirst()
        .ifPresent(
            first ->
                agree(
                    Map.of(
                        "flightId", pair(request.flightId(), first.text("flightId")),
                        "pilotId", pair(request.pilotId(), first.text("pilotId")),
                        "serviceId",
                            pair(request.operator().serviceId(), first.text("serviceId")))));
  }

  private static List<?> pair(@Nullable Object here, @Nullable Object there) {
    return List.of(String.valueOf(here), String.valueOf(there));
  }

  private void agree(Map<String, List<?>> pairs) {
    pairs.forEach(
        (what, pair) -> {
          if (!pair.get(0).equals(pair.get(1))) {
            fault(FlightBasis.PART, Fault.DISAGREES, what, pair.get(0), pair.get(1));
          }
        });
  }

  private void fault(String part, Fault fault, Object... details) {
    findings.fault(Check.AGAIN, part, fault, details);
  }
}
