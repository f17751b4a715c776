package org.vigie.groundstation.flightlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.flightlog.verify.Check;
import org.vigie.groundstation.flightlog.verify.CheckResult;
import org.vigie.groundstation.flightlog.verify.Fault;
import org.vigie.groundstation.flightlog.verify.FolderSource;
import org.vigie.groundstation.flightlog.verify.RecordVerifier;
import org.vigie.groundstation.flightlog.verify.Verdict;
import org.vigie.groundstation.flightlog.verify.VerificationReport;
import org.vigie.groundstation.journal.Event;
import org.vigie.planner.canonical.ContentHash;

/** A station flew as it must not, and recorded it faithfully: the verifier sees it. */
@Timeout(300)
class WarrantVerificationTest {
  private static final ContentHash OTHER = ContentHash.of("another plan");

  @TempDir Path folder;

  /** A flight that goes wrong in one way; its name reads as the reason. */
  private static Arguments flight(
      String what, Check check, Fault fault, Function<TestFlight, List<Event>> events) {
    return Arguments.of(what, check, fault, events);
  }

  static Stream<Arguments> forbidden() {
    return Stream.of(
        flight(
            "nobody cleared it",
            Check.WARRANT,
            Fault.NOT_CLEARED,
            f -> without(f, FlightEvent.Cleared.class::isInstance)),
        flight(
            "another plan was cleared",
            Check.WARRANT,
            Fault.DISAGREES,
            f ->
                instead(
                    f,
                    FlightEvent.Cleared.class::isInstance,
                    new FlightEvent.Cleared("pilot-1", OTHER, f.decision))),
        flight(
            "another decision was cleared",
            Check.WARRANT,
            Fault.DISAGREES,
            f ->
                instead(
                    f,
                    FlightEvent.Cleared.class::isInstance,
                    new FlightEvent.Cleared("pilot-1", f.plan, OTHER))),
        flight(
            "it was cleared after arming",
            Check.WARRANT,
            Fault.NOT_CLEARED,
            f -> {
              List<Event> events = without(f, FlightEvent.Cleared.class::isInstance);
              events.add(events.size() - 2, new FlightEvent.Cleared("p", f.plan, f.decision));
              return events;
            }),
        flight(
            "the decision names no proof",
            Check.WARRANT,
            Fault.DISAGREES,
            f -> {
              f.decision = f.keepDecision(Map.of("proofHash", ""));
              return f.goodFlight();
            }),
        flight(
            "the decision had expired when it armed",
            Check.WARRANT,
            Fault.EXPIRED,
            f -> {
              // the good flight's ARMING is its 11th event, one a second
              f.decision = f.keepDecision(Map.of("validUntil", TestFlight.at(11)));
              return f.goodFlight();
            }),
        flight(
            "the decision does not say until when it holds",
            Check.WARRANT,
            Fault.MALFORMED,
            f -> {
              f.decision = f.keepDecision(Map.of("validUntil", ""));
              return f.goodFlight();
            }),
        flight(
            "the mission was sent again after it was read back",
            Check.READ_BACK,
            Fault.NOT_READ_BACK,
            f -> {
              List<Event> events = f.goodFlight();
              events.add(8, new FlightEvent.Uploaded("MISSION", 7));
              return events;
            }),
        flight(
            "a read-back does not say of which plan",
            Check.READ_BACK,
            Fault.NOT_READ_BACK,
            f ->
                instead(
                    f,
                    event -> isReadBack(event, "RALLY"),
                    new TestFlight.PlanlessReadBack("RALLY", 7, true))),
        flight(
            "the fence was not read back",
            Check.READ_BACK,
            Fault.NOT_READ_BACK,
            f -> without(f, event -> isReadBack(event, "FENCE"))),
        flight(
            "the parameters were not equal",
            Check.READ_BACK,
            Fault.NOT_READ_BACK,
            f ->
                instead(
                    f,
                    event -> isReadBack(event, "PARAMETERS"),
                    new FlightEvent.ReadBack("PARAMETERS", 7, f.plan, false, List.of("RTL_ALT")))),
        flight(
            "what was read back was another plan",
            Check.READ_BACK,
            Fault.NOT_READ_BACK,
            f ->
                instead(
                    f,
                    event -> isReadBack(event, "MISSION"),
                    new FlightEvent.ReadBack("MISSION", 7, OTHER, true, List.of()))),
        flight(
            "the decision said no",
            Check.WARRANT,
            Fault.NOT_GRANTED,
            f -> {
              f.decision = f.keepDecision("NO_GO");
              return f.goodFlight();
            }),
        flight(
            "the proof did not hold",
            Check.WARRANT,
            Fault.NOT_GRANTED,
            f -> {
              f.proof = f.keepProof(false);
              f.decision = f.keepDecision("GO");
              return f.goodFlight();
            }),
        flight(
            "proof and decision are about another plan",
            Check.WARRANT,
            Fault.DISAGREES,
            f -> {
              f.plan =
                  f.keep(Map.of("validFrom", TestFlight.at(0), "validUntil", TestFlight.at(9)));
              return f.goodFlight();
            }),
        flight(
            "the plan was no longer valid",
            Check.WARRANT,
            Fault.EXPIRED,
            f -> {
              f.plan =
                  f.keep(Map.of("validFrom", TestFlight.at(0), "validUntil", TestFlight.at(1)));
              f.proof = f.keepProof(true);
              f.decision = f.keepDecision("GO");
              return f.goodFlight();
            }),
        flight(
            "it armed without being checked",
            Check.STATES,
            Fault.STATE,
            f ->
                without(
                    f,
                    event ->
                        event instanceof FlightEvent.StateChanged changed
                            && changed.to() == FlightState.CHECKING)),
        flight(
            "it flew again after it was closed",
            Check.STATES,
            Fault.STATE,
            f -> {
              List<Event> events = f.goodFlight();
              events.add(TestFlight.changed(FlightState.CLOSED, FlightState.OUTBOUND));
              events.add(TestFlight.changed(FlightState.OUTBOUND, FlightState.LANDED));
              return events;
            }),
        flight(
            "it never landed",
            Check.STATES,
            Fault.NOT_ENDED,
            f -> {
              List<Event> events = f.goodFlight();
              return events.subList(0, events.size() - 3);
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forbidden")
  void a_forbidden_flight_does_not_verify(
      String what, Check check, Fault fault, Function<TestFlight, List<Event>> events)
      throws Exception {
    try (TestFlight flight = new TestFlight(folder)) {
      Path record = flight.fly(events.apply(flight));
      VerificationReport report =
          RecordVerifier.verify(new FolderSource(record), Optional.of(flight.signer.key()));
      assertThat(report.verdict()).as(what).isEqualTo(Verdict.DAMAGED);
      assertThat(report.faults())
          .extracting(CheckResult::check, CheckResult::fault)
          .contains(tuple(check, fault));
      // who cleared what nobody may is wrong twice: without a warrant, and without the command
      assertThat(report.faults())
          .extracting(CheckResult::check)
          .filteredOn(found -> found != Check.ORDERS)
          .containsOnly(check);
    }
  }

  private static boolean isReadBack(Event event, String kind) {
    return event instanceof FlightEvent.ReadBack readBack && readBack.kind().equals(kind);
  }

  private static List<Event> without(TestFlight flight, Predicate<Event> which) {
    List<Event> events = flight.goodFlight();
    assertThat(events.removeIf(which)).isTrue();
    return events;
  }

  private static List<Event> instead(TestFlight flight, Predicate<Event> which, Event other) {
    List<Event> events = new ArrayList<>();
    flight.goodFlight().forEach(event -> events.add(which.test(event) ? other : event));
    return events;
  }
}
