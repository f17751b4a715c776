package org.vigie.groundstation.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Event;

/** From alerts to incidents: merging, repeats, restarts and limits. */
class IncidentsTest {
  private static final Instant T0 = Instant.parse("2026-11-21T14:03:00Z");
  private static final LatLon COURIOT = new LatLon(45.4386, 4.3775);

  private final Incidents incidents = new Incidents();
  private final List<Applied> history = new ArrayList<>();

  private record Applied(String incidentId, Event event) {}

  @Test
  void the_first_alert_begins_an_incident_where_and_when_it_says() {
    String id = report("s1", "1", AlertType.EXPLOSION, T0, COURIOT, 30);

    Incident incident = incidents.find(id).orElseThrow();
    assertThat(id).isEqualTo("I-1");
    assertThat(incident.state()).isEqualTo(IncidentState.REPORTED);
    assertThat(incident.position()).isEqualTo(COURIOT.quantised());
    assertThat(incident.firstAt()).isEqualTo(T0);
    assertThat(incident.alerts()).isEqualTo(1);
  }

  @Test
  void a_repeated_alert_creates_nothing_and_gets_the_first_receipt() {
    report("s1", "1", AlertType.EXPLOSION, T0, COURIOT, 30);

    IncidentOutcome again =
        incidents.receive(alert("s1", "1", AlertType.FIRE, T0.plusSeconds(900), COURIOT, 5));

    assertThat(again)
        .isEqualTo(new IncidentOutcome.Repeated(new IncidentOutcome.Receipt("A-1", "I-1")));
  }

  @Test
  void a_second_sensor_merges_and_the_better_fix_weighs_more() {
    String id = report("s1", "1", AlertType.EXPLOSION, T0, COURIOT, 30);
    LatLon second = Geodesics.destination(COURIOT, 90, 40);

    assertThat(report("s2", "1", AlertType.GUNSHOT, T0.plusMillis(1500), second, 10)).isEqualTo(id);

    // weights 1/900 and 1/100: the merged fix lies 9/10 of the way, sigma = 1/sqrt(1/900 + 1/100)
    Incident merged = incidents.find(id).orElseThrow();
    assertThat(Geodesics.distanceM(COURIOT, merged.position())).isCloseTo(36.0, within(0.03));
    assertThat(merged.uncertaintyM()).isCloseTo(9.49, within(0.005));
    assertThat(merged.alerts()).isEqualTo(2);
    assertThat(merged.type()).isEqualTo(AlertType.EXPLOSION);
    IncidentEvent.AlertMerged event = (IncidentEvent.AlertMerged) last();
    assertThat(event.distanceM()).isCloseTo(40.0, within(0.02));
    assertThat(event.ageS()).isEqualTo(1.5);
  }

  @Test
  void the_order_of_reports_does_not_change_where_the_incident_is() {
    List<LatLon> fixes = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 12; i++) {
      fixes.add(
          Geodesics.destination(COURIOT, random.nextDouble() * 360, random.nextDouble() * 30));
    }
    Incidents other = new Incidents();
    for (int i = 0; i < fixes.size(); i++) {
      report("s" + i, "1", AlertType.CRASH, T0, fixes.get(i), 40 + i);
      int j = fixes.size() - 1 - i;
      decide(other, alert("s" + j, "1", AlertType.CRASH, T0, fixes.get(j), 40 + j));
    }

