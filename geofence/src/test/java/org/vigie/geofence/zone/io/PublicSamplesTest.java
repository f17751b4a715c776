package org.vigie.geofence.zone.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.zone.UasZone;

/**
 * Publications and samples as their authors have them, which this project does not carry: put them
 * into one folder (those that are missing are skipped) and name it with {@code
 * -Dvigie.zone.samples=FOLDER}. They are from OIEIEIO/ed318-canada-lab (implementations, samples,
 * vendor), starcopter/ed318-pydantic (test/data), interuss/monitoring
 * (uss_qualifier/test_data/che/geoawareness, cis_source_sample_*) and
 * raphaelcere/ed318-u-space-zurich (data).
 */
@EnabledIfSystemProperty(named = "vigie.zone.samples", matches = ".+")
class PublicSamplesTest {
  private static ZoneFile read(String name) throws Exception {
    Path file = Path.of(System.getProperty("vigie.zone.samples")).resolve(name);
    assumeThat(file).exists();
    return ZoneReader.read(name, Files.readAllBytes(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ireland-representative-sample.geojson | 3 | other-field-name text-for-list",
        "spain-aero-representative-sample.geojson | 3 | nested-zone long-identifier unit-spelling",
        "spain-infra-representative-sample.geojson | 3 | crossing-ring other-members spelling",
        "spain-urbano-representative-sample.geojson | 4 | nested-zone empty-text",
        "0006-4.json | 1 | nested-zone no-unit no-thickness not-an-object",
        "0059-4.json | 1 | nested-zone no-unit no-thickness",
        "GCPU0.json | 1 | nested-zone no-unit",
        "_90.json | 1 | padded-text nested-zone",
        "UGZ_ED-318.json | 1 |",
        "Example_Collection.json | 2 |",
        "Example_GeoZone_2_Layers.json | 1 |",
        "Example_GeoZone_Circle.json | 1 |",
        "Example_GeoZone_with_extension.json | 1 |",
        "InvalidExample_GeoZone_2_Layers.json | 1 | no-language left-out spelling",
        "PartialExample_featureGeoJSON.json | 1 |",
        "cis_source_sample_ed269.json | 1 | no-purpose number-as-text other-field-name",
        "cis_source_sample_ed318.json | 3 | other-geoid",
        "u-space-zurich.json | 1 | long-identifier spelling other-field-name",
        "dar-zurich.json | 1 | other-field-name",
      })
  void a_publication_is_understood_with_its_deviations_told_and_survives_both_writers(
      String name, int zones, @Nullable String codes) throws Exception {
    ZoneFile file = read(name);
    assertThat(file.zones()).hasSize(zones).allMatch(UasZone::understood);
    assertThat(file.blocking()).isEmpty();
    assertThat(file.source().complete()).isTrue();
    if (codes == null) {
      assertThat(file.findings()).isEmpty();
    } else {
      assertThat(file.findings())
          .extracting(ZoneFinding::code)
          .containsAll(Arrays.asList(codes.split(" ")));
    }
    assertThat(ZoneReader.read(name, Ed318Writer.write(file)).zones()).isEqualTo(file.zones());
    assertThat(ZoneReader.read(name, GeoJsonWriter.write(file)).zones()).isEqualTo(file.zones());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canada-learning-zones.json",
        "PartialExample_GeoZoneProperties.json",
        "PartialExample_TimePeriod.json",
        "PartialExample_ZoneAuthority.json",
      })
  void a_fragment_without_a_wrapper_is_refused(String name) {
    assumeThat(Path.of(System.getProperty("vigie.zone.samples")).resolve(name)).exists();
    assertThatThrownBy(() -> read(name))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("no list of zones");
  }
}
