package org.vigie.geofence.zone.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.TimeSpan;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneInformation;
import org.vigie.geofence.zone.ZoneSource;
import org.vigie.geofence.zone.ZoneVariant;

/** What travels with an answer: sources, their age, and when it changes. */
class ZoneAnswerTest {
  private static final LatLon PLACE = new LatLon(45.44, 4.38);

  private static ZoneSource source(Optional<Instant> issued, Optional<Instant> validUntil) {
    return new ZoneSource("s", "", issued, Optional.empty(), validUntil, true);
  }

  private static UasZone zone(String id, Applicability period, boolean understood) {
    return new UasZone(
        id,
        "FRA",
        ZoneVariant.COMMON,
        Restriction.PROHIBITED,
        List.of(),
        List.of(period),
        List.of(new ZoneGeometry(Worlds.circle(PLACE, 100), VerticalBand.UNLIMITED)),
        ZoneInformation.NONE,
        understood);
  }

  private static ZoneAnswer at(ZoneIndex index) {
    return index.at(PLACE, Worlds.LOW, Worlds.NOW);
  }

  @Test
  void an_answer_is_complete_only_if_every_source_is_and_there_is_one() {
    ZoneLayer whole = new ZoneLayer(Worlds.source("whole", true), List.of());
    ZoneLayer torn = new ZoneLayer(Worlds.source("torn", false), List.of());
    assertThat(at(ZoneIndex.of(List.of(whole))).complete()).isTrue();
    assertThat(at(ZoneIndex.of(List.of(whole, torn))).complete()).isFalse();
    assertThat(at(ZoneIndex.of(List.of())).complete()).isFalse();
  }

  @Test
  void two_areas_in_one_polygon_block_and_the_air_between_them_does_not() {
    ZoneIndex index =
        Worlds.index(
            Worlds.polygon(
                Worlds.box(4.37, 45.43, 4.39, 45.45), Worlds.box(4.47, 45.43, 4.49, 45.45)));
    for (double asideDeg : new double[] {0, 0.05, 0.1}) {
      LatLon place = new LatLon(PLACE.latDeg(), PLACE.lonDeg() + asideDeg);
      assertThat(index.at(place, Worlds.LOW, Worlds.NOW).hits()).hasSize(asideDeg == 0.05 ? 0 : 1);
    }
  }

  @Test
  void the_oldest_source_gives_the_age_and_an_unknown_one_makes_it_unknown() {
    Instant noon = Worlds.NOON;
    ZoneSource old = source(Optional.of(noon.minusSeconds(7200)), Optional.empty());
    ZoneSource fresh = source(Optional.of(noon), Optional.of(noon.plusSeconds(60)));
    ZoneSource unknown = source(Optional.empty(), Optional.empty());
    ZoneAnswer both = new ZoneAnswer(List.of(), List.of(fresh, old));
    assertThat(both.age(noon)).contains(Duration.ofHours(2));
    assertThat(new ZoneAnswer(List.of(), List.of(fresh, unknown)).oldestIssued()).isEmpty();
    assertThat(new ZoneAnswer(List.of(), List.of()).oldestIssued()).isEmpty();
    assertThat(both.notVouchedFor(new TimeSpan(noon, noon.plusSeconds(60)))).containsExactly(old);
    assertThat(both.notVouchedFor(new TimeSpan(noon, noon.plusSeconds(61))))
        .containsExactly(fresh, old);
  }

  @Test
  void a_hit_names_the_source_that_told_of_it() {
    ZoneSource first = Worlds.source("first", true);
    ZoneSource second = Worlds.source("second", true);
    UasZone a = zone("A", Applicability.PERMANENT, true);
    UasZone b = zone("B", Applicability.PERMANENT, true);
    ZoneIndex index =
        ZoneIndex.of(List.of(new ZoneLayer(first, List.of(a)), new ZoneLayer(second, List.of(b))));
    assertThat(at(index).hits()).containsExactly(new ZoneHit(a, first), new ZoneHit(b, second));
    assertThat(index.size()).isEqualTo(2);
    assertThat(index.hit(1)).isEqualTo(new ZoneHit(b, second));
  }

  @Test
  void changes_come_in_order_and_what_is_only_cut_off_is_none() {
    Instant noon = Worlds.NOON;
    UasZone later =
        zone("L", new Applicability(noon.plusSeconds(60), noon.plusSeconds(300), List.of()), true);
    UasZone ending =
        zone("E", new Applicability(Instant.MIN, noon.plusSeconds(120), List.of()), true);
    UasZone always = zone("A", Applicability.PERMANENT, true);
    UasZone unread = zone("U", new Applicability(noon, noon.plusSeconds(1), List.of()), false);
    UasZone past = zone("P", new Applicability(Instant.MIN, noon.minusSeconds(1), List.of()), true);
    ZoneIndex index = Worlds.index(later, ending, always, unread, past);
    GeoBox box = GeoBox.of(PLACE);
    assertThat(index.changes(box, Worlds.LOW, Worlds.NOW))
        .containsExactly(
            new ZoneChange(noon.plusSeconds(60), "FRA/L", ZoneChange.Kind.BEGINS),
            new ZoneChange(noon.plusSeconds(120), "FRA/E", ZoneChange.Kind.ENDS),
            new ZoneChange(noon.plusSeconds(300), "FRA/L", ZoneChange.Kind.ENDS));
    assertThat(index.changes(box, Worlds.LOW, new TimeSpan(noon, noon.plusSeconds(120))))
        .hasSize(2);
    assertThat(
            index
                .near(box, Worlds.LOW, Worlds.NOW)
                .nextChange(new TimeSpan(noon.plusSeconds(60), noon.plusSeconds(600))))
        .contains(new ZoneChange(noon.plusSeconds(120), "FRA/E", ZoneChange.Kind.ENDS));
    assertThat(at(index).zones())
        .extracting(UasZone::identifier)
        .containsExactly("L", "E", "A", "U");
  }

  @Test
  void hours_are_told_as_they_come_and_go_and_the_probe_agrees_minute_by_minute() {
    UasZone zone = zone("H", Hours.on(DayOfWeek.TUESDAY, 22, 4), true);
    ZoneIndex index = Worlds.index(zone);
    Instant from = Instant.parse("2026-06-02T21:00:00Z");
    TimeSpan night = new TimeSpan(from, from.plus(Duration.ofHours(12)));
    assertThat(index.changes(GeoBox.of(PLACE), Worlds.LOW, night))
        .extracting(ZoneChange::at)
        .containsExactly(
            Instant.parse("2026-06-02T22:00:00Z"), Instant.parse("2026-06-03T04:00:00Z"));
    ZoneProbe probe = index.probe();
    // over several of the stretches that the probe keeps, to and fro
    for (int day : new int[] {0, 700, 1, 69, 63, 64, -1000, 7}) {
      for (int minute = 0; minute < 1440 * 2; minute += 15) {
        Instant at = from.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(minute));
        long ms = at.toEpochMilli();
        int count =
            probe.at(PLACE.latDeg(), PLACE.lonDeg(), 0, 1, 0, 0, Double.NaN, ms, ms + 60_000);
        assertThat(count > 0).as("%s", at).isEqualTo(zone.inForce(at, at.plusSeconds(60)));
      }
    }
  }
}
