package org.vigie.geofence.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that people write: every error has its place. */
final class DocumentTest {
  private static final String SCHEMA =
      """
      {"$schema": "https://json-schema.org/draft/2020-12/schema",
       "type": "object", "additionalProperties": false, "required": ["name", "sites"],
       "properties": {
         "name": {"type": "string"},
         "answer": {"type": "string"},
         "sites": {"type": "array", "items": {
           "type": "object", "additionalProperties": false, "required": ["lat"],
           "properties": {"lat": {"type": "number", "maximum": 90}}}}}}
      """;

  record Site(double lat) {
    Site {
      if (lat == 0) {
        throw new IllegalArgumentException("no site lies on the equator");
      }
    }
  }

  record Place(String name, String answer, List<Site> sites) {}

  @Test
  void a_good_file_becomes_a_record() throws DocumentException {
    Place place = read("name: Couriot\nanswer: no\nsites:\n  - lat: 45.4\n").as(Place.class);
    assertThat(place).isEqualTo(new Place("Couriot", "no", List.of(new Site(45.4))));
  }

  @Test
  void json_is_read_as_well() throws DocumentException {
    Place place = read("{\"name\": \"a\", \"sites\": [{\"lat\": 1e1}]}").as(Place.class);
    assertThat(place.sites()).containsExactly(new Site(10));
  }

  @Test
  void json_may_be_indented_with_tabs_and_keeps_its_places() throws DocumentException {
    String text = "\r\n{\n\t\"name\": \"a\",\n\t\"sites\": [\n\t\t{\"lat\": %s}\n\t]\n}\n";
    assertThat(read(text.formatted("45.4")).as(Place.class).sites())
        .containsExactly(new Site(45.4));
    assertThat(problems(text.formatted("91")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(5);
              assertThat(problem.column()).isEqualTo(4);
              assertThat(problem.field()).isEqualTo("/sites/0/lat");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"name: a\nsites: []\n", "{\"name\": \"a\", \"sites\": []}"})
  void a_byte_order_mark_is_skipped(String text) throws DocumentException {
    assertThat(read("\uFEFF" + text).as(Place.class).name()).isEqualTo("a");
  }

  @Test
  void json_has_the_same_values_as_yaml() throws DocumentException {
    String values =
        "[1, -2, 1e1, 0.5, 123456789012345678901, true, false, null, \"no\", \"\\u00e9~/\"]";
    Document json = Document.read("a", "{\"a/b~\": " + values + "}");
    Document yaml = Document.read("a", "a/b~: " + values);
    assertThat(json.root()).isEqualTo(yaml.root());
    assertThat(json.at("/a~1b~0/9").asText()).isEqualTo("\u00e9~/");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"name\": 1,\n\t\"name\": 2}', 2, 2, /name",
    "'{\"name\": 1e999}', 1, 10, /name",
    "'{\"name\": 1}\n {}', 2, 2, ''",
    "'{\"name\": \n x}', 2, 2, ''",
  })
  void what_is_no_json_has_its_place(String text, int line, int column, String field) {
    assertThat(problems(text.replace("\\n", "\n").replace("\\t", "\t")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(line);
              assertThat(problem.column()).isEqualTo(column);
              assertThat(problem.field()).isEqualTo(field);
              assertThat(problem.message()).isNotBlank().doesNotContain("REDACTED");
            });
  }

  @Test
  void a_value_out_of_range_has_line_column_and_field() {
    assertThat(problems("name: a\nsites:\n  - lat: 45\n  - lat: 91\n"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.file()).isEqualTo("station.yaml");
              assertThat(problem.line()).isEqualTo(4);
              assertThat(problem.column()).isEqualTo(5);
              assertThat(problem.field()).isEqualTo("/sites/1/lat");
              assertThat(problem.toString()).startsWith("station.yaml:4:5: /sites/1/lat: ");
            });
  }

  @Test
  void a_field_that_nobody_knows_is_named_at_its_own_line() {
    assertThat(problems("name: a\nsites: []\ncolour: blue\n"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(3);
              assertThat(problem.field()).isEqualTo("/colour");
            });
  }

  @Test
  void a_missing_field_is_named_at_what_misses_it() {
    assertThat(problems("name: a\nsites:\n  - {}\n"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(3);
              assertThat(problem.message()).contains("lat");
            });
  }

  @Test
  void everything_that_is_wrong_is_told_at_once_in_the_order_of_the_file() {
    assertThat(problems("name: 1\nsites:\n  - lat: north\n"))
        .extracting(Problem::line)
        .containsExactly(1, 3);
  }

  @Test
  void what_a_record_refuses_has_its_place_too() throws DocumentException {
    Document document = read("name: a\nsites:\n  - lat: 12\n  - lat: 0\n");
    DocumentException e =
        catchThrowableOfType(DocumentException.class, () -> document.as(Place.class));
    assertThat(e.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(4);
              assertThat(problem.message()).isEqualTo("no site lies on the equator");
            });
  }

  @Test
  void a_field_given_twice_is_refused() {
    assertThat(problems("name: a\nname: b\nsites: []\n"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(2);
              assertThat(problem.field()).isEqualTo("/name");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   \n",
        "# only a comment\n",
        "name: [\n",
        "name: \"a\n",
        "\tname: a\n",
        "{\"a\": 1,",
        "{\"a\": 1",
        "[1, 2",
        "{\"a\"",
        "{a: 1}",
        "[1,]",
        "[NaN]",
        "name: a\nsites: &x [*x]\n",
        "name: .nan\nsites: []\n",
        "? [1, 2]\n: 3\n",
        "a: 1\n---\nb: 2\n",
        "\u0000\u0001\u0002"
      })
  void what_is_no_document_is_refused_in_words(String text) {
    assertThat(problems(text)).isNotEmpty().allSatisfy(p -> assertThat(p.message()).isNotBlank());
  }

  @Test
  void a_file_that_blows_up_in_memory_is_refused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 100; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(problems(bomb.toString())).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 100_000})
  void a_file_nested_too_deeply_is_refused(int depth) {
    assertThat(problems("[".repeat(depth) + "]".repeat(depth))).isNotEmpty();
  }

  private static Document read(String text) throws DocumentException {
    return Document.read("station.yaml", text).check(SCHEMA);
  }

  private static List<Problem> problems(String text) {
    DocumentException e = catchThrowableOfType(DocumentException.class, () -> read(text));
    assertThat(e).as("a problem in %s", text).isNotNull();
    return e.problems();
  }
}
