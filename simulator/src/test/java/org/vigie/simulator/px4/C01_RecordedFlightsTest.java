package org.vigie.simulator.px4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a recorded station did to a real PX4 is done to the simulated one: the same answers in the
 * same order, the same ids, the same texts and modes, and about when. Known differences are named
 * here and in the guide to the differences.
 */
class C01_RecordedFlightsTest {
  /** The simulated receiver may need so much longer until home is known. */
  private static final double LATER_S = 2;

  /** A text or mode may come so much earlier or later, and a share of the time it has taken. */
  private static final double SLACK_S = 3.5;

  private static final double SLACK_SHARE = 0.2;

  /** Said every few seconds for as long as it is so. */
  private static final String REPEATED = "TEXT 4 Preflight";

  /**
   * The last heartbeat's mode, and those while armed: a disarmed mode may last less than a beat.
   */
  private static List<Recording.Line> modes(List<Recording.Line> all) {
    List<Recording.Line> modes = new ArrayList<>();
    List<Recording.Line> told = lines(all, "MODE");
    String before = "";
    for (Recording.Line line : told) {
      String[] w = line.what().split(" ");
      boolean armed = Integer.parseInt(w[4]) >= 128;
      String what = "MODE " + w[1] + " " + w[2] + " state " + w[6];
      if (armed && !what.equals(before)) {
        before = what;
        modes.add(new Recording.Line(line.timeS(), false, what));
      }
    }
    Recording.Line last = told.get(told.size() - 1);
    if (last.what().contains(" base 29 ")) {
      modes.add(last);
    }
    return modes;
  }

  private static final Pattern RETURN =
      Pattern.compile(
          "(TEXT 6 RTL: start return at )(\\d+)( m \\()(\\d+)( m above destination\\).*)");

  /** Lines of a recording that the simulated PX4 does not say, each with its reason. */
  private static final Map<String, Set<String>> ONLY_RECORDED =
      Map.of(
          // said again while the craft is outside, when health is reported anew
          "p1-px4-geofence-rtl", Set.of("TEXT 2 Geofence: approaching or outside geofence#2"),
          "p1b-px4-geofence-hold", Set.of("TEXT 2 Geofence: approaching or outside geofence#2"),
          // the simulation of the battery refills it after landing
          "p5-px4-low-battery", Set.of("TEXT 2 Critical battery|#2"));

  /** Lines that only the simulated PX4 says, each with its reason. */
  private static final Map<String, Set<String>> ONLY_SIMULATED =
      Map.of(
          // the corner was passed just before, not just after, the hold: the next item is higher
          "p5-px4-low-battery", Set.of("TEXT 6 Climb to 25.0 meters above home|#1"));

  /** Lines that come at another time, each with its reason. */
  private static final Map<String, Set<String>> WHENEVER =
      Map.of(
          // the recorded craft stood a little further than the acceptance radius from home
          "p1b-px4-geofence-hold",
          Set.of(
              "TEXT 6 RTL: land at destination|",
              "TEXT 6 Landing detected|",
              "TEXT 6 Disarmed by landing|"));

  private static List<Recording.Line> lines(List<Recording.Line> all, String kind) {
    return all.stream().filter(line -> !line.station() && line.kind().equals(kind)).toList();
  }

  /** Leaves out repetitions that follow each other, and what is a known difference. */
  private static List<Recording.Line> told(List<Recording.Line> lines, Set<String> without) {
    List<Recording.Line> told = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    String before = "";
    for (Recording.Line line : lines) {
      if (line.what().equals(before) && line.what().startsWith(REPEATED)) {
        continue;
      }
      int times = seen.merge(line.what(), 1, Integer::sum);
      if (!without.contains(line.what() + "#" + times)) {
        before = line.what();
        told.add(line);
      }
    }
    return told;
  }