    assertThat(incidents.all()).hasSize(1);
    assertThat(other.all()).hasSize(1);
    assertThat(
            Geodesics.distanceM(incidents.all().get(0).position(), other.all().get(0).position()))
        .isLessThan(0.1);
  }

  @Test
  void what_is_too_far_too_late_or_of_another_kind_is_something_else() {
    report("s1", "1", AlertType.EXPLOSION, T0, COURIOT, 30);
    // 30 + 20 + 50 m of margin: 99 m joins, 101 m does not
    LatLon within = Geodesics.destination(COURIOT, 0, 99);
    LatLon beyond = Geodesics.destination(COURIOT, 0, 101);

    assertThat(wouldBecome(alert("s2", "1", AlertType.CRASH, T0, within, 20))).isEqualTo("I-1");
    assertThat(wouldBecome(alert("s2", "2", AlertType.CRASH, T0, beyond, 20))).isEqualTo("I-2");
    assertThat(wouldBecome(alert("s2", "3", AlertType.CRASH, T0.plusSeconds(60), COURIOT, 20)))
        .isEqualTo("I-1");
    assertThat(wouldBecome(alert("s2", "4", AlertType.CRASH, T0.plusMillis(60_001), COURIOT, 20)))
        .isEqualTo("I-2");
    assertThat(wouldBecome(alert("s2", "5", AlertType.CRASH, T0.minusMillis(60_001), COURIOT, 20)))
        .isEqualTo("I-2");
    assertThat(wouldBecome(alert("s2", "6", AlertType.SPRAY, T0, COURIOT, 20))).isEqualTo("I-2");
  }

  @Test
  void two_vague_reports_a_quarter_apart_stay_apart() {
    report("s1", "1", AlertType.FIRE, T0, COURIOT, 2_000);

    LatLon away = Geodesics.destination(COURIOT, 45, 501);

    assertThat(wouldBecome(alert("s2", "1", AlertType.SMOKE, T0, away, 2_000))).isEqualTo("I-2");
  }

  @Test
  void an_alert_joins_the_nearest_of_several() {
    LatLon other = Geodesics.destination(COURIOT, 90, 140);
    report("s1", "1", AlertType.CRASH, T0, COURIOT, 20);
    report("s2", "1", AlertType.CRASH, T0, other, 20);

    LatLon nearOther = Geodesics.destination(COURIOT, 90, 85);

    assertThat(wouldBecome(alert("s3", "1", AlertType.CRASH, T0, nearOther, 20))).isEqualTo("I-2");
  }

  @Test
  void nothing_merges_into_a_dismissed_incident() {
    String id = report("s1", "1", AlertType.CRASH, T0, COURIOT, 20);
    handle(id, new IncidentInput.Dismissed("op-1", "false-alarm"));

    assertThat(wouldBecome(alert("s2", "1", AlertType.CRASH, T0, COURIOT, 20))).isEqualTo("I-2");
  }

  @Test
  void ten_thousand_alerts_about_fifty_events_in_ten_seconds_are_fifty_incidents() {
    Random random = new Random(50);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      int event = i < 50 ? i : random.nextInt(50);
      LatLon where =
          new LatLon(
              45.42 + Math.floorDiv(event, 10) * 0.005 + random.nextGaussian() * 5e-5,
              4.36 + event % 10 * 0.007 + random.nextGaussian() * 5e-5);
      Instant when = T0.plusMillis(random.nextInt(10_000));
      seen.add(report("s" + i, "x", AlertType.GUNSHOT, when, where, 10 + random.nextInt(20)));
    }

    assertThat(seen).hasSize(50);
    assertThat(incidents.all().stream().mapToInt(Incident::alerts).sum()).isEqualTo(10_000);
  }

  @Test
  void a_fold_of_the_journal_gives_the_same_incidents_receipts_and_numbers() {
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      LatLon where = Geodesics.destination(COURIOT, random.nextDouble() * 360, random.nextInt(900));
      String id = report("s", "" + i, AlertType.CRASH, T0.plusSeconds(i), where, 25);
      switch (random.nextInt(8)) {
        case 0 -> handle(id, new IncidentInput.VerificationStarted("op-1"));
        case 1 -> handle(id, new IncidentInput.Confirmed("op-1"));
        case 2 -> handle(id, new IncidentInput.Dismissed("op-1", "nothing there"));
        default -> {}
      }
    }
    Incidents rebuilt = new Incidents();
    history.forEach(applied -> rebuilt.apply(applied.incidentId(), applied.event()));

    assertThat(rebuilt.all()).isEqualTo(incidents.all());
    Alert next = alert("new", "1", AlertType.SPRAY, T0, COURIOT, 5);
    assertThat(rebuilt.receive(next)).isEqualTo(incidents.receive(next));
    Alert repeat = alert("s", "17", AlertType.CRASH, T0, COURIOT, 5);
    assertThat(rebuilt.receive(repeat))
        .isInstanceOf(IncidentOutcome.Repeated.class)
        .isEqualTo(incidents.receive(repeat));
  }

  @Test
  void deciding_alone_changes_nothing() {
    Alert alert = alert("s1", "1", AlertType.CRASH, T0, COURIOT, 20);

    assertThat(incidents.receive(alert)).isEqualTo(incidents.receive(alert));
    assertThat(incidents.all()).isEmpty();
  }

  @Test
  void what_people_wrote_is_personal_and_in_no_event() {
    Alert alert =
        new Alert(
            "caller",
            "c-1",
            AlertType.SCREAM,
            T0,
            COURIOT,
            80,
            0.5,
            "Mme Durand crie au 3 rue Buisson",
            List.of(new Alert.Evidence("image", "https://cctv.example/durand.jpg")));
    IncidentOutcome.Accepted accepted = (IncidentOutcome.Accepted) incidents.receive(alert);
    List<EntryDraft> drafts = accepted.drafts(T0, "csu", "42218");

    assertThat(drafts).hasSize(2);
    assertThat(drafts.get(0).personal())
        .containsExactly(
            new EntryDraft.Personal("text", "Mme Durand crie au 3 rue Buisson"),
            new EntryDraft.Personal("evidence-0", "https://cctv.example/durand.jpg"));
    assertThat(drafts.get(1).personal()).isEmpty();
    assertThat(accepted.step().events().toString()).doesNotContainIgnoringCase("durand");
  }

  @Test
  void a_reason_in_words_is_personal_and_a_code_is_not() {
    String id = report("s1", "1", AlertType.CRASH, T0, COURIOT, 20);

    IncidentOutcome.Accepted words =
        (IncidentOutcome.Accepted)
            incidents.handle(id, new IncidentInput.Dismissed("op-1", "Le fils Martin, encore"));
    IncidentOutcome.Accepted code =
        (IncidentOutcome.Accepted)
            incidents.handle(id, new IncidentInput.Dismissed("op-1", "false-alarm"));

    assertThat(words.step().events())
        .containsExactly(new IncidentEvent.Dismissed("op-1", "in-words"));
    assertThat(words.personal())
        .containsExactly(new EntryDraft.Personal("reason", "Le fils Martin, encore"));
    assertThat(code.step().events())
        .containsExactly(new IncidentEvent.Dismissed("op-1", "false-alarm"));
    assertThat(code.personal()).isEmpty();
  }

  @Test
  void a_full_room_takes_no_new_incident_but_still_merges() {
    Incidents small = new Incidents(2, 10, 10);
    decide(small, alert("s", "1", AlertType.CRASH, T0, COURIOT, 20));
    decide(small, alert("s", "2", AlertType.SPRAY, T0, COURIOT, 20));

    assertThat(small.receive(alert("s", "3", AlertType.FIRE, T0, COURIOT, 20)))
        .isEqualTo(new IncidentOutcome.Full(2));
    assertThat(small.receive(alert("s", "4", AlertType.GUNSHOT, T0, COURIOT, 20)))
        .isInstanceOf(IncidentOutcome.Accepted.class);
  }

  @Test
  void memory_is_bounded_and_open_incidents_are_never_forgotten() {
    Incidents small = new Incidents(100, 3, 4);
    decide(small, alert("s", "open", AlertType.FIRE, T0, COURIOT, 20));
    for (int i = 0; i < 10; i++) {
      decide(small, alert("s", "" + i, AlertType.CRASH, T0, COURIOT, 20));
      String id = "I-" + (i + 2);
      IncidentOutcome.Accepted dismissed =
          (IncidentOutcome.Accepted)
              small.handle(id, new IncidentInput.Dismissed("op-1", "false-alarm"));
      dismissed.step().events().forEach(event -> small.apply(id, event));
    }

    assertThat(small.all())
        .extracting(Incident::incidentId)
        .containsExactly("I-1", "I-9", "I-10", "I-11");
    assertThat(small.handle("I-2", new IncidentInput.Closed("done")))
        .isEqualTo(new IncidentOutcome.Unknown("I-2"));
    assertThat(small.receive(alert("s", "9", AlertType.CRASH, T0, COURIOT, 20)))
        .isInstanceOf(IncidentOutcome.Repeated.class);
    assertThat(small.receive(alert("s", "5", AlertType.CRASH, T0, COURIOT, 20)))
        .isInstanceOf(IncidentOutcome.Accepted.class);
  }

  @Test
  void a_stream_without_its_beginning_is_refused() {
    assertThatThrownBy(() -> incidents.apply("I-4", new IncidentEvent.Confirmed("op-1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("I-4 was never reported");
  }

  private String report(
      String source, String id, AlertType type, Instant at, LatLon where, double uncertaintyM) {
    return decide(incidents, alert(source, id, type, at, where, uncertaintyM));
  }

  private String decide(Incidents into, Alert alert) {
    return apply(into, (IncidentOutcome.Accepted) into.receive(alert));
  }

  private String wouldBecome(Alert alert) {
    return ((IncidentOutcome.Accepted) incidents.receive(alert)).incidentId();
  }

  private void handle(String id, IncidentInput input) {
    if (incidents.handle(id, input) instanceof IncidentOutcome.Accepted accepted) {
      apply(incidents, accepted);
    }
  }

  private String apply(Incidents into, IncidentOutcome.Accepted accepted) {
    String id = accepted.incidentId();
    for (Event event : accepted.step().events()) {
      into.apply(id, event);
      if (into == incidents) {
        history.add(new Applied(id, event));
      }
    }
    assertThat(into.find(id)).contains(accepted.step().state());
    return id;
  }

  private Event last() {
    return history.get(history.size() - 1).event();
  }

  private static Alert alert(
      String source, String id, AlertType type, Instant at, LatLon where, double uncertaintyM) {
    return new Alert(source, id, type, at, where, uncertaintyM, 0.9, "", Collections.emptyList());
  }
}
