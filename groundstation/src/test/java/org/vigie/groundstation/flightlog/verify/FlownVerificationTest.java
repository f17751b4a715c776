package org.vigie.groundstation.flightlog.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.plan.FlightPlan;

/** Orders, frames on the wire, track and clocks that do not fit what the journal says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlownVerificationTest {
  private static final Instant START = Instant.parse("2026-11-24T13:00:00Z");
  private static final StreamId STREAM = StreamId.flight("F-1");
  private FlightPlan plan;

  @BeforeAll
  void readPlan(@TempDir Path folder) throws IOException {
    Path zip = folder.resolve("refused.zip");
    try (InputStream in = getClass().getResourceAsStream("../refused.zip")) {
      Files.copy(Objects.requireNonNull(in), zip);
    }
    try (InputStream in = ZipSource.read(zip).open("plan.json")) {
      plan =
          CanonicalJson.read(
              new String(in.readAllBytes(), StandardCharsets.UTF_8), FlightPlan.class);
    }
  }

  private static LoggedEntry entry(int second, String type, Map<String, ?> body) {
    Map<String, Object> members =
        Map.of(
            "position",
            second,
            "stream",
            STREAM.toString(),
            "number",
            second,
            "time",
            START.plusSeconds(second).toString(),
            "service",
            "sdis42",
            "commune",
            "42218",
            "type",
            type,
            "version",
            1,
            "body",
            body);
    return LoggedEntry.read(CanonicalJson.write(members)).orElseThrow();
  }

  private static LoggedEntry state(int second, String from, String to) {
    return entry(second, "flight.state-changed", Map.of("from", from, "to", to, "reason", ""));
  }

  private static LoggedEntry order(int second, String id, String command, String by) {
    return entry(second, "flight.commanded", Map.of("commandId", id, "command", command, "by", by));
  }

  private static LoggedEntry end(int second, String id) {
    return entry(second, "flight.command-finished", Map.of("commandId", id, "outcome", "accepted"));
  }

  private static LoggedEntry requested() {
    return entry(0, "flight.requested", Map.of("pilotId", "pilot-1"));
  }

  private static List<Fault> faults(Findings findings) {
    return findings.results().stream()
        .filter(result -> !result.passed())
        .map(CheckResult::fault)
        .toList();
  }

  private static List<Fault> ordered(LoggedEntry... entries) {
    Findings findings = new Findings();
    new OrdersCheck(findings).run(List.of(entries));
    return faults(findings);
  }

  @Test
  void what_removes_risk_is_anybodys_and_what_adds_it_the_pilots_in_command() {
    assertThat(
            ordered(
                requested(),
                order(1, "a", "hold", "pilot-2"),
                end(2, "a"),
                order(3, "b", "resume", "pilot-1"),
                end(4, "b"),
                order(5, "c", "return", "station"),
                end(6, "c")))
        .isEmpty();
    assertThat(ordered(requested(), order(1, "a", "resume", "pilot-2"), end(2, "a")))
        .containsExactly(Fault.NOT_IN_COMMAND);
    assertThat(ordered(requested(), order(1, "a", "hold", ""), end(2, "a")))
        .containsExactly(Fault.NOT_IN_COMMAND);
    assertThat(ordered(requested(), entry(1, "flight.cleared", Map.of("by", "pilot-2"))))
        .containsExactly(Fault.NOT_IN_COMMAND);
  }

  @Test
  void who_took_the_aircraft_over_commands_it_and_who_handed_it_over_does_not() {
    LoggedEntry taken =
        entry(1, "flight.authority-taken", Map.of("by", "pilot-2", "from", "pilot-1", "why", ""));
    assertThat(ordered(requested(), taken, order(2, "a", "scene", "pilot-2"), end(3, "a")))
        .isEmpty();
    assertThat(ordered(requested(), taken, order(2, "a", "scene", "pilot-1"), end(3, "a")))
        .containsExactly(Fault.NOT_IN_COMMAND);
    LoggedEntry fromNobody =
        entry(1, "flight.authority-taken", Map.of("by", "pilot-3", "from", "pilot-2", "why", ""));
    assertThat(ordered(requested(), fromNobody)).containsExactly(Fault.DISAGREES);
  }

  @Test
  void an_order_ends_once_and_no_end_comes_from_nowhere() {
    assertThat(ordered(requested(), end(1, "a"))).containsExactly(Fault.ORDER_UNKNOWN);
    assertThat(
            ordered(
                requested(), order(1, "a", "hold", "pilot-1"), order(2, "a", "hold", "pilot-1")))
        .containsExactly(Fault.ORDER_TWICE);
  }

  private static RawFrame frame(double second, int system, int id, ByteBuffer payload) {
    return new RawFrame(START.plusMillis(Math.round(second * 1000)), system, 1, id, payload, 100);
  }

  private static ByteBuffer payload() {
    return ByteBuffer.allocate(255).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static RawFrame command(double second, int command, float param1) {
    return frame(second, 255, 76, payload().putFloat(0, param1).putShort(28, (short) command));
  }

  private static List<Fault> sent(List<LoggedEntry> entries, RawFrame... frames) {
    Findings findings = new Findings();
    WireCheck check = new WireCheck(findings, 1, entries);
    List.of(frames).forEach(check::frame);
    return faults(findings);
  }

  @Test
  void motors_are_armed_under_a_warrant_only() {
    LoggedEntry warranted = entry(10, "flight.warranted", Map.of());
    assertThat(sent(List.of(warranted), command(11, 400, 1))).isEmpty();
    assertThat(sent(List.of(warranted), command(9, 400, 1)))
        .containsExactly(Fault.ARMED_UNWARRANTED);
    assertThat(sent(List.of(warranted), command(9, 400, 0))).as("disarmed").isEmpty();
  }

  @Test
  void a_command_that_flies_has_an_entry_at_its_side_and_sticks_never_move() {
    List<LoggedEntry> entries = List.of(order(100, "a", "hold", "pilot-1"));
    assertThat(sent(entries, command(101, 176, 1), command(99, 192, 0))).isEmpty();
    assertThat(sent(entries, command(150, 176, 1))).containsExactly(Fault.UNTOLD_ORDER);
    assertThat(sent(entries, frame(150, 255, 11, payload()))).containsExactly(Fault.UNTOLD_ORDER);
    assertThat(sent(entries, frame(100, 255, 70, payload()))).containsExactly(Fault.STICKS);
    assertThat(sent(entries, command(150, 512, 1))).as("a question").isEmpty();
    assertThat(sent(entries, frame(150, 1, 76, payload().putShort(28, (short) 176))))
        .as("the aircraft's own word")
        .isEmpty();
  }

  private RawFrame position(double second, double northM, double heightM) {
    int lat = plan.home().latE7() + (int) Math.round(northM / 111_200.0 * 1e7);
    ByteBuffer at = payload();
    at.putInt(4, lat).putInt(8, plan.home().lonE7()).putInt(16, (int) (heightM * 1000));
    return frame(second, 1, 33, at);
  }

  private Findings flown(List<LoggedEntry> told, RawFrame... frames) {
    List<LoggedEntry> entries = new ArrayList<>();
    entries.add(state(10, "ARMING", "TAKING_OFF"));
    entries.addAll(told);
    entries.add(state(500, "LANDING", "LANDED"));
    Findings findings = new Findings();
    TrackCheck check = new TrackCheck(plan, entries);
    List.of(frames).forEach(check::frame);
    check.tell(findings);
    return findings;
  }

  @Test
  void a_track_that_left_its_volume_is_a_note_where_the_journal_says_so_and_a_fault_where_not() {
    double topM = plan.volume().contingencyHeightM();
    LoggedEntry told =
        entry(102, "flight.containment", Map.of("state", "OUTSIDE_VOLUME", "marginM", -3));
    assertThat(flown(List.of(), position(100, 0, 20), position(101, 0, topM)).results())
        .containsExactly(new CheckResult(Check.TRACK, true, "", null, List.of()));
    for (RawFrame out : List.of(position(100, 0, topM + 0.5), position(100, 3000, 20))) {
      assertThat(faults(flown(List.of(), out))).containsExactly(Fault.LEFT_UNTOLD);
      assertThat(flown(List.of(told), out).results())
          .extracting(CheckResult::passed, CheckResult::fault)
          .containsExactly(tuple(true, Fault.LEFT_VOLUME));
    }
  }

  @Test
  void only_the_air_counts_and_a_flight_without_positions_is_told() {
    assertThat(flown(List.of(), position(5, 3000, 0), position(501, 3000, 0)).results())
        .extracting(CheckResult::passed, CheckResult::fault)
        .containsExactly(tuple(true, Fault.NO_POSITIONS));
  }

  private static LoggedEntry digest(int second, long to, boolean recovered) {
    return entry(second, "telemetry.digested", Map.of("toByte", to, "recovered", recovered));
  }

  private static Findings ticked(List<LoggedEntry> entries, RawFrame... frames) {
    Findings findings = new Findings();
    ClockCheck check = new ClockCheck(findings, STREAM, entries);
    List.of(frames).forEach(check::frame);
    check.tell();
    return findings;
  }

  private static RawFrame at(double second, long endByte) {
    return new RawFrame(START.plusMillis(Math.round(second * 1000)), 1, 1, 33, payload(), endByte);
  }

  @Test
  void a_frame_is_no_younger_than_its_digest_and_not_much_older_than_the_one_before() {
    List<LoggedEntry> digests = List.of(digest(300, 100, false), digest(301, 200, false));
    assertThat(faults(ticked(digests, at(299, 50), at(300.5, 150)))).isEmpty();
    assertThat(faults(ticked(digests, at(304, 50)))).containsExactly(Fault.CLOCK);
    assertThat(faults(ticked(digests, at(299, 50), at(100, 150)))).containsExactly(Fault.CLOCK);
    assertThat(faults(ticked(List.of(digest(300, 100, false), digest(400, 200, true)), at(0, 150))))
        .as("digested after a restart")
        .isEmpty();
  }

  @Test
  void what_satellites_say_of_the_time_is_a_note() {
    long micros = START.plusSeconds(60).getEpochSecond() * 1_000_000;
    assertThat(ticked(List.of(), frame(0, 1, 2, payload().putLong(0, micros))).results())
        .extracting(CheckResult::passed, CheckResult::fault, CheckResult::details)
        .containsExactly(tuple(true, Fault.OTHER_CLOCK, List.of("60")));
    assertThat(ticked(List.of(), frame(0, 1, 2, payload())).results())
        .extracting(CheckResult::fault)
        .containsExactly((Fault) null);
  }

  @Test
  void frames_of_both_versions_are_read_with_the_zeros_that_were_left_out() throws IOException {
    byte[] v1 = {0, 0, 0, 0, 0, 0, 0, 9, (byte) 0xFE, 2, 7, 3, 4, 33, 5, 6, 0, 0};
    byte[] v2 = new byte[8 + 10 + 1 + 2 + 13];
    v2[8] = (byte) 0xFD;
    v2[9] = 1;
    v2[10] = 1; // signed
    v2[13] = 3;
    v2[14] = 4;
    v2[15] = 0x2C;
    v2[16] = 0x01; // message 300
    v2[18] = 8;
    byte[] both = new byte[v1.length + v2.length];
    System.arraycopy(v1, 0, both, 0, v1.length);
    System.arraycopy(v2, 0, both, v1.length, v2.length);
    List<RawFrame> frames = new ArrayList<>();
    RawFrame.readAll(new ByteArrayInputStream(both), frames::add);

    assertThat(frames)
        .extracting(
            RawFrame::systemId,
            RawFrame::componentId,
            RawFrame::messageId,
            f -> f.payload().getInt(0),
            RawFrame::endByte)
        .containsExactly(
            tuple(3, 4, 33, 0x0605, (long) v1.length), tuple(3, 4, 300, 8, (long) both.length));
    assertThat(frames.get(0).at()).isEqualTo(Instant.EPOCH.plusNanos(9_000));
    Assertions.assertThatThrownBy(
            () -> RawFrame.readAll(new ByteArrayInputStream(both, 0, both.length - 1), frame -> {}))
        .isInstanceOf(EOFException.class);
  }
}