  private static void same(Recording.Line simulated, Recording.Line recorded) {
    Matcher want = RETURN.matcher(recorded.what());
    Matcher is = RETURN.matcher(simulated.what());
    if (want.matches() && is.matches()) {
      // heights with the noise of the moment
      assertThat(Integer.parseInt(is.group(2))).isBetween(number(want, 2) - 3, number(want, 2) + 3);
      assertThat(Integer.parseInt(is.group(4))).isBetween(number(want, 4) - 3, number(want, 4) + 3);
    } else {
      assertThat(simulated.what()).isEqualTo(recorded.what());
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static void compare(
      Recording recording, List<Recording.Line> simulated, String kind, boolean timed) {
    compare(recording, recording, simulated, kind, timed);
  }

  private static void compare(
      Recording recording,
      Recording acts,
      List<Recording.Line> simulated,
      String kind,
      boolean timed) {
    Set<String> none = Set.of();
    List<Recording.Line> want =
        told(lines(recording.lines(), kind), ONLY_RECORDED.getOrDefault(recording.name(), none));
    List<Recording.Line> is =
        told(lines(simulated, kind), ONLY_SIMULATED.getOrDefault(recording.name(), none));
    String what = kind + " of " + recording.name() + "\n" + want + "\n" + is;
    assertThat(is.size()).as(what).isGreaterThanOrEqualTo(want.size());
    for (int i = 0; i < want.size(); i++) {
      Recording.Line recorded = want.get(i);
      same(is.get(i), recorded);
      Set<String> whenever = WHENEVER.getOrDefault(recording.name(), none);
      boolean repeated = recorded.what().startsWith(REPEATED);
      if (timed && !repeated && !whenever.contains(recorded.what())) {
        double tookS = recorded.timeS() - acts.lastActS(recorded.timeS());
        assertThat(Math.abs(is.get(i).timeS() - recorded.timeS()))
            .as(
                "%s at %.1f s, simulated at %.1f s",
                recorded.what(), recorded.timeS(), is.get(i).timeS())
            .isLessThan(SLACK_S + SLACK_SHARE * tookS);
      }
    }
    double endS = acts.lines().get(acts.lines().size() - 1).timeS();
    assertThat(is.subList(want.size(), is.size()))
        .as("nothing more of %s before the record ends", kind)
        .noneMatch(line -> line.timeS() < endS - SLACK_S);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p1-px4-geofence-rtl",
        "p1b-px4-geofence-hold",
        "p2-px4-gcs-loss-rtl",
        "p3-px4-rtl-rally-type0",
        "p3b-px4-rtl-type1-rally",
        "p3c-px4-rtl-type2-mission-reverse",
        "p3d-px4-rtl-type2-mission-landing",
        "p4-px4-gps-loss",
        "p4b-px4-gps-loss-back",
        "p5-px4-low-battery",
        "p8-px4-orbit-hold-modes",
        "p9b-px4-mode-after-first-upload",
        "p10-px4-home-at-arming",
        "p14-px4-inject-failure"
      })
  void a_recorded_flight_happens_again(String name) {
    Recording recording = Recording.of(name);
    List<Recording.Line> simulated = Replay.of(recording, LATER_S);
    compare(recording, simulated, "ACK", false);
    compare(recording, simulated, "STORED", false);
    compare(recording, simulated, "TEXT", true);
    compare(
        new Recording(name, modes(recording.lines())), recording, modes(simulated), "MODE", true);
  }

  /** No time to spare here: the first arming comes before anything is ready. */
  @Test
  void the_recorded_refusals_happen_again() {
    Recording recording = Recording.of("p7-px4-arming-refused");
    List<Recording.Line> simulated = Replay.of(recording, 0);
    compare(recording, simulated, "ACK", false);
    compare(recording, simulated, "STORED", false);
    compare(recording, simulated, "TEXT", true);
  }

  /** Bad items, wrong sequences, uploads in flight. */
  @Test
  void the_recorded_transfers_are_answered_alike() {
    Recording recording = Recording.of("p6-px4-mission-protocol");
    List<Recording.Line> simulated = Replay.of(recording, LATER_S);
    compare(recording, simulated, "ACK", false);
    compare(recording, simulated, "STORED", false);
  }

  /** Component metadata, which the simulator does not have, is the one difference. */
  @Test
  void the_recorded_requests_are_answered_alike() {
    Recording recording = Recording.of("p12-px4-requests");
    List<String> want = new ArrayList<>();
    List<String> is = new ArrayList<>();
    lines(recording.lines(), "ACK").forEach(line -> want.add(line.what()));
    lines(Replay.of(recording, LATER_S), "ACK").forEach(line -> is.add(line.what()));
    assertThat(is).hasSameSizeAs(want);
    int different = 0;
    for (int i = 0; i < want.size(); i++) {
      different += is.get(i).equals(want.get(i)) ? 0 : 1;
    }
    assertThat(different).as("messages 395 and 397").isEqualTo(2);
  }
}
