package org.vigie.groundstation.compliance.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.groundstation.compliance.request.Codes;
import org.vigie.groundstation.compliance.request.Purpose;
import org.vigie.planner.canonical.ContentHash;

/** A paper that cannot be read stops the start, and says where. */
class EvidenceReaderTest {
  private static final String FILE =
      """
      documents:
        - id: one
          kind: operator-registration
          title: {fr: Un, en: One}
          issuer: DSAC
          holder: sdis42
          legalBasis: art. 14
          number: FIN87astrdge12k8
          covers:
            purposes: [rescue]
            area:
              - {lat: 45.0, lon: 4.0}
              - {lat: 45.0, lon: 4.1}
              - {lat: 45.1, lon: 4.1}
              - {lat: 45.1, lon: 4.0}
            maxHeightM: 120
          issuedOn: 2026-01-01
          validFrom: 2026-02-01
          validUntil: 2026-10-24
          fictitious: true
      """;

  @Test
  void the_sound_file_of_this_test_is_read() throws DocumentException {
    EvidenceSet set = EvidenceReader.read(Map.of("one.yaml", FILE));
    EvidenceDocument paper = set.find("one").orElseThrow();
    assertThat(paper.scope().purposes()).containsExactly(Purpose.RESCUE);
    assertThat(paper.scope().maxHeightM()).isEqualTo(120.0);
    assertThat(paper.file()).isEqualTo("one.yaml");
    assertThat(set.files()).containsEntry("one.yaml", ContentHash.of(FILE));
  }

  @Test
  void days_are_days_of_french_legal_time_in_winter_and_in_summer() throws DocumentException {
    Validity validity =
        EvidenceReader.read(Map.of("one.yaml", FILE)).find("one").orElseThrow().validity();
    assertThat(validity.start()).isEqualTo(Instant.parse("2026-01-31T23:00:00Z"));
    assertThat(validity.end()).isEqualTo(Instant.parse("2026-10-24T22:00:00Z"));
  }

  @Test
  void a_zone_is_authorised_to_its_papers_holder_while_the_paper_holds() throws DocumentException {
    String zone =
        FILE.replaceAll("kind: .*", "kind: zone-authorisation")
            .replaceAll("number: .*", "number: FRA/ASK");
    EvidenceSet set = EvidenceReader.read(Map.of("one.yaml", zone));
    Instant first = Instant.parse("2026-01-31T23:00:00Z");
    Instant end = Instant.parse("2026-10-24T22:00:00Z");
    assertThat(set.zonesAuthorised("sdis42", first, end)).containsExactly("FRA/ASK");
    assertThat(set.zonesAuthorised("pm42218", first, end)).isEmpty();
    assertThat(set.zonesAuthorised("sdis42", first.minusMillis(1), end)).isEmpty();
    assertThat(set.zonesAuthorised("sdis42", first, end.plusMillis(1))).isEmpty();
    assertThat(EvidenceReader.read(Map.of("one.yaml", FILE)).zonesAuthorised("sdis42", first, end))
        .isEmpty();
  }

  @Test
  void a_zone_paper_must_name_the_zone_by_country_and_identifier() {
    String zone =
        FILE.replaceAll("kind: .*", "kind: zone-authorisation")
            .replaceAll("number: .*", "number: ASK");
    assertThatThrownBy(() -> EvidenceReader.read(Map.of("one.yaml", zone)))
        .hasMessageContaining("one.yaml:")
        .hasMessageContaining("/documents/0/number: must name the zone");
  }

  @Test
  void a_revocation_ends_a_paper_before_its_last_day() throws DocumentException {
    String revoked = FILE.replace("validUntil:", "revokedOn: 2026-06-01\n    validUntil:");
    assertThat(
            EvidenceReader.read(Map.of("one.yaml", revoked))
                .find("one")
                .orElseThrow()
                .validity()
                .end())
        .isEqualTo(Instant.parse("2026-05-31T22:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: operator-registration | kind: registration | 3 | /documents/0/kind | enumeration",
        "title: {fr: Un, en: One} | title: {en: One} | 4 | /documents/0/title | 'fr'",
        "holder: sdis42 | holders: sdis42 | 6 | /documents/0/holders | holders",
        "FIN87astrdge12k8 | FIN87astrdge12k | 8 | /documents/0/number | operator number",
        "FIN87astrdge12k8 | FIN87astrdge12k8-xyz | 8 | /documents/0/number | operator number",
        "purposes: [rescue] | purposes: [rescues] | 10 | /documents/0/covers/purposes/0 | enumeration",
        "{lat: 45.0, lon: 4.1} | {lat: 95.0, lon: 4.1} | 13 | /documents/0/covers/area/1/lat | 85",
        "{lat: 45.0, lon: 4.1} | {lat: 45.2, lon: 4.0} | 11 | /documents/0/covers/area | crosses itself",
        "maxHeightM: 120 | maxHeightM: -5 | 16 | /documents/0/covers/maxHeightM | exclusive",
        "validUntil: 2026-10-24 | validUntil: 2025-10-24 | 2 | /documents/0 | before validFrom",
        "validFrom: 2026-02-01 | validFrom: 2026-02-31 | 18 | /documents/0/validFrom | 2026-02-31",
        "fictitious: true | fictitious: maybe | 20 | /documents/0/fictitious | boolean"
      })
  void a_fault_is_named_with_file_line_and_field(
      String right, String wrong, int line, String field, String message) {
    assertThat(problems(Map.of("one.yaml", FILE.replace(right, wrong))))
        .anySatisfy(
            problem -> {
              assertThat(problem.toString()).startsWith("one.yaml:" + line + ":");
              assertThat(problem.field()).isEqualTo(field);
              assertThat(problem.message()).contains(message);
            });
  }

  @Test
  void an_id_given_twice_is_named_in_the_second_file() {
    assertThat(problems(Map.of("a.yaml", FILE, "b.yaml", FILE)))
        .singleElement()
        .hasToString("b.yaml:2:5: /documents/0/id: the id \"one\" is already used in a.yaml");
  }

  @Test
  void faults_of_all_files_are_reported_at_once() {
    List<Problem> problems =
        problems(Map.of("a.yaml", "documents: {", "b.yaml", FILE.replace("issuer", "isuer")));
    assertThat(problems).extracting(Problem::file).contains("a.yaml", "b.yaml");
  }

  @Test
  void the_schema_lists_exactly_the_codes_that_the_program_knows() throws Exception {
    JsonNode paper =
        new ObjectMapper().readTree(EvidenceReader.schema()).at("/$defs/document/properties");
    assertThat(values(paper.at("/kind/enum"))).isEqualTo(Codes.texts(EvidenceKind.class));
    JsonNode covers = paper.at("/covers/properties");
    assertThat(values(covers.at("/permits/items/enum"))).isEqualTo(Codes.texts(Permit.class));
    assertThat(values(covers.at("/purposes/items/enum"))).isEqualTo(Codes.texts(Purpose.class));
  }

  private static List<String> values(JsonNode list) {
    List<String> values = new ArrayList<>();
    list.forEach(value -> values.add(value.asText()));
    return values;
  }

  private static List<Problem> problems(Map<String, String> texts) {
    return catchThrowableOfType(DocumentException.class, () -> EvidenceReader.read(texts))
        .problems();
  }
}
