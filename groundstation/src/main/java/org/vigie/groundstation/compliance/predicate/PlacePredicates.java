package org.vigie.groundstation.compliance.predicate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.compliance.evidence.Areas;
import org.vigie.groundstation.compliance.evidence.EvidenceKind;

/** Questions about what is below and around the flight, and about day and night there. */
final class PlacePredicates {
  /** The arrêté defines night by sunset and sunrise plus 30 minutes between these latitudes. */
  private static final double LATITUDE_DEG_MIN = 30;

  private static final double LATITUDE_DEG_MAX = 60;

  static final List<Predicate> ALL =
      List.of(
          Predicate.of(
              "over-populated-area",
              "Some part of the flight is over a populated area (arrêté espace art. 2 7°).",
              (facts, arguments) -> populated(facts)),
          new Predicate(
              "at-night",
              "Some part of the flight is in the night: from sunset plus a margin to sunrise minus"
                  + " that margin.",
              List.of(Parameter.number("marginMin", "The margin, minutes.")),
              PlacePredicates::night),
          Predicate.of(
              "zones-authorised",
              "For each geographical zone entered a paper is held that covers the flight: its"
                  + " authority's agreement, or that its conditions are met.",
              (facts, arguments) -> zones(facts)),
          new Predicate(
              "clear-of-surveyed-obstacles",
              "A survey of the area is held, and the flight passes its highest obstacle with a"
                  + " margin. UNKNOWN without a survey.",
              List.of(Parameter.number("marginM", "The margin above the obstacle, metres.")),
              PlacePredicates::obstacles));

  private PlacePredicates() {}

  private static Answer populated(Facts facts) {
    Boolean populated = facts.flight().populatedArea();
    return populated == null
        ? Answer.missing("populated-area")
        : Answer.of(
            populated,
            Reason.POPULATED_AREA,
            Reason.NO_POPULATED_AREA,
            Comparison.of("populated-area", populated, true));
  }

  private static Answer night(Facts facts, Arguments arguments) {
    GeoPolygon area = facts.flight().area();
    if (area == null) {
      return Answer.missing("area");
    }
    LatLon place = Areas.middle(area);
    double latitudeDeg = Math.abs(place.latDeg());
    if (latitudeDeg < LATITUDE_DEG_MIN || latitudeDeg > LATITUDE_DEG_MAX) {
      return new Answer(
          Truth.UNKNOWN,
          Reason.LATITUDE_OUTSIDE_RULE,
          List.of(new Comparison("latitude", Comparison.number(place.latDeg()), "30..60", "deg")),
          List.of());
    }
    Duration margin = Duration.ofMinutes((long) arguments.number("marginMin"));
    Daylight day = Daylight.nearest(facts.request().at(), place).widened(margin);
    Instant at = facts.request().at();
    Instant until = facts.request().until();
    boolean night = at.isBefore(day.sunrise()) || until.isAfter(day.sunset());
    return Answer.of(
        night,
        Reason.NIGHT,
        Reason.DAY,
        Comparison.of("flight-begins", at, ">= " + day.sunrise()),
        Comparison.of("flight-ends", until, "<= " + day.sunset()));
  }

  private static Answer zones(Facts facts) {
    List<String> entered = facts.flight().zonesEntered();
    if (entered == null) {
      return Answer.missing("zones-entered");
    }
    List<String> papers = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (String zone : entered) {
      Answer paper =
          PaperSearch.search(
              PaperDemand.held(EvidenceKind.ZONE_AUTHORISATION).numbered(zone), facts);
      if (paper.truth() == Truth.TRUE) {
        papers.addAll(paper.papers());
      } else {
        open.add(zone);
      }
    }
    boolean authorised = open.isEmpty();
    return new Answer(
        Truth.of(authorised),
        authorised ? Reason.ZONES_AUTHORISED : Reason.ZONE_NOT_AUTHORISED,
        List.of(
            Comparison.of("zones-entered", entered, "known"),
            Comparison.of("zones-without-authorisation", open, "[]")),
        papers);
  }

  private static Answer obstacles(Facts facts, Arguments arguments) {
    Answer survey =
        PaperSearch.search(
            PaperDemand.held(EvidenceKind.OBSTACLE_SURVEY)
                .by(HolderRole.ANYONE)
                .stating(Aspect.AREA),
            facts);
    if (survey.truth() != Truth.TRUE) {
      return new Answer(
          Truth.UNKNOWN, Reason.NO_OBSTACLE_SURVEY, survey.compared(), survey.papers());
    }
    String id = survey.papers().get(0);
    Optional<Double> obstacleM =
        facts.evidence().find(id).map(document -> document.measures().get("obstacleHeightM"));
    if (obstacleM.isEmpty()) {
      return Answer.paper(
          Truth.UNKNOWN, Reason.PAPER_SILENT, id, Comparison.missing("obstacle-height"));
    }
    Double lowestM = facts.flight().minHeightAglM();
    if (lowestM == null) {
      return Answer.missing("least-height-above-ground");
    }
    double neededM = obstacleM.get() + arguments.number("marginM");
    boolean clear = lowestM >= neededM;
    return Answer.paper(
        Truth.of(clear),
        clear ? Reason.CLEAR_OF_OBSTACLES : Reason.TOO_LOW_OVER_OBSTACLES,
        id,
        Comparison.atLeast("least-height-above-ground", lowestM, neededM, "m"));
  }
}
