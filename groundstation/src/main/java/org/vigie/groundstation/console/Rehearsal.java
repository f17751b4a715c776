package org.vigie.groundstation.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.client.DecisionDocument;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.LiveIncident;
import org.vigie.groundstation.client.LiveStatus;
import org.vigie.groundstation.client.LiveVehicle;
import org.vigie.groundstation.client.PlanDocument;
import org.vigie.groundstation.client.PlanDocument.Part;
import org.vigie.groundstation.client.Profile;
import org.vigie.groundstation.client.Snapshot;
import org.vigie.groundstation.console.canvas.CanvasRehearsal;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.model.ConsoleModel;
import org.vigie.groundstation.console.model.Documents;
import org.vigie.groundstation.console.model.RuleWords;
import org.vigie.groundstation.console.model.Shown;
import org.vigie.groundstation.text.Texts;

/**
 * A flight that never was, shown to nobody while the station is being asked: loads what the first
 * real flight would have to wait for on the event thread.
 */
final class Rehearsal {
  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
  private static final LatLon PLACE = new LatLon(45.4386, 4.3766);
  private static final int ROUNDS = 20;

  private Rehearsal() {}

  /** Begins on a thread of its own. */
  static void begin(Look look, Texts texts) {
    Thread thread =
        new Thread(
            () -> {
              try {
                run(look, texts);
              } catch (RuntimeException e) {
                LOG.warn("the rehearsal broke off; the first flight will be a little slower", e);
              }
            },
            "rehearsal");
    thread.setDaemon(true);
    thread.start();
  }

  static void run(Look look, Texts texts) {
    Instant now = Instant.EPOCH;
    ConsoleModel model = new ConsoleModel(texts, ZoneOffset.UTC, now);
    model.words(new RuleWords(Map.of()));
    Shown shown = null;
    for (int round = 0; round < ROUNDS; round++) {
      now = now.plusMillis(100);
      model.status(new LiveStatus(true, now, "", 0));
      model.snapshot(snapshot(round % 2 == 0 ? "AWAITING_CLEARANCE" : "ON_SCENE", now), now);
      model.documents("F", documents(now));
      shown = model.show(now);
      Shown again = model.show(now);
      if (!again.flight().equals(shown.flight()) || !again.map().equals(shown.map())) {
        throw new IllegalStateException("one moment that looks two ways");
      }
    }
    if (shown != null) {
      CanvasRehearsal.run(look, shown.map());
    }
  }

  private static Snapshot snapshot(String state, Instant now) {
    return new Snapshot(
        now,
        now,
        List.of(
            new LiveVehicle(
                "V",
                "OK",
                0.1,
                0.1,
                true,
                "AUTO",
                PLACE,
                55.0,
                593.2,
                62.0,
                8.2,
                0.1,
                105.0,
                81.0,
                24.1,
                "F",
                new LiveVehicle.Containing("MARGIN_LOW", "WARN", 14.0, 6.0),
                9,
                24,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of())),
        List.of(
            new LiveFlight(
                "F",
                "I",
                "V",
                "",
                "",
                "",
                state,
                "",
                "GO",
                "p",
                null,
                "d",
                now,
                new LiveFlight.PlanFigures(1, 1, 1, 1, 1, 1, 1.0, 1.0),
                List.of(new LiveFlight.Check("battery", true, true, 99, 60, "percent")),
                now,
                now,
                null,
                List.of(),
                null,
                List.of(),
                null,
                null,
                null)),
        List.of(new LiveIncident("I", "other", "CONFIRMED", now, PLACE, 20, 1, "F", "")),
        List.of());
  }

  private static Documents documents(Instant now) {
    LatLon east = new LatLon(PLACE.latDeg(), PLACE.lonDeg() + 0.004);
    LatLon north = new LatLon(PLACE.latDeg() + 0.002, PLACE.lonDeg());
    List<LatLon> ring = List.of(PLACE, east, north);
    PlanDocument plan =
        new PlanDocument(
            PLACE,
            538.2,
            List.of(
                new PlanDocument.PlanLeg(3, Part.OUTBOUND, PLACE, east, 0, 55),
                new PlanDocument.PlanLeg(9, Part.SCENE, east, north, 55, 55),
                new PlanDocument.PlanLeg(18, Part.RETURN, north, PLACE, 55, 0)),
            9,
            18,
            24,
            List.of(north),
            east,
            List.of(ring),
            46,
            55,
            1,
            new PlanDocument.PlanVolume(ring, ring, ring, 58, 69),
            new PlanDocument.PlanBudget(300, 100, 60, 57, 200, 355.2, 60),
            List.of("zone"),
            now);
    DecisionDocument.Finding finding =
        new DecisionDocument.Finding(
            "rule",
            "fly",
            "UNKNOWN",
            "reason",
            "art. 1",
            "S",
            List.of("paper"),
            List.of(new DecisionDocument.Compared("wind", "3.123", "<= 12", "m/s")));
    return Documents.NONE
        .withPlan("p", plan)
        .withDecision(
            "d", new DecisionDocument("GO", List.of(), List.of(finding), List.of("c"), now, now))
        .withProfile(
            new Profile(List.of(new Profile.Point(0, PLACE, 530.0, 593, "scene")), 538.2, 608.0));
  }
}
