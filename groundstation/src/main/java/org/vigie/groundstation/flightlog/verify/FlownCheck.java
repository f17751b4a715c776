package org.vigie.groundstation.flightlog.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.plan.FlightPlan;

/**
 * What was flown and said, from the raw telemetry in one pass: the track, the orders on the wire,
 * the clocks.
 */
final class FlownCheck {
  private static final int HEARTBEAT = 0;
  private static final int AUTOPILOT_COMPONENT = 1;
  private static final int AUTOPILOT_AT = 5;

  /** MAV_AUTOPILOT_INVALID: a ground station or a part of the aircraft. */
  private static final int NO_AUTOPILOT = 8;

  private final RecordSource source;
  private final Parts parts;
  private final Findings findings;

  FlownCheck(RecordSource source, Parts parts, Findings findings) {
    this.source = source;
    this.parts = parts;
    this.findings = findings;
  }

  /** Only what {@link TelemetryCheck} found whole is looked into. */
  void run(Manifest manifest, List<LoggedEntry> flight) {
    if (!manifest.byName().containsKey(TelemetryCheck.PART) || findings.failed(Check.TELEMETRY)) {
      return;
    }
    List<RawFrame.Listener> listeners = new ArrayList<>();
    Optional<TrackCheck> track = plan(manifest).map(plan -> new TrackCheck(plan, flight));
    ClockCheck clocks = new ClockCheck(findings, StreamId.flight(manifest.flight()), flight);
    track.ifPresent(listeners::add);
    listeners.add(clocks);
    try {
      int vehicle = vehicle();
      if (vehicle > 0) {
        listeners.add(new WireCheck(findings, vehicle, flight));
      }
      read(frame -> listeners.forEach(listener -> listener.frame(frame)));
    } catch (IOException e) {
      findings.fault(Check.TRACK, TelemetryCheck.PART, Fault.UNREADABLE, e.toString());
    }
    track.ifPresent(check -> check.tell(findings));
    clocks.tell();
  }

  private Optional<FlightPlan> plan(Manifest manifest) {
    if (!manifest.byName().containsKey("plan.json")) {
      return Optional.empty();
    }
    try {
      Optional<String> text = parts.text(Check.TRACK, "plan.json");
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(CanonicalJson.read(text.get(), FlightPlan.class));
    } catch (JsonProcessingException e) {
      // a plan that no station made is AgainCheck's to tell
      return Optional.empty();
    }
  }

  /** System id of the autopilot that says so first; 0 when none does. */
  private int vehicle() throws IOException {
    int[] found = new int[1];
    read(
        frame -> {
          if (found[0] == 0
              && frame.messageId() == HEARTBEAT
              && frame.componentId() == AUTOPILOT_COMPONENT
              && frame.payload().get(AUTOPILOT_AT) != NO_AUTOPILOT) {
            found[0] = frame.systemId();
          }
        });
    return found[0];
  }

  private void read(RawFrame.Listener listener) throws IOException {
    try (InputStream in = new BufferedInputStream(source.open(TelemetryCheck.PART))) {
      RawFrame.readAll(in, listener);
    }
  }
}
