package org.vigie.groundstation.flightlog.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.Records;
import org.vigie.groundstation.flightlog.report.TrackPoint;
import org.vigie.groundstation.text.Language;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class TrackFormatTest {
  @TempDir Path folder;

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @Test
  void every_format_has_each_position_of_the_flown_track() throws Exception {
    FlightReport report = Records.tracked(folder).report();
    List<TrackPoint> points = report.flown().points();
    assertThat(points).hasSizeGreaterThan(10);

    Document gpx = parse(TrackFormat.GPX.write(report, Language.EN));
    assertThat(gpx.getElementsByTagName("trkpt").getLength()).isEqualTo(points.size());
    Element first = (Element) gpx.getElementsByTagName("trkpt").item(0);
    assertThat(first.getAttribute("lat")).isEqualTo(seven(points.get(0).position().latDeg()));

    Document kml = parse(TrackFormat.KML.write(report, Language.EN));
    Element line = (Element) kml.getElementsByTagName("LineString").item(0);
    String[] placed =
        line.getElementsByTagName("coordinates").item(0).getTextContent().strip().split(" ");
    assertThat(placed).hasSameSizeAs(points);
    assertThat(placed[0]).startsWith(seven(points.get(0).position().lonDeg()) + ",");

    JsonNode json = new ObjectMapper().readTree(TrackFormat.GEOJSON.write(report, Language.EN));
    JsonNode flown = json.at("/features/0");
    assertThat(flown.at("/properties/kind").asText()).isEqualTo("flown");
    assertThat(flown.at("/geometry/coordinates")).hasSameSizeAs(points);
    assertThat(flown.at("/properties/times")).hasSameSizeAs(points);

    assertThat(TrackFormat.CSV.write(report, Language.EN).lines().count())
        .isEqualTo(points.size() + 1L);
  }

  @Test
  void a_flight_that_did_not_fly_has_its_volume_and_places() throws Exception {
    FlightReport report = Records.refused(folder).report();

    JsonNode json = new ObjectMapper().readTree(TrackFormat.GEOJSON.write(report, Language.FR));

    assertThat(json.path("features").findValuesAsText("kind"))
        .containsExactly(
            "flight-geography", "contingency-volume", "ground-risk-buffer", "home", "incident");
    for (JsonNode feature : json.path("features")) {
      if (feature.at("/geometry/type").asText().equals("Polygon")) {
        JsonNode ring = feature.at("/geometry/coordinates/0");
        assertThat(ring.get(ring.size() - 1)).isEqualTo(ring.get(0));
      }
    }
    assertThat(parse(TrackFormat.KML.write(report, Language.FR)).getElementsByTagName("Polygon"))
        .satisfies(areas -> assertThat(areas.getLength()).isEqualTo(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "=1+2|'=1+2",
        "@SUM(A1)|'@SUM(A1)",
        "-12.5|-12.5",
        "-cmd|'-cmd",
        "+33|+33",
        "plain|plain",
        "a,b|\"a,b\"",
        "=a,b|\"'=a,b\""
      })
  void no_cell_is_a_formula(String text, String cell) {
    assertThat(Csv.cell(text)).isEqualTo(cell);
  }

  @Test
  void quotes_and_line_ends_stay_in_their_cell() {
    assertThat(Csv.of(List.of("a", "b"), List.of(List.of("x\"y", " \t=z\n1"))))
        .isEqualTo("a,b\r\n\"x\"\"y\",\"' \t=z\n1\"\r\n");
  }

  private static String seven(double degrees) {
    return String.format(Locale.ROOT, "%.7f", degrees);
  }
}
