package org.vigie.groundstation.flightlog.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.groundstation.flightlog.report.PersonRole;
import org.vigie.groundstation.flightlog.report.Records;
import org.vigie.groundstation.text.Language;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class FlightPageTest {
  @TempDir Path folder;

  private static Document parse(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  @ParameterizedTest
  @EnumSource
  void a_page_is_well_formed_and_whole_in_itself(Language language) throws Exception {
    String page = FlightPage.of(Records.refused(folder).report(), language);

    Document document = parse(page);

    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .contains("F-20261124-1");
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(2);
    assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo(language.code());
    assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:");
    assertThat(page).doesNotContain("src=", "href=", "url(", "@import");
    assertThat(page).contains("L242-1").contains("fr-csi-municipal-no-basis");
  }

  @Test
  void texts_of_a_record_are_never_markup() throws Exception {
    Records good = Records.refused(folder);
    String entries = new String(good.get("entries.jsonl"), StandardCharsets.UTF_8);
    String hostile = "<script>alert(1)</script>&amp;\\u202e\\u0000<b onload='x'>";
    String bent = entries.replace("demo-municipal-1", hostile);
    assertThat(bent).isNotEqualTo(entries);

    String page =
        FlightPage.of(
            good.with("entries.jsonl", bent.getBytes(StandardCharsets.UTF_8)).report(),
            Language.FR);

    assertThat(parse(page).getElementsByTagName("script").getLength()).isZero();
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;")
        .doesNotContain("\u202e", "\u0000", "<script", "<b ");
  }

  @Test
  void a_damaged_record_is_told_first_and_in_red() throws Exception {
    Records good = Records.refused(folder);
    byte[] plan = good.get("plan.json");
    plan[40] ^= 1;

    String page = FlightPage.of(good.with("plan.json", plan).report(), Language.EN);

    String first = page.substring(page.indexOf("<body"), page.indexOf("<h2"));
    assertThat(first).contains("class=\"verdict damaged\"").contains("DAMAGED", "plan.json");
    assertThat(page).contains(".damaged { border: 1mm solid #b00000; color: #b00000; }");
  }

  @Test
  void a_flight_that_never_left_the_ground_says_so_and_invents_no_numbers() throws Exception {
    String page = FlightPage.of(Records.refused(folder).report(), Language.EN);

    assertThat(page)
        .contains("it never left the ground")
        .contains("The record holds no telemetry")
        .doesNotContain("NaN", "null");
  }

  @Test
  void a_flight_without_a_plan_has_a_map_of_what_was_flown() throws Exception {
    String page = FlightPage.of(Records.tracked(folder).report(), Language.EN);

    assertThat(parse(page).getElementsByTagName("svg").getLength()).isEqualTo(2);
    assertThat(page).contains("unknown").contains("No decision was made").doesNotContain("NaN");
  }

  @Test
  void both_languages_say_the_same_things() {
    ResourceBundle english = bundle(Locale.ROOT);
    ResourceBundle french = bundle(Locale.FRENCH);
    assertThat(new TreeSet<>(french.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    assertThat(english.keySet()).hasSizeGreaterThan(100);
    for (String key : english.keySet()) {
      int arguments = new MessageFormat(english.getString(key), Locale.ROOT).getFormats().length;
      assertThat(new MessageFormat(french.getString(key), Locale.FRENCH).getFormats().length)
          .as(key)
          .isEqualTo(arguments);
    }
    for (PersonRole role : PersonRole.values()) {
      assertThat(english.containsKey("role." + role)).as(role.name()).isTrue();
    }
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "org.vigie.groundstation.flightlog.report.page.report",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
