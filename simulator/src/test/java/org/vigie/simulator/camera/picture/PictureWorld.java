package org.vigie.simulator.camera.picture;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.simulator.scenario.Expectation;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.scenario.TimelineEntry;
import org.vigie.simulator.scenario.Town;

/** A flat world at 500 m with what a test puts into it, in metres from its origin. */
final class PictureWorld {
  static final LatLon ORIGIN = new LatLon(45.4386, 4.3766);
  static final double GROUND_M = 500;
  static final Instant START = Instant.parse("2026-11-24T13:00:00Z");
  private static final LocalFrame FRAME = new LocalFrame(ORIGIN);

  private PictureWorld() {}

  static LatLon at(double east, double north) {
    return FRAME.toGeographic(new Enu(east, north));
  }

  static Town.Building tower(double west, double south, double size, double heightM) {
    return new Town.Building(
        "",
        heightM,
        List.of(
            at(west, south),
            at(west + size, south),
            at(west + size, south + size),
            at(west, south + size)));
  }

  static Town town(Town.Building... buildings) {
    return new Town(List.of(), List.of(), List.of(buildings));
  }

  static Scene scene(Town town, Scenario.EventSpec... events) {
    Scenario.Text none = new Scenario.Text("x", "x");
    Scenario scenario =
        new Scenario(
            "test",
            none,
            none,
            START,
            1,
            null,
            new Scenario.Place("", "00000", "", null),
            new Scenario.WindSpec(340, 3, 5),
            null,
            List.of(
                new Scenario.VehicleSpec(
                    "v",
                    1,
                    "ardupilot",
                    null,
                    "quad-4kg",
                    new Scenario.HomeSpec(ORIGIN.latDeg(), ORIGIN.lonDeg(), GROUND_M, 0))),
            null,
            null,
            Arrays.stream(events).map(PictureWorld::entry).toList(),
            null,
            List.of(),
            Expectation.ending("CLOSED"));
    return Scene.of(scenario, place -> Optional.of(new AltitudeAmsl(GROUND_M)), town);
  }

  private static TimelineEntry entry(Scenario.EventSpec event) {
    return TimelineEntry.event(
        event.id(),
        event.atS(),
        new TimelineEntry.Happening(
            event.type(), event.lat(), event.lon(), event.falseAlarm(), event.heardBy()));
  }

  static Scenario.EventSpec event(double atS, double east, double north, boolean falseAlarm) {
    LatLon place = at(east, north);
    return new Scenario.EventSpec(
        "e" + east, atS, "explosion", place.latDeg(), place.lonDeg(), falseAlarm, List.of());
  }

  static Picture render(Scene scene, Viewpoint from, double atS, int width) {
    Picture picture = new Picture(width, width * 9 / 16);
    new Renderer(scene, picture.width(), picture.height())
        .render(from, START.plusMillis((long) (1000 * atS)), picture);
    return picture;
  }
}
